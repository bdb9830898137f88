package io.daybook.sources.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price and its discount without tax, in minor units.
 *
 * <p>Where prices exclude tax they are what the platform says. Where they include it (case 9), the net is what the
 * customer pays less the platform's own tax, exactly: {@code gross − discount + tax} is always what the platform
 * charges. How much of the tax the discount carried the platform does not say: the net discount is the discount's share
 * of the net, rounded half-up, and the gross is the net plus that, so that the rounding never touches net or tax.
 */
record Prices(long grossMinor, long discountMinor) {
  /**
   * The prices without tax.
   *
   * @param priceMinor before discount, tax included
   * @param discountMinor tax included
   * @param taxMinor the platform's tax on what is paid
   * @throws ArithmeticException if the tax is above what is paid
   */
  static Prices taxIncluded(long priceMinor, long discountMinor, long taxMinor) {
    long paidMinor = Math.subtractExact(priceMinor, discountMinor);
    long netMinor = Math.subtractExact(paidMinor, taxMinor);
    if (netMinor < 0) {
      throw new ArithmeticException("tax " + taxMinor + " is above the price paid, " + paidMinor);
    }
    long netDiscountMinor =
        paidMinor == 0
            ? discountMinor
            : BigDecimal.valueOf(discountMinor)
                .multiply(BigDecimal.valueOf(netMinor))
                .divide(BigDecimal.valueOf(paidMinor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    return new Prices(Math.addExact(netMinor, netDiscountMinor), netDiscountMinor);
  }
}
