package io.daybook.notices;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import java.util.List;
import java.util.Optional;

/** Notices to test with. */
final class Samples {
  static final Book BOOK = new Book("blue-cup");

  private Samples() {}

  static Notice payout(String id, long minor) {
    return PayoutNotices.of(
            BOOK,
            List.of(
                new Discrepancy(
                    Discrepancy.Kind.PAYOUT_DOES_NOT_TIE,
                    "payout/stripe:acct_1/" + id,
                    minor,
                    Optional.of(new CurrencyCode("USD")),
                    "the payout is 1180.20 USD, its 41 transactions are 1197.47 USD")))
        .getFirst();
  }
}
