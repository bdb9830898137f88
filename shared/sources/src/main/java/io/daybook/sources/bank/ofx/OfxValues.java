package io.daybook.sources.bank.ofx;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.reading.WrittenAmount;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of OFX elements, read exactly. */
final class OfxValues {
  /** A day, maybe a time, maybe a zone: {@code 20261031120000.000[-5:EST]}. Some banks write {@code 2026-10-31}. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:[T ]?([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:\\.[0-9]*)?)?)?"
              + "\\s*(?:\\[\\s*([+-]?[0-9]{1,2}(?:[.:][0-9]{1,2})?)(?::[^\\]]*)?\\])?.*");

  private static final int HOUR = 3600;

  private OfxValues() {}

  /** The day as the bank wrote it. */
  static LocalDate day(OfxElement element) {
    Matcher told = matched(element);
    try {
      return LocalDate.of(
          Integer.parseInt(told.group(1)),
          Integer.parseInt(told.group(2)),
          Integer.parseInt(told.group(3)));
    } catch (DateTimeException e) {
      throw element.expected("a day that exists, such as 20261031");
    }
  }

  /** Milliseconds since 1970; without a zone, UTC, as the standard says. */
  static long millis(OfxElement element) {
    Matcher told = matched(element);
    try {
      LocalTime time =
          told.group(4) == null
              ? LocalTime.MIDNIGHT
              : LocalTime.of(
                  Integer.parseInt(told.group(4)),
                  Integer.parseInt(told.group(5)),
                  told.group(6) == null ? 0 : Math.min(59, Integer.parseInt(told.group(6))));
      return day(element)
          .atTime(time)
          .toInstant(ZoneOffset.ofTotalSeconds(offset(told.group(7))))
          .toEpochMilli();
    } catch (DateTimeException e) {
      throw element.expected("a time such as 20261031120000[-5:EST]");
    }
  }

  private static int offset(@Nullable String hours) {
    return hours == null
        ? 0
        : new BigDecimal(hours.replace(':', '.')).multiply(BigDecimal.valueOf(HOUR)).intValue();
  }

  private static Matcher matched(OfxElement element) {
    Matcher told = MOMENT.matcher(element.text());
    if (!told.matches()) {
      throw element.expected("a day such as 20261031");
    }
    return told;
  }

  static Money amount(OfxElement element, CurrencyCode currency) {
    return WrittenAmount.either(element.text(), currency)
        .orElseThrow(() -> element.expected("an amount such as -12.34, exact in " + currency));
  }

  static CurrencyCode currency(OfxElement statement) {
    String code = statement.value("CURDEF").orElse("");
    try {
      return new CurrencyCode(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw statement.child("CURDEF").orElse(statement).expected("a currency (CURDEF) such as USD");
    }
  }

  static OfxElement need(OfxElement of, String child) {
    Optional<OfxElement> found = of.child(child).filter(one -> !one.text().isEmpty());
    return found.orElseThrow(() -> of.expected("an element " + child));
  }
}
