package io.daybook.sources.bank.bai2;

import io.daybook.events.CurrencyCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A group: the accounts of one originator as of one day (02 to 98). */
final class BaiGroup {
  private static final String UPDATE = "1";
  private static final String CORRECTION = "3";

  private final BaiRecord header;
  private final LocalDate day;
  private final CurrencyCode currency;
  private long total;

  BaiGroup(BaiRecord header) {
    this.header = header;
    String status = header.at(2);
    if (!status.equals(UPDATE) && !status.equals(CORRECTION)) {
      throw header.expected(
          "group status", "1 (update) or 3 (correction); tests and deletions are not imported");
    }
    this.day = day(header, header.at(3));
    String told = header.at(5);
    this.currency = told.isEmpty() ? new CurrencyCode("USD") : currency(header, told);
  }

  static CurrencyCode currency(BaiRecord record, String code) {
    try {
      return new CurrencyCode(code);
    } catch (IllegalArgumentException e) {
      throw record.expected("currency", "a currency such as USD");
    }
  }

  /** Six digits, year first; some banks write eight. */
  private static LocalDate day(BaiRecord record, String digits) {
    if (!digits.matches("[0-9]{6}|[0-9]{8}")) {
      throw record.expected("as-of date", "a day such as 261031");
    }
    String full = digits.length() == 6 ? "20" + digits : digits;
    try {
      return LocalDate.of(
          Integer.parseInt(full.substring(0, 4)),
          Integer.parseInt(full.substring(4, 6)),
          Integer.parseInt(full.substring(6)));
    } catch (DateTimeException e) {
      throw record.expected("as-of date", "a day that exists, such as 261031");
    }
  }

  LocalDate day() {
    return day;
  }

  CurrencyCode currency() {
    return currency;
  }

  /** Modifiers 3 and 4: the bank tells the day while it lasts, and again on the next. */
  boolean isSameDay() {
    return header.at(6).equals("3") || header.at(6).equals("4");
  }

  /** When it was told, in milliseconds since 1970: the time as of which it holds, as UTC, for it only ranks. */
  long madeAt() {
    long start = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    String time = header.at(4);
    boolean known = time.matches("([01][0-9]|2[0-4])[0-5][0-9]");
    int minutes =
        known
            ? Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(2))
            : 0;
    // What was told of a day that is over ranks after all that was told while it lasted.
    return isSameDay()
        ? start + minutes * 60_000L
        : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  void count(long accountTotal) {
    total = Math.addExact(total, accountTotal);
  }

  /** Proves the trailer's total. */
  long end(BaiRecord trailer) {
    BaiFile.requireTotal(trailer, total, "the sum of the group's accounts");
    return total;
  }
}
