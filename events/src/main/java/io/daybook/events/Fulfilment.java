package io.daybook.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A parcel at a version: what left, and whether it was called back.
 *
 * @param origin the shop
 * @param id the shop's id of the parcel
 * @param order the order it belongs to
 * @param version the platform's time of last change, milliseconds since 1970
 * @param shippedAt when it left
 * @param cancelledAt when it was called back, if it was (case 14)
 * @param lines what is in it
 */
public record Fulfilment(
    Origin origin,
    FulfilmentId id,
    OrderId order,
    long version,
    Instant shippedAt,
    Optional<Instant> cancelledAt,
    List<Shipped> lines)
    implements State {
  /** A quantity of an order line in the parcel, more than 0. */
  public record Shipped(LineId line, int quantity) {
    /** Refuses a quantity below 1. */
    public Shipped {
      Amounts.requirePositive(quantity, "quantity");
    }
  }

  /** Copies the list. */
  public Fulfilment {
    lines = List.copyOf(lines);
  }

  @Override
  public FactKey key() {
    return new FactKey("fulfilment", origin, id.value());
  }
}
