package io.daybook.events;

import java.util.List;

/**
 * What the customer pays for shipping.
 *
 * @param id the platform's id
 * @param grossMinor before discount, without tax
 * @param discountMinor without tax, at least 0 (booked to 4090, kind shipping: rule A9)
 * @param taxes by jurisdiction
 */
public record ShippingLine(LineId id, long grossMinor, long discountMinor, List<TaxAmount> taxes) {
  /** Refuses negative amounts and a discount above the price. */
  public ShippingLine {
    Amounts.requireNotNegative(grossMinor, "shipping");
    Amounts.requireNotNegative(discountMinor, "shipping discount");
    if (discountMinor > grossMinor) {
      throw new IllegalArgumentException(
          "shipping discount " + discountMinor + " is above the price " + grossMinor);
    }
    taxes = List.copyOf(taxes);
  }
}
