package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.TrialBalance.Certainty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A trial balance as its readers see it: by shown account, and by the values of a dimension if it is split by one. Over
 * all values, and over the own accounts of a default one, it adds up to the {@link TrialBalance} of the same question.
 *
 * @param book whose
 * @param asOf entries that count on or before this day
 * @param knownAt entries recorded at or before this instant; all if absent
 * @param by what it is split by
 * @param rows by account, value and currency; those at zero are left out
 * @param certainty whether the same question will always have this answer
 */
public record ShownBalance(
    Book book,
    LocalDate asOf,
    Optional<Instant> knownAt,
    Optional<Dimension> by,
    List<Row> rows,
    Certainty certainty) {
  /**
   * A balance: amount in its currency and value in the book's, debit positive.
   *
   * @param of the value of the dimension; {@link Dimension#NONE} without one
   */
  public record Row(
      ShownAccount account, String of, CurrencyCode currency, long minor, long valueMinor) {}

  /** Copies the list. */
  public ShownBalance {
    rows = List.copyOf(rows);
  }

  /** A trial balance under the names of a chart. */
  public static ShownBalance of(TrialBalance balance, ShownAccounts accounts) {
    return new ShownBalance(
        balance.book(),
        balance.asOf(),
        balance.knownAt(),
        Optional.empty(),
        balance.rows().stream()
            .map(row ->
                new Row(
                    accounts.of(row.account()),
                    Dimension.NONE,
                    row.currency(),
                    row.minor(),
                    row.valueMinor()))
            .toList(),
        balance.certainty());
  }
}
