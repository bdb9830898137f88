package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.OrderId;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Returns. Square leaves the sale as it is and makes an order of its own of each return, which names the sale by {@code
 * source_order_id}; the money goes back by refunds, which name the return.
 */
final class Returns {
  private Returns() {}

  /**
   * A return with the refunds of it, as the retriever joined them: {@code {order, refunds}}. Nothing while one of them is
   * on its way: a refund is granted for good once the money went or was refused.
   */
  static List<Fact> refunded(Told told, Origin origin) {
    Told order = told.at("order");
    List<Refund.Payment> payments = new ArrayList<>();
    List<Fact> amounts = new ArrayList<>();
    for (Told refund : told.list("refunds")) {
      switch (refund.word("status")) {
        case "PENDING" -> {
          return List.of();
        }
        case "COMPLETED" ->
            payment(refund)
                .ifPresent(payment -> {
                  payments.add(payment);
                  amounts.add(amountOnly(order, origin, refund, payment));
                });
        case "REJECTED", "FAILED" -> {}
        case String other -> throw Parked.word("square refund status", other);
      }
    }
    if (order.list("returns").isEmpty()) {
      return amounts;
    }
    return payments.isEmpty() ? List.of() : granted(order, origin, payments);
  }

  /** A return that no refund pays: an exchange for goods worth as much. Anything else is for a person to look at. */
  static List<Fact> withoutMoney(Told order, Origin origin) {
    if (order.list("line_items").isEmpty()) {
      throw Parked.word("square return that no refund pays", "");
    }
    return granted(order, origin, List.of());
  }

  /** What a return leaves to pay for new goods in the same order. */
  static long creditMinor(Told order, CurrencyCode currency) {
    if (order.list("returns").isEmpty() || order.list("line_items").isEmpty()) {
      return 0;
    }
    long credit = returned(order, currency);
    for (Told refund : order.list("refunds")) {
      switch (refund.word("status")) {
        case "PENDING", "APPROVED", "COMPLETED" ->
            credit = Math.subtractExact(credit, refund.minor("amount_money", currency));
        case "REJECTED", "FAILED" -> {}
        case String other -> throw Parked.word("square refund status", other);
      }
    }
    return credit;
  }

  private static long returned(Told order, CurrencyCode currency) {
    return order.list("returns").stream()
        .mapToLong(part -> total(part, currency))
        .reduce(0, Math::addExact);
  }

  private static long total(Told part, CurrencyCode currency) {
    long sum = tips(part, currency);
    for (String list : List.of("return_line_items", "return_service_charges")) {
      for (Told line : part.list(list)) {
        sum = Math.addExact(sum, line.minor("total_money", currency));
      }
    }
    return Math.addExact(sum, Orders.rounding(part, currency));
  }

  private static long tips(Told part, CurrencyCode currency) {
    if (part.list("return_tips").isEmpty()) {
      return part.maybe("return_amounts")
          .map(sums -> sums.notNegative("tip_money", currency))
          .orElse(0L);
    }
    return part.list("return_tips").stream()
        .mapToLong(tip -> tip.notNegative("applied_money", currency))
        .reduce(0, Math::addExact);
  }

  /** One refund for each sale that something is returned of; what is paid goes to them in their order. */
  private static List<Fact> granted(Told order, Origin origin, List<Refund.Payment> paid) {
    CurrencyCode currency = order.currency("total_money");
    List<Refund.Payment> payments = new ArrayList<>(paid);
    long credit = creditMinor(order, currency);
    if (credit > 0) {
      TransactionId id = order.id("id", name -> new TransactionId(name + "-exchange"));
      payments.add(
          new Refund.Payment(
              id,
              Paying.EXCHANGE.gateway(),
              credit,
              new Reference(id.value()),
              Optional.of(Paying.EXCHANGE.tender()),
              Optional.empty()));
    }
    List<Told> parts = order.list("returns");
    List<Fact> facts = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      Told part = parts.get(index);
      boolean isLast = index + 1 == parts.size();
      List<Refund.Payment> own =
          isLast ? payments : Splitting.take(payments, total(part, currency), index);
      facts.addAll(refund(order, origin, currency, part, index, own));
    }
    return facts;
  }

  private static List<Fact> refund(
      Told order,
      Origin origin,
      CurrencyCode currency,
      Told part,
      int index,
      List<Refund.Payment> payments) {
    String id = order.id("id", String::new);
    Optional<OrderId> source = part.maybeId("source_order_id", OrderId::new);
    List<Refund.Line> lines = new ArrayList<>();
    long unknown = 0;
    long unknownTax = 0;
    for (Told line : part.list("return_line_items")) {
      Optional<LineId> sold = part(line, "source_line_item_uid", source, LineId::new);
      if (sold.isPresent()) {
        lines.add(line(line, sold.get(), currency));
      } else {
        unknown = Math.addExact(unknown, line.minor("total_money", currency));
        unknownTax = Math.addExact(unknownTax, line.notNegative("total_tax_money", currency));
      }
    }
    for (Told charge : part.list("return_service_charges")) {
      Optional<LineId> sold =
          part(charge, "source_service_charge_uid", source, OrderLines::serviceCharge);
      if (sold.isPresent()) {
        lines.add(line(charge, sold.get(), currency));
      } else {
        unknown = Math.addExact(unknown, charge.minor("total_money", currency));
        unknownTax = Math.addExact(unknownTax, charge.notNegative("total_tax_money", currency));
      }
    }
    long adjustment = unknown;
    long adjustmentTax = unknownTax;
    List<Refund.Payment> rounded = Splitting.rounded(payments, Orders.rounding(part, currency));
    List<Fact> facts = new ArrayList<>();
    OrderId sale = source.orElseGet(() -> new OrderId(id));
    if (source.isEmpty() && order.list("line_items").isEmpty()) {
      facts.add(nothingSold(order, origin, sale, currency));
    }
    facts.add(
        order
            .field()
            .make(
                "a return with amounts of at least 0",
                () ->
                    new Refund(
                        origin,
                        new RefundId(index == 0 ? id : id + "-" + index),
                        sale,
                        order.time("created_at"),
                        currency,
                        lines,
                        0,
                        0,
                        tips(part, currency),
                        0,
                        adjustment,
                        adjustment == 0 ? Optional.empty() : Optional.of(adjustmentTax),
                        rounded,
                        Optional.empty())));
    return facts;
  }

  /** What of the sale is returned; nobody knows if the sale is not named. */
  private static Optional<LineId> part(
      Told told, String name, Optional<OrderId> source, Function<String, LineId> type) {
    return source.isEmpty() ? Optional.empty() : told.maybeId(name, type);
  }

  private static Refund.Line line(Told told, LineId sold, CurrencyCode currency) {
    long tax = told.notNegative("total_tax_money", currency);
    long net = Math.subtractExact(told.minor("total_money", currency), tax);
    int units =
        told.field()
            .maybe("quantity")
            .map(quantity -> Math.max(1, OrderLines.units(quantity.decimal())))
            .orElse(1);
    return told.field()
        .make(
            "a returned line with amounts of at least 0",
            () -> new Refund.Line(sold, units, net, tax, Restock.NONE));
  }

  /** A return without a receipt: an order of nothing, so that what was given back stands somewhere and is looked at. */
  private static OrderState nothingSold(
      Told order, Origin origin, OrderId id, CurrencyCode currency) {
    return new OrderState(
        origin,
        id,
        0,
        "",
        order.time("created_at"),
        currency,
        currency,
        List.of(),
        List.of(),
        0,
        0,
        0,
        Optional.empty(),
        Mode.LIVE);
  }

  /** An amount given back that no return goes with. */
  private static Fact amountOnly(Told order, Origin origin, Told refund, Refund.Payment payment) {
    return new Refund(
        origin,
        new RefundId(payment.id().value()),
        order.id("id", OrderId::new),
        refund.time("created_at"),
        order.currency("total_money"),
        List.of(),
        0,
        0,
        0,
        0,
        0,
        Optional.empty(),
        List.of(payment),
        Optional.empty());
  }

  /** How a refund was paid; into which tender is what counts, not what the sale was paid with (case 78). */
  private static Optional<Refund.Payment> payment(Told refund) {
    String type = refund.maybeWord("destination_type").orElse("CARD");
    Optional<Paying> paying = Paying.of(type, refund.maybe("destination_details").orElse(refund));
    long minor = refund.minor("amount_money", refund.currency("amount_money"));
    return paying
        .filter(_ -> minor != 0)
        .map(by ->
            refund
                .field()
                .make(
                    "an amount above 0",
                    () ->
                        new Refund.Payment(
                            refund.id("id", TransactionId::new),
                            by.gateway(),
                            minor,
                            refund.id("id", Reference::new),
                            Optional.of(by.tender()),
                            Optional.empty())));
  }
}
