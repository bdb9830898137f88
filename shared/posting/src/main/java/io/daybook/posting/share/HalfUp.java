package io.daybook.posting.share;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A fraction of an amount, rounded half-up on the absolute value ({@code ACCOUNTING.md} 30). */
public final class HalfUp {
  private HalfUp() {}

  /**
   * {@code whole × numerator ÷ denominator}, such as {@code share(825, 1, 2)} = 413.
   *
   * @throws ArithmeticException if the denominator is 0 or the result does not fit
   */
  public static long share(long whole, long numerator, long denominator) {
    return BigDecimal.valueOf(whole)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * The part of an amount that lies between two places of a whole: {@code round(after·r) − round(before·r)}. Parts that
   * follow each other from 0 to the denominator sum exactly to the whole.
   */
  public static long between(long whole, long before, long after, long denominator) {
    return Math.subtractExact(share(whole, after, denominator), share(whole, before, denominator));
  }
}
