package io.daybook.books;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Steps to append in tests. */
final class Steps {
  private static final CurrencyCode USD = new CurrencyCode("USD");

  private Steps() {}

  static Step withEntry(Instant at, LocalDate day) {
    return new Step(
        SubjectId.parse("opening/daybook:blue-cup/" + day),
        1,
        at,
        1,
        List.of(),
        Optional.of(
            new Entry(
                "opening", "Opening", at, day, day, List.of(leg(1010, 100), leg(2900, -100)))));
  }

  private static Leg leg(int account, long minor) {
    return new Leg(AccountCode.of(account, "stripe"), USD, minor, minor, Optional.empty());
  }
}
