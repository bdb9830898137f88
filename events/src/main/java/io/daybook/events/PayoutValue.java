package io.daybook.events;

import java.time.LocalDate;

/**
 * What a payout out of a foreign balance carries away: the values of its own transactions together (rule A6), which do not
 * depend on the order in which they came. Told by reconciliation once the payout's list is complete and all of it posted.
 *
 * @param origin the processor's account
 * @param payout the payout
 * @param version which finding this is, from 1
 * @param currency of the balance
 * @param day on which it left
 * @param carriedMinor what its transactions brought to the clearing account, in the book's currency
 * @param leftMinor what its own transaction took from it, in the book's currency, positive
 */
public record PayoutValue(
    Origin origin,
    PayoutId payout,
    long version,
    CurrencyCode currency,
    LocalDate day,
    long carriedMinor,
    long leftMinor)
    implements State {
  @Override
  public FactKey key() {
    return new FactKey("payout-value", origin, payout.value());
  }
}
