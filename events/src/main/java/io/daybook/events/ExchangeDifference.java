package io.daybook.events;

import java.time.LocalDate;
import java.util.List;

/**
 * Both sides of a meeting account told, and what they posted under one reference differs in currency or in value alone: the
 * exchange that closes it, found by reconciliation (cases 50 to 52).
 *
 * @param origin {@code daybook:} and the book
 * @param account the meeting account, such as {@code 1005}
 * @param reference under what it stood open
 * @param version which finding this is, from 1; each holds all that was to be closed so far
 * @param day on which the later side counts
 * @param open what stood open, by currency
 */
public record ExchangeDifference(
    Origin origin,
    String account,
    Reference reference,
    long version,
    LocalDate day,
    List<Open> open)
    implements State {
  /**
   * What stood open in a currency, debit positive.
   *
   * @param currency of the amount
   * @param minor minor units
   * @param valueMinor in the book's currency
   */
  public record Open(CurrencyCode currency, long minor, long valueMinor) {}

  /** Copies the list. */
  public ExchangeDifference {
    open = List.copyOf(open);
  }

  @Override
  public FactKey key() {
    return new FactKey("exchange-difference", origin, account + "/" + reference.value());
  }
}
