package io.daybook.sources.reading;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Decimals;
import io.daybook.ledger.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts as files write them, read exactly or not at all. */
public final class WrittenAmount {
  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?");
  private static final Pattern LEADING_POINT = Pattern.compile("[+-]?\\.[0-9]{1,20}");
  private static final Pattern THOUSANDS_BY_COMMA =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");
  private static final Pattern THOUSANDS_BY_POINT =
      Pattern.compile("[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3})+(,[0-9]*)?");
  private static final int THOUSAND = 3;

  private WrittenAmount() {}

  /** An amount whose decimal sign is a point: {@code -12.34}. Empty if it is none, or not exact in the currency. */
  public static Optional<Money> plain(String text, CurrencyCode currency) {
    if (!PLAIN.matcher(text).matches() && !LEADING_POINT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.ofMajor(new BigDecimal(text), currency));
    } catch (ArithmeticException tooFine) {
      return Optional.empty();
    }
  }

  /**
   * An amount whose decimal sign is a point or a comma, whichever comes last, with or without thousands. One sign alone
   * with exactly three digits after it parts thousands, unless the currency has three decimals.
   */
  public static Optional<Money> either(String text, CurrencyCode currency) {
    String bare = text.strip().replace(" ", "").replace("\u00a0", "").replace("'", "");
    if (bare.indexOf(',') < 0 && bare.indexOf('.') < 0) {
      return plain(bare, currency);
    }
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    boolean commaLast = comma > point;
    int after = bare.length() - Math.max(comma, point) - 1;
    boolean alone = comma < 0 || point < 0;
    if (alone && after == THOUSAND && Decimals.iso(currency) != THOUSAND) {
      commaLast = !commaLast;
    }
    return withDecimal(bare, commaLast ? ',' : '.', currency);
  }

  /** An amount with a known decimal sign; the other one of point and comma may part thousands, three digits each. */
  public static Optional<Money> withDecimal(String text, char decimal, CurrencyCode currency) {
    String bare = text.strip().replace(" ", "").replace("\u00a0", "").replace("'", "");
    char other = decimal == ',' ? '.' : ',';
    if (bare.indexOf(other) >= 0) {
      Pattern grouped = other == ',' ? THOUSANDS_BY_COMMA : THOUSANDS_BY_POINT;
      if (!grouped.matcher(bare).matches()) {
        return Optional.empty();
      }
      bare = bare.replace(String.valueOf(other), "");
    }
    return plain(bare.replace(decimal, '.'), currency);
  }

  /** Whole minor units, as BAI2 writes them: {@code +4350000}. */
  public static Optional<Money> minor(String text, CurrencyCode currency) {
    try {
      return text.matches("[+-]?[0-9]{1,19}")
          ? Optional.of(new Money(Long.parseLong(text), currency))
          : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
