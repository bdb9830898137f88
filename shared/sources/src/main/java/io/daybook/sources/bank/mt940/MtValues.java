package io.daybook.sources.bank.mt940;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.reading.WrittenAmount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The values of MT940 fields, read exactly. */
final class MtValues {
  private static final Pattern BALANCE =
      Pattern.compile("([CD])([0-9]{6})([A-Z]{3})([0-9]{1,15}(?:[,.][0-9]*)?)");

  /** SWIFT writes two digits of the year; the standard is younger than 1980. */
  private static final int FIRST_YEAR = 80;

  private static final int MONTH = 2;
  private static final int DAY = 4;

  private MtValues() {}

  /** A balance: its day and its amount, negative if the account is overdrawn. */
  record Balance(LocalDate day, Money amount) {}

  static Balance balance(MtField field) {
    Matcher told = BALANCE.matcher(field.first().replace(" ", ""));
    if (!told.matches()) {
      throw field.expected("a balance such as C261031EUR1234,56");
    }
    CurrencyCode currency = currency(field, told.group(3));
    Money amount = amount(field, told.group(4), currency);
    return new Balance(
        day(field, told.group(2)), told.group(1).equals("C") ? amount : amount.negated());
  }

  static CurrencyCode currency(MtField field, String code) {
    try {
      return new CurrencyCode(code);
    } catch (IllegalArgumentException e) {
      throw field.expected("a currency such as EUR");
    }
  }

  static Money amount(MtField field, String text, CurrencyCode currency) {
    return WrittenAmount.plain(text.replace(',', '.'), currency)
        .orElseThrow(() -> field.expected("an amount such as 1234,56, exact in " + currency));
  }

  /** Six digits, year first. */
  static LocalDate day(MtField field, String digits) {
    int year = Integer.parseInt(digits.substring(0, MONTH));
    try {
      return LocalDate.of(
          year < FIRST_YEAR ? 2000 + year : 1900 + year,
          Integer.parseInt(digits.substring(MONTH, DAY)),
          Integer.parseInt(digits.substring(DAY)));
    } catch (DateTimeException e) {
      throw field.expected("a day that exists, such as 261031");
    }
  }

  /**
   * Four digits without a year: the year in which it is nearest to another day. A day that does not exist near it is
   * none: some banks write zeros.
   */
  static Optional<LocalDate> dayNear(String digits, LocalDate near) {
    try {
      MonthDay day =
          MonthDay.of(
              Integer.parseInt(digits.substring(0, MONTH)),
              Integer.parseInt(digits.substring(MONTH)));
      return IntStream.rangeClosed(near.getYear() - 1, near.getYear() + 1)
          .filter(day::isValidYear)
          .mapToObj(day::atYear)
          .min(Comparator.comparingLong(at -> Math.abs(ChronoUnit.DAYS.between(near, at))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
