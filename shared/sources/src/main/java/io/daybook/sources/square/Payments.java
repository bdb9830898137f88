package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.OrderId;
import io.daybook.events.OrderPayment;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments other than in cash, which the order tells because it alone knows how a cash total was rounded. */
final class Payments {
  private Payments() {}

  /** Nothing for what is only authorised, called off or refused (case 73). */
  static List<Fact> payment(Told told, Origin origin) {
    String status = told.word("status");
    boolean isPaid =
        switch (status) {
          case "COMPLETED" -> true;
          case "APPROVED", "PENDING", "CANCELED", "FAILED" -> false;
          case String other -> throw Parked.word("square payment status", other);
        };
    Optional<Paying> paying = isPaid ? Paying.of(told.word("source_type"), told) : Optional.empty();
    if (paying.filter(by -> by.tender() != Tender.CASH).isEmpty()) {
      return List.of();
    }
    CurrencyCode currency = told.currency("total_money");
    long minor = told.minor("total_money", currency);
    if (minor == 0) {
      return List.of();
    }
    return List.of(
        told.field()
            .make(
                "a total above 0",
                () ->
                    new OrderPayment(
                        origin,
                        told.id("id", TransactionId::new),
                        told.id("order_id", OrderId::new),
                        paying.get().gateway(),
                        currency,
                        minor,
                        takenAt(told),
                        told.id("id", Reference::new),
                        Optional.of(paying.get().tender()),
                        Optional.empty(),
                        Optional.empty())));
  }

  /** When the money was taken: of a card when it was captured, which does not change any more. */
  private static Instant takenAt(Told told) {
    return told.maybe("card_details")
        .flatMap(card -> card.maybe("card_payment_timeline"))
        .flatMap(timeline -> timeline.maybeTime("captured_at"))
        .orElseGet(() -> told.time("created_at"));
  }
}
