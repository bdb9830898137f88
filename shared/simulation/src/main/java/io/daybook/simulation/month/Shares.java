package io.daybook.simulation.month;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Rounding, said once: half-up, and shares by what is due after less what was due before. */
final class Shares {
  private Shares() {}

  static long halfUp(BigDecimal minor) {
    return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** What falls to the parts {@code before + 1 … before + count} of {@code all}. */
  static long share(long minor, int before, int count, int all) {
    return upTo(minor, before + count, all) - upTo(minor, before, all);
  }

  private static long upTo(long minor, int parts, int all) {
    BigDecimal exact =
        new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(parts)));
    return exact.divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP).longValueExact();
  }
}
