package io.daybook.sources.magento;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantities and shares. */
final class Units {
  private Units() {}

  /** What is sold by weight or length is one unit, whatever its measure. */
  static int of(BigDecimal quantity) {
    boolean isWhole = quantity.stripTrailingZeros().scale() <= 0;
    return isWhole ? quantity.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue() : 1;
  }

  /** {@code minor · part / whole}, half up on the absolute value; 0 of nothing. */
  static long share(long minor, BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? 0
        : BigDecimal.valueOf(minor)
            .multiply(part)
            .divide(whole, 0, RoundingMode.HALF_UP)
            .longValueExact();
  }
}
