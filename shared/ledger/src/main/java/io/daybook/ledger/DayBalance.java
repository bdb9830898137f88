package io.daybook.ledger;

import java.time.LocalDate;

/**
 * An account on a day that moved it.
 *
 * @param day the accounting day
 * @param movedMinor what its entries add up to, debit positive, minor units of the account's currency
 * @param minor the balance at the end of the day
 */
public record DayBalance(LocalDate day, long movedMinor, long minor) {
  /** The balance at the start of the day. */
  public long openingMinor() {
    return Math.subtractExact(minor, movedMinor);
  }
}
