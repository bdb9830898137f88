package io.daybook.events;

import java.time.Instant;

/**
 * What a processor really settled for a payment, told to the order when it is not what the order says was paid (cases 50
 * and 54). Found by reconciliation, by the shared reference.
 *
 * @param origin the shop
 * @param payment the shop's reference of the payment
 * @param order the order
 * @param currency of the order
 * @param settledMinor the processor's amount
 * @param at when the processor booked it
 */
public record Settlement(
    Origin origin,
    Reference payment,
    OrderId order,
    CurrencyCode currency,
    long settledMinor,
    Instant at)
    implements Happening {
  @Override
  public FactKey key() {
    return new FactKey("settlement", origin, payment.value());
  }
}
