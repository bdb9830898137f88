package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Gateway;
import io.daybook.events.Mode;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.ShippingLine;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders: commitments, which post nothing by themselves (case 61). */
final class Orders {
  private static final String CURRENCY = "base_currency_code";

  private Orders() {}

  /** The currency of every {@code base_*} amount: the website's, which is the one that the books are kept in. */
  static CurrencyCode currency(Told order) {
    return order.currency(CURRENCY);
  }

  /** An order as it stands. */
  static List<Fact> order(Told told, Origin origin) {
    CurrencyCode currency = currency(told);
    Optional<Instant> cancelledAt = cancelledAt(told);
    OrderLines all = new OrderLines(told, currency);
    List<OrderLine> lines = all.lines(cancelledAt.isPresent());
    List<ShippingLine> shipping = all.shipping(cancelledAt.isPresent());
    long total = total(told, currency, cancelledAt.isPresent());
    return List.of(
        told.field()
            .make(
                "an order with a total of at least 0",
                () ->
                    new OrderState(
                        origin,
                        told.id("entity_id", OrderId::new),
                        told.time("updated_at").toEpochMilli(),
                        told.maybeId("increment_id", String::new).orElse(""),
                        told.time("created_at"),
                        currency,
                        told.field().maybe("order_currency_code").isPresent()
                            ? told.currency("order_currency_code")
                            : currency,
                        lines,
                        shipping,
                        0,
                        0,
                        total,
                        cancelledAt,
                        Mode.LIVE,
                        payBy(told))));
  }

  /** Magento's total is what is left to pay with money: what gift cards and credit pay is part of the price. */
  private static long total(Told told, CurrencyCode currency, boolean isCancelled) {
    long total = told.minor("base_grand_total", currency);
    for (Promise promise : Promise.values()) {
      total = Math.addExact(total, told.extended(promise.used(), currency));
    }
    return isCancelled
        ? total
        : Math.subtractExact(total, told.size("base_total_canceled", currency));
  }

  /**
   * When it was cancelled. An order that was edited is replaced by a new one, {@code …-1}, and is cancelled for that; should
   * it not be yet, it is all the same, for the new one counts.
   */
  private static Optional<Instant> cancelledAt(Told told) {
    boolean isCancelled =
        switch (told.word("state")) {
          case "canceled" -> true;
          case "new",
              "pending_payment",
              "processing",
              "complete",
              "closed",
              "holded",
              "payment_review" ->
              told.maybeId("relation_child_id", String::new).isPresent();
          case String other -> throw Parked.word("magento order state", other);
        };
    if (!isCancelled) {
      return Optional.empty();
    }
    return told.list("status_histories").stream()
        .filter(entry -> entry.maybeWord("status").filter("canceled"::equals).isPresent())
        .map(entry -> entry.time("created_at"))
        .min(Instant::compareTo)
        .or(() -> Optional.of(told.time("updated_at")));
  }

  /** Cash on delivery makes the carrier owe the price, before anybody pays it. */
  private static Optional<Gateway> payBy(Told told) {
    return told.maybe("payment")
        .flatMap(payment -> payment.maybeWord("method"))
        .filter(Paying.ON_DELIVERY::equals)
        .map(Gateway::new);
  }
}
