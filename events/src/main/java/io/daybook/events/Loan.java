package io.daybook.events;

import java.time.LocalDate;

/**
 * The terms of a loan that a processor gives and takes back from sales (case 49).
 *
 * @param origin the processor
 * @param id the processor's id of the loan
 * @param version grows with each change
 * @param currency of the amounts
 * @param advanceMinor what was paid out, to the bank: its line meets it on 1007
 * @param feeMinor the fixed cost, at least 0
 * @param on when it was paid out
 */
public record Loan(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    long advanceMinor,
    long feeMinor,
    LocalDate on)
    implements State {
  /** Refuses what cannot be. */
  public Loan {
    Amounts.requireNotNegative(feeMinor, "fee");
  }

  @Override
  public FactKey key() {
    return new FactKey("loan", origin, id.value());
  }
}
