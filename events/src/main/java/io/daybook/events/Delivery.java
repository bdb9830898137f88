package io.daybook.events;

import java.time.Instant;

/**
 * What became of a parcel on its way, as the carrier or the shop tells it (cases 58 and 89).
 *
 * @param origin the shop
 * @param fulfilment the parcel
 * @param order the order it belongs to
 * @param at when
 * @param outcome what became of it
 */
public record Delivery(
    Origin origin, FulfilmentId fulfilment, OrderId order, Instant at, Outcome outcome)
    implements Happening {
  /** What became of a parcel. */
  public enum Outcome {
    /** The customer has it. */
    DELIVERED,
    /** The customer refused it or could not be found: it came back to the sender. */
    RETURNED
  }

  @Override
  public FactKey key() {
    return new FactKey("delivery", origin, fulfilment.value() + "/" + outcome);
  }
}
