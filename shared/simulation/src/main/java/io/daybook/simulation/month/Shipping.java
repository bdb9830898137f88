package io.daybook.simulation.month;

import java.util.List;

/**
 * What the customer pays for shipping.
 *
 * @param id the shop's id of the shipping line
 * @param title its name
 * @param grossMinor before discount
 * @param discountMinor the discount on it
 * @param taxes on what is left
 */
public record Shipping(
    long id, String title, long grossMinor, long discountMinor, List<Tax> taxes) {
  /** Copies the taxes. */
  public Shipping {
    taxes = List.copyOf(taxes);
  }

  /** After discount, without tax. */
  public long netMinor() {
    return grossMinor - discountMinor;
  }

  /** All taxes together. */
  public long taxMinor() {
    return taxes.stream().mapToLong(Tax::minor).sum();
  }
}
