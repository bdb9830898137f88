package io.daybook.events;

import java.util.List;
import java.util.Optional;

/**
 * A line of an order, for its whole quantity.
 *
 * @param id the platform's id of the line
 * @param sku what is sold, if the platform says
 * @param kind what becomes of it: shipped, served, or a gift card sold
 * @param quantity ordered, added lines and quantities of later edits included, removed ones too
 * @param grossMinor price times quantity before discount, without tax
 * @param discountMinor the platform's allocation of discounts to this line, without tax, at least 0
 * @param taxes by jurisdiction
 */
public record OrderLine(
    LineId id,
    Optional<Sku> sku,
    Kind kind,
    int quantity,
    long grossMinor,
    long discountMinor,
    List<TaxAmount> taxes) {
  /** What becomes of a line. */
  public enum Kind {
    /** Shipped; revenue when control passes. */
    GOODS,
    /** Never shipped (digital, service, wrap): revenue at the platform's fulfilment mark, else at payment (rule A8). */
    SERVICE,
    /** A gift card sold: a liability, never revenue. */
    GIFT_CARD
  }

  /** Refuses negative amounts and a discount above the price. */
  public OrderLine {
    Amounts.requirePositive(quantity, "quantity");
    Amounts.requireNotNegative(grossMinor, "gross");
    Amounts.requireNotNegative(discountMinor, "discount");
    if (discountMinor > grossMinor) {
      throw new IllegalArgumentException(
          "discount " + discountMinor + " is above the price " + grossMinor);
    }
    taxes = List.copyOf(taxes);
  }

  /** Price less discount, without tax, in minor units. */
  public long netMinor() {
    return grossMinor - discountMinor;
  }
}
