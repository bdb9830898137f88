package io.daybook.portal.page;

import java.util.List;
import java.util.Optional;

/**
 * A trial balance and what can be taken along.
 *
 * @param path of the page itself
 * @param asOf the day, as a form writes it
 * @param from the first day of the journals, as a form writes it, if one was chosen
 * @param asOfWords the day in words, with the zone
 * @param periods the newest first; months that were never closed are open and not listed
 */
public record StatementsView(
    String book,
    String path,
    String asOf,
    Optional<String> from,
    String asOfWords,
    List<Row> rows,
    List<Total> totals,
    List<Period> periods,
    List<Link> balances,
    List<Link> journals,
    List<Link> others) {
  /** An account's balance, in the column of its side. */
  public record Row(String account, String name, String debit, String credit, String currency) {}

  /** The sums of a currency. */
  public record Total(String debit, String credit, String currency) {}

  /** A month that was closed or opened again, who did it last, and why. */
  public record Period(String month, Badge state, String since, String by, String reason) {}

  /** Copies the lists. */
  public StatementsView {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
    periods = List.copyOf(periods);
    balances = List.copyOf(balances);
    journals = List.copyOf(journals);
    others = List.copyOf(others);
  }
}
