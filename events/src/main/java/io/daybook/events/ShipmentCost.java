package io.daybook.events;

/**
 * The unit cost that posting found for a line of a parcel: the {@link ItemCost} in effect when it left, else the first
 * one that came to be known later (a late cost entry, case 13). Derived, and kept with the step that used it.
 *
 * @param origin the shop
 * @param fulfilment the parcel
 * @param order its order
 * @param line the order line
 * @param version ranks the costs that could apply: the latest in effect at shipment is highest; one that came into
 *     effect later ranks below zero, the earliest highest
 * @param currency of the cost
 * @param unitCostMinor at least 0
 */
public record ShipmentCost(
    Origin origin,
    FulfilmentId fulfilment,
    OrderId order,
    LineId line,
    long version,
    CurrencyCode currency,
    long unitCostMinor)
    implements State {
  /** Refuses a negative cost. */
  public ShipmentCost {
    Amounts.requireNotNegative(unitCostMinor, "unit cost");
  }

  @Override
  public FactKey key() {
    return new FactKey("shipment-cost", origin, fulfilment.value() + "/" + line.value());
  }
}
