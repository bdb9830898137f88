package io.daybook.events;

import java.time.Instant;

/**
 * A line made cheaper after the order was placed (rule A11). The order's line keeps the price it had.
 *
 * @param origin the shop
 * @param id the platform's id of the change
 * @param order the order
 * @param line the line
 * @param at when
 * @param netMinor by how much, without tax, more than 0
 * @param taxMinor the tax on that, at least 0
 */
public record PriceCut(
    Origin origin,
    TransactionId id,
    OrderId order,
    LineId line,
    Instant at,
    long netMinor,
    long taxMinor)
    implements Happening {
  /** Refuses a cut of nothing. */
  public PriceCut {
    Amounts.requirePositive(netMinor, "price cut");
    Amounts.requireNotNegative(taxMinor, "tax on a price cut");
  }

  @Override
  public FactKey key() {
    return new FactKey("price-cut", origin, id.value());
  }
}
