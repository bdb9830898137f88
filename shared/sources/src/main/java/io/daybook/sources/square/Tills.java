package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.OrderId;
import io.daybook.events.OrderPayment;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an order itself knows of how it was paid: its cash (cases 67, 95), and what an exchange gives for it (case 77). */
final class Tills {
  private Tills() {}

  static List<Fact> payments(Told order, Origin origin, CurrencyCode currency) {
    List<Fact> facts = new ArrayList<>();
    long rounding = Orders.rounding(order, currency);
    for (Told tender : order.list("tenders")) {
      if (tender.maybeWord("type").filter("CASH"::equals).isPresent()) {
        long minor = tender.minor("amount_money", currency);
        if (minor > 0) {
          String id =
              tender
                  .maybeId("payment_id", String::new)
                  .orElseGet(() -> tender.id("id", String::new));
          facts.add(
              paid(
                  order,
                  origin,
                  currency,
                  id,
                  Paying.CASH,
                  minor,
                  tender.time("created_at"),
                  rounding));
          rounding = 0;
        }
      }
    }
    long credit = Returns.creditMinor(order, currency);
    if (credit > 0) {
      String id = order.id("id", String::new) + "-exchange";
      Instant at = order.maybeTime("closed_at").orElseGet(() -> order.time("updated_at"));
      facts.add(paid(order, origin, currency, id, Paying.EXCHANGE, credit, at, 0));
    }
    return facts;
  }

  private static OrderPayment paid(
      Told order,
      Origin origin,
      CurrencyCode currency,
      String id,
      Paying paying,
      long minor,
      Instant at,
      long rounding) {
    return order
        .field()
        .make(
            "tenders above 0",
            () ->
                new OrderPayment(
                    origin,
                    new TransactionId(id),
                    order.id("id", OrderId::new),
                    paying.gateway(),
                    currency,
                    minor,
                    at,
                    new Reference(id),
                    Optional.of(paying.tender()),
                    Optional.empty(),
                    rounding == 0 ? Optional.empty() : Optional.of(rounding)));
  }
}
