package io.daybook.events;

import java.util.List;
import java.util.Optional;

/**
 * What the customer pays for shipping.
 *
 * @param id the platform's id
 * @param grossMinor before discount, without tax
 * @param discountMinor without tax, at least 0 (booked to 4090, kind shipping: rule A9)
 * @param taxes by jurisdiction
 * @param exemption why it bears no tax, if that is to be reported (case 85)
 */
public record ShippingLine(
    LineId id,
    long grossMinor,
    long discountMinor,
    List<TaxAmount> taxes,
    Optional<Exemption> exemption) {
  /** Shipping without an exemption. */
  public ShippingLine(LineId id, long grossMinor, long discountMinor, List<TaxAmount> taxes) {
    this(id, grossMinor, discountMinor, taxes, Optional.empty());
  }

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
