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
 * @param carrier who carries it, if told; context, unless nobody tells of its delivery (rule A13)
 * @param zone where to, as the book's policy names zones, if told; context too
 */
public record Fulfilment(
    Origin origin,
    FulfilmentId id,
    OrderId order,
    long version,
    Instant shippedAt,
    Optional<Instant> cancelledAt,
    List<Shipped> lines,
    Optional<String> carrier,
    Optional<String> zone)
    implements State {
  /** A quantity of an order line in the parcel, more than 0. */
  public record Shipped(LineId line, int quantity) {
    /** Refuses a quantity below 1. */
    public Shipped {
      Amounts.requirePositive(quantity, "quantity");
    }
  }

  /** A parcel of which no carrier is told. */
  public Fulfilment(
      Origin origin,
      FulfilmentId id,
      OrderId order,
      long version,
      Instant shippedAt,
      Optional<Instant> cancelledAt,
      List<Shipped> lines) {
    this(
        origin,
        id,
        order,
        version,
        shippedAt,
        cancelledAt,
        lines,
        Optional.empty(),
        Optional.empty());
  }

  /** Copies the list. */
  public Fulfilment {
    lines = List.copyOf(lines);
  }

  @Override
  public FactKey key() {
    return new FactKey("fulfilment", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Fulfilment(origin, id, order, version, shippedAt, cancelledAt, lines);
  }
}
