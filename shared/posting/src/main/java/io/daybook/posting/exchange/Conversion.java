package io.daybook.posting.exchange;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact rate between the minor units of two currencies, as a fraction: nothing is rounded before an amount is.
 *
 * @param numerator minor units of the second currency
 * @param denominator for so many of the first; not 0
 */
public record Conversion(BigDecimal numerator, BigDecimal denominator) {
  /** Refuses a fraction of nothing. */
  public Conversion {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("conversion of 0 " + numerator);
    }
  }

  /** The one by which an amount was exchanged for another. */
  public static Conversion ofAmounts(long minor, long forMinor) {
    return new Conversion(BigDecimal.valueOf(minor), BigDecimal.valueOf(forMinor));
  }

  /** A rate in major units: one unit of a currency for so many of another. */
  static Conversion ofRate(BigDecimal rate, CurrencyCode from, CurrencyCode to) {
    return new Conversion(
        rate.scaleByPowerOfTen(Decimals.iso(to)),
        BigDecimal.ONE.scaleByPowerOfTen(Decimals.iso(from)));
  }

  /** The other way. */
  Conversion inverse() {
    return new Conversion(denominator, numerator);
  }

  /** First this, then that. */
  Conversion then(Conversion next) {
    return new Conversion(
        numerator.multiply(next.numerator), denominator.multiply(next.denominator));
  }

  /** An amount in minor units, half up on the absolute value. */
  public long minor(long ofMinor) {
    return BigDecimal.valueOf(ofMinor)
        .multiply(numerator)
        .divide(denominator, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
