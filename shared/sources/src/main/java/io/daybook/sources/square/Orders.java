package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders of Square: sales, returns and exchanges are all of them orders. */
final class Orders {
  private Orders() {}

  /** The sale in an order, what was handed over, its cash; and the return in it, if no refund tells that. */
  static List<Fact> order(Told told, Origin origin) {
    String state = told.word("state");
    boolean isClosed =
        switch (state) {
          case "COMPLETED" -> true;
          case "OPEN", "CANCELED", "DRAFT" -> false;
          case String other -> throw Parked.word("square order state", other);
        };
    if (state.equals("DRAFT")) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    if (!told.list("line_items").isEmpty() || !told.list("service_charges").isEmpty()) {
      CurrencyCode currency = told.currency("total_money");
      List<OrderLine> lines = new OrderLines(told, currency).lines();
      facts.add(sale(told, origin, currency, lines, state));
      facts.addAll(HandedOver.of(told, origin, lines, isClosed));
      if (isClosed) {
        facts.addAll(Tills.payments(told, origin, currency));
      }
    }
    if (isClosed && told.list("refunds").isEmpty() && !told.list("returns").isEmpty()) {
      facts.addAll(Returns.withoutMoney(told, origin));
    }
    return facts;
  }

  private static OrderState sale(
      Told told, Origin origin, CurrencyCode currency, List<OrderLine> lines, String state) {
    long tip = told.notNegative("total_tip_money", currency);
    long parts =
        lines.stream()
            .mapToLong(line ->
                line.taxes().stream()
                    .mapToLong(tax -> tax.minor())
                    .reduce(line.netMinor(), Math::addExact))
            .reduce(0, Math::addExact);
    requireTotal(told, currency, parts, tip);
    Instant changedAt = told.time("updated_at");
    return told.field()
        .make(
            "an order with amounts of at least 0",
            () ->
                new OrderState(
                        origin,
                        told.id("id", OrderId::new),
                        changedAt.toEpochMilli(),
                        told.maybeWord("reference_id").map(Orders::shortened).orElse(""),
                        told.time("created_at"),
                        currency,
                        currency,
                        lines,
                        List.of(),
                        tip,
                        0,
                        Math.addExact(parts, tip),
                        state.equals("CANCELED")
                            ? Optional.of(told.maybeTime("closed_at").orElse(changedAt))
                            : Optional.empty(),
                        Mode.LIVE)
                    .soldAt(Optional.empty(), told.maybeWord("location_id")));
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) : name;
  }

  /** The parts must be the total; the rounding of a cash total is the payment's (case 95). An exchange's total is a net one. */
  private static void requireTotal(Told told, CurrencyCode currency, long parts, long tip) {
    long rounding = rounding(told, currency);
    long total = told.minor("total_money", currency);
    long whole = Math.addExact(Math.addExact(parts, tip), rounding);
    if (told.list("returns").isEmpty() && total != whole && total != whole - tip) {
      throw told.field()
          .at("total_money")
          .expected("the sum of lines, service charges, tip and rounding, " + whole);
    }
  }

  /** By how much the total was rounded up, or, negative, down. */
  static long rounding(Told told, CurrencyCode currency) {
    return told.maybe("rounding_adjustment")
        .map(rounding -> rounding.maybeMinor("amount_money", currency))
        .orElse(0L);
  }
}
