package io.daybook.portal.page;

import io.daybook.events.CurrencyCode;
import io.daybook.statements.PrintedMoney;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days, times, spans and amounts are written. */
public final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

  private Words() {}

  /** Such as {@code 5 Oct 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as {@code October 2026}. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** Such as {@code 5 Oct 2026, 03:12 CEST}. */
  public static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  /** Such as {@code 5 Oct 2026, 03:12:04 UTC}. */
  public static Moment time(Instant at) {
    return Moment.of(at, TIME.format(at.atZone(ZoneOffset.UTC)).replace(" Z", " UTC"));
  }

  /** Such as {@code -1,234.50 USD}. */
  public static String money(long minor, CurrencyCode currency) {
    return PrintedMoney.withCurrency(minor, currency);
  }

  /** Such as {@code 1,234}. */
  public static String count(long number) {
    return PrintedMoney.grouped(Long.toString(number));
  }

  /** A number and what is counted, such as {@code 1 payout} or {@code 1,234 payouts}. */
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** A span in its largest unit, such as {@code 3 days}; never negative. */
  public static String span(Duration span) {
    if (span.toDays() > 0) {
      return counted(span.toDays(), "day", "days");
    }
    if (span.toHours() > 0) {
      return counted(span.toHours(), "hour", "hours");
    }
    if (span.toMinutes() > 0) {
      return counted(span.toMinutes(), "minute", "minutes");
    }
    return counted(Math.max(0, span.toSeconds()), "second", "seconds");
  }

  /** A remark as a sentence: with a capital and a full stop. */
  public static String sentence(String remark) {
    if (remark.isEmpty()) {
      return remark;
    }
    int first = remark.offsetByCodePoints(0, 1);
    String capital = remark.substring(0, first).toUpperCase(Locale.ENGLISH);
    String stop = remark.endsWith(".") ? "" : ".";
    return capital + remark.substring(first) + stop;
  }

  /** How many days ago a day is, such as {@code 3 days}. */
  public static String days(LocalDate from, LocalDate to) {
    long days = Math.max(0, to.toEpochDay() - from.toEpochDay());
    return days == 0 ? "today" : counted(days, "day", "days");
  }
}
