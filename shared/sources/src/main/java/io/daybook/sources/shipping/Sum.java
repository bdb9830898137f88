package io.daybook.sources.shipping;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.math.BigDecimal;

/**
 * An exact sum of amounts in major units, such as {@code 5.93000} and {@code 0.50000}. Providers count fractions of a cent;
 * a ledger does not: a sum of which one remains is refused, never rounded (docs/decisions/0037).
 */
public final class Sum {
  private final CurrencyCode currency;
  private BigDecimal major = BigDecimal.ZERO;

  /** Nothing yet. */
  public Sum(CurrencyCode currency) {
    this.currency = currency;
  }

  /** Adds an amount. */
  public Sum add(Field amount) {
    major = major.add(amount.decimal());
    return this;
  }

  /**
   * The sum in minor units.
   *
   * @param place what is refused if a fraction remains or the sum is below 0
   */
  public long minor(Field place) {
    try {
      long minor = Money.ofMajor(major, currency).minor();
      if (minor >= 0) {
        return minor;
      }
    } catch (ArithmeticException _) {
      // Said below.
    }
    throw place.expected(
        "amounts that sum to at least 0 "
            + currency
            + " with at most "
            + Decimals.iso(currency)
            + " decimals");
  }

  /** Whether it sums to nothing. */
  public boolean isZero() {
    return major.signum() == 0;
  }
}
