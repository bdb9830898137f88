package io.daybook.books.channel;

import io.daybook.ledger.Book;
import io.daybook.notices.Letter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Letters to send in tests. */
final class Letters {
  static final Instant AT = Instant.parse("2026-11-20T15:02:00Z");

  private Letters() {}

  static Letter of(String subject, String headline) {
    return new Letter(
        "0123456789abcdef0123456789abcdef",
        new Book("blue-cup"),
        AT,
        subject,
        "Book blue-cup\n\n" + headline + "\n",
        List.of(
            new Letter.Told(
                "payout-does-not-tie",
                "new",
                "payout/stripe:acct_1/po_1",
                headline,
                List.of("Next: look."),
                Optional.of("-17.27 USD"),
                AT,
                "/books/blue-cup/payouts/po_1")));
  }
}
