package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Every account's balance as of a day, as known at an instant.
 *
 * @param book whose
 * @param asOf entries that count on or before this day
 * @param knownAt entries recorded at or before this instant; all if absent
 * @param rows by account and currency; those at zero are left out
 */
public record TrialBalance(Book book, LocalDate asOf, Optional<Instant> knownAt, List<Row> rows) {
  /** A balance: amount in its currency and value in the book's, debit positive. */
  public record Row(AccountCode account, CurrencyCode currency, long minor, long valueMinor) {}

  /** Copies the list. */
  public TrialBalance {
    rows = List.copyOf(rows);
  }
}
