package io.daybook.local.command;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a period, both included. */
record Days(LocalDate from, LocalDate to) {
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?");

  /** Of a month such as {@code 2026-10}, a quarter such as {@code 2026-Q4}, or a year. */
  static Days of(String period) throws Complaint {
    Matcher parts = PERIOD.matcher(period);
    if (!parts.matches()) {
      throw new Complaint(
          "--period is '"
              + period
              + "', expected a month 2026-10, a quarter 2026-Q4 or a year 2026.");
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(3) != null) {
      YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group(3)));
      return new Days(month.atDay(1), month.atEndOfMonth());
    }
    if (parts.group(2) != null) {
      YearMonth last = YearMonth.of(year, 3 * Integer.parseInt(parts.group(2)));
      return new Days(last.minusMonths(2).atDay(1), last.atEndOfMonth());
    }
    return new Days(Year.of(year).atDay(1), Year.of(year).atMonth(12).atEndOfMonth());
  }
}
