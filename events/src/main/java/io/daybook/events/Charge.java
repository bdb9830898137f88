package io.daybook.events;

import java.time.Instant;

/**
 * A processor's word that it took a payment. Context: the money is posted by the {@link BalanceTransaction} that it
 * names, which alone knows the amount in the settlement currency and the fee (rule A1).
 *
 * @param origin the processor's account
 * @param id the processor's id of the charge
 * @param transaction the balance transaction that it announces
 * @param currency of the amount
 * @param amountMinor more than 0
 * @param at when it was taken
 */
public record Charge(
    Origin origin,
    Reference id,
    TransactionId transaction,
    CurrencyCode currency,
    long amountMinor,
    Instant at)
    implements Happening {
  /** Refuses an amount of 0 or less. */
  public Charge {
    Amounts.requirePositive(amountMinor, "charge");
  }

  @Override
  public FactKey key() {
    return new FactKey("charge", origin, id.value());
  }
}
