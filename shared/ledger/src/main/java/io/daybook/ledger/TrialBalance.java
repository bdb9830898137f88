package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.time.Clock;
import java.time.Duration;
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
 * @param certainty whether the same question will always have this answer
 */
public record TrialBalance(
    Book book, LocalDate asOf, Optional<Instant> knownAt, List<Row> rows, Certainty certainty) {
  /** A known-at younger than this is provisional (DESIGN promise 5). */
  public static final Duration SETTLES_AFTER = Duration.ofMinutes(2);

  /** Whether more may still turn up that was known at the instant. */
  public enum Certainty {
    /** Asked again, the answer is the same. */
    FINAL,
    /** The instant is less than two minutes past, or is now: an entry stamped before it may still be on its way. */
    PROVISIONAL
  }

  /** A balance: amount in its currency and value in the book's, debit positive. */
  public record Row(AccountCode account, CurrencyCode currency, long minor, long valueMinor) {}

  /** How certain an answer is that is given now. */
  static Certainty certainty(Optional<Instant> knownAt, Clock clock) {
    Instant settled = clock.instant().minus(SETTLES_AFTER);
    return knownAt.isPresent() && !knownAt.get().isAfter(settled)
        ? Certainty.FINAL
        : Certainty.PROVISIONAL;
  }

  /** Copies the list. */
  public TrialBalance {
    rows = List.copyOf(rows);
  }

  /** One of which nobody says that it is final. */
  public TrialBalance(Book book, LocalDate asOf, Optional<Instant> knownAt, List<Row> rows) {
    this(book, asOf, knownAt, rows, Certainty.PROVISIONAL);
  }
}
