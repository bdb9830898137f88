package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What a processor really settled for a payment, told to the order when it is not what the order says was paid (cases 50
 * and 54). Found by reconciliation, by the shared reference.
 *
 * @param origin the shop
 * @param payment the shop's reference of the payment
 * @param order the order
 * @param currency of the order, or the book's own if the balance is in another
 * @param settledMinor the processor's amount, or its value in the book's currency
 * @param at when the processor booked it
 * @param foreign what was settled, if in another currency than {@code currency}
 * @param run which telling this is: what is settled can change, by a line of the processor or a rate that comes late; of
 *     several the latest counts, and posts the difference; 0 if absent
 */
public record Settlement(
    Origin origin,
    Reference payment,
    OrderId order,
    CurrencyCode currency,
    long settledMinor,
    Instant at,
    Optional<Exchanged> foreign,
    Optional<Integer> run)
    implements State {
  /** One in the order's currency. */
  public Settlement(
      Origin origin,
      Reference payment,
      OrderId order,
      CurrencyCode currency,
      long settledMinor,
      Instant at) {
    this(origin, payment, order, currency, settledMinor, at, Optional.empty());
  }

  /** The first one of a payment. */
  public Settlement(
      Origin origin,
      Reference payment,
      OrderId order,
      CurrencyCode currency,
      long settledMinor,
      Instant at,
      Optional<Exchanged> foreign) {
    this(origin, payment, order, currency, settledMinor, at, foreign, Optional.empty());
  }

  /** The same, told as the one after another. */
  public Settlement after(Settlement before) {
    return new Settlement(
        origin,
        payment,
        order,
        currency,
        settledMinor,
        at,
        foreign,
        Optional.of(Math.addExact(before.run().orElse(0), 1)));
  }

  /** The run. */
  @Override
  public long version() {
    return run.orElse(0);
  }

  @Override
  public FactKey key() {
    return new FactKey("settlement", origin, payment.value());
  }
}
