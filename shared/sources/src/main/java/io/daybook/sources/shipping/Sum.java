package io.daybook.sources.shipping;

import io.daybook.events.CurrencyCode;
import io.daybook.events.LabelFraction;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact sum of amounts in major units, such as {@code 5.93000} and {@code 0.50000}. Providers count fractions of a cent;
 * a ledger does not: a sum of which one remains is refused (docs/decisions/0037), or rounded together with what was rounded
 * away (docs/decisions/0047).
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

  /**
   * A sum in whole minor units and the rest.
   *
   * @param minor rounded half up
   * @param part what the exact sum is more, in hundred-thousandths of a minor unit
   */
  public record Rounded(long minor, long part) {}

  /**
   * The sum, rounded to minor units once.
   *
   * @param place what is refused if the sum is below 0 or has smaller fractions than five decimals of a minor unit
   */
  public Rounded rounded(Field place) {
    BigDecimal minor = major.movePointRight(Decimals.iso(currency));
    BigDecimal whole = minor.setScale(0, RoundingMode.HALF_UP);
    BigDecimal part = minor.subtract(whole).multiply(BigDecimal.valueOf(LabelFraction.PARTS));
    try {
      if (minor.signum() >= 0) {
        return new Rounded(whole.longValueExact(), part.longValueExact());
      }
    } catch (ArithmeticException _) {
      // Said below.
    }
    throw place.expected("amounts that sum to at least 0 " + currency);
  }

  /** Whether it sums to nothing. */
  public boolean isZero() {
    return major.signum() == 0;
  }
}
