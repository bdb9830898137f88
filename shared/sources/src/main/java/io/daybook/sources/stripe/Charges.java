package io.daybook.sources.stripe;

import io.daybook.events.Charge;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import java.util.Optional;

/** Charges. */
final class Charges {
  private Charges() {}

  /**
   * A charge that took its payment and names its balance transaction; both may come later (an authorisation, or a capture
   * that Stripe settles asynchronously: {@code charge.updated} tells it then).
   */
  static Optional<Charge> charge(Told told, Origin origin) {
    Optional<TransactionId> transaction = told.link("balance_transaction", TransactionId::new);
    if (told.isTest() || !told.flag("paid") || !told.flag("captured") || transaction.isEmpty()) {
      return Optional.empty();
    }
    // Of an authorisation of 100 of which 80 were captured, 80 are taken. Older API versions do not
    // say.
    String amount =
        told.field().maybe("amount_captured").isPresent() ? "amount_captured" : "amount";
    return Optional.of(
        told.field()
            .make(
                "an amount above 0",
                () ->
                    new Charge(
                        origin,
                        told.id(Reference::new),
                        transaction.get(),
                        told.currency(),
                        told.minor(amount),
                        told.time("created"))));
  }
}
