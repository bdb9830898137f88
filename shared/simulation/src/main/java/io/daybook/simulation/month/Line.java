package io.daybook.simulation.month;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of an order.
 *
 * @param id the shop's id
 * @param item what is sold
 * @param quantity ordered
 * @param discountMinor the platform's allocation of the order's discount
 * @param taxes on the whole line
 * @param addedAt when an edit added it; absent for what was ordered at once
 */
public record Line(
    long id,
    Item item,
    int quantity,
    long discountMinor,
    List<Tax> taxes,
    Optional<Instant> addedAt) {
  /** Copies the taxes. */
  public Line {
    taxes = List.copyOf(taxes);
  }

  /** Price times quantity. */
  public long grossMinor() {
    return item.priceMinor() * quantity;
  }

  /** After discount, without tax. */
  public long netMinor() {
    return grossMinor() - discountMinor;
  }

  /** All taxes together. */
  public long taxMinor() {
    return taxes.stream().mapToLong(Tax::minor).sum();
  }

  /** Whether it was on the order at an instant. */
  public boolean existsAt(Instant at) {
    return addedAt.map(added -> !added.isAfter(at)).orElse(true);
  }
}
