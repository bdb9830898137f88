package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount of money: integer minor units of a currency. No float and no tolerance anywhere (DESIGN promise 7).
 *
 * @param minor minor units, such as cents; may be negative
 * @param currency ISO 4217
 */
public record Money(long minor, CurrencyCode currency) {
  /** The sum; an overflow or two currencies is a bug, never a wrong number. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** The difference. */
  public Money minus(Money other) {
    requireSame(other);
    return new Money(Math.subtractExact(minor, other.minor), currency);
  }

  /** The same amount the other way. */
  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
  }

  /** The amount in major units with the currency's ISO 4217 decimals, such as {@code -12.34} or {@code 500}. */
  public BigDecimal major() {
    return BigDecimal.valueOf(minor, Decimals.iso(currency));
  }

  /**
   * An amount in major units as minor units.
   *
   * @throws ArithmeticException if it has more decimals than the currency (trailing zeros are fine)
   */
  public static Money ofMajor(BigDecimal major, CurrencyCode currency) {
    BigDecimal scaled = major.setScale(Decimals.iso(currency), RoundingMode.UNNECESSARY);
    return new Money(scaled.unscaledValue().longValueExact(), currency);
  }

  /** As people read it, thousands set apart, the same on every machine: {@code -1,234.50 USD}. */
  public String words() {
    return String.format(Locale.ROOT, "%,." + Decimals.iso(currency) + "f %s", major(), currency);
  }

  /** As machines read it, such as {@code -1234.50 USD}. */
  @Override
  public String toString() {
    return major().toPlainString() + " " + currency;
  }
}
