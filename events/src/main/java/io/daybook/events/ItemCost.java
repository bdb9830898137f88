package io.daybook.events;

import java.time.Instant;

/**
 * What one unit of an item costs the merchant from an instant on. Reference data: all versions are kept, and a shipment
 * takes the one in effect when it left (case 13).
 *
 * @param origin the shop
 * @param sku the item
 * @param effectiveAt from when on
 * @param currency of the cost
 * @param unitCostMinor at least 0
 */
public record ItemCost(Origin origin, Sku sku, Instant effectiveAt, CurrencyCode currency, long unitCostMinor)
    implements State {
  /** Refuses a negative cost. */
  public ItemCost {
    Amounts.requireNotNegative(unitCostMinor, "unit cost");
  }

  /** Milliseconds since 1970 of {@link #effectiveAt}. */
  @Override
  public long version() {
    return effectiveAt.toEpochMilli();
  }

  /** Each change of cost is kept, so the instant is part of the identity. */
  @Override
  public FactKey key() {
    return new FactKey("item-cost", origin, sku.value() + "@" + effectiveAt.toEpochMilli());
  }
}
