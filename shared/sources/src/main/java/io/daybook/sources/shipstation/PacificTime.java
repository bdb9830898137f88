package io.daybook.sources.shipstation;

import io.daybook.sources.json.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Version 1's times: without a zone, and Pacific (docs.shipstation.com, date format and time zone). In the hour that a clock
 * goes through twice, the first pass is meant: nothing tells which it was.
 */
public final class PacificTime {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter QUERY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  private PacificTime() {}

  static Instant of(Field field) {
    try {
      LocalDateTime time = LocalDateTime.parse(field.text());
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.atZone(ZONE).toInstant();
      }
    } catch (DateTimeException _) {
      // Said below.
    }
    throw field.expected("a time without zone, such as 2026-10-05T14:03:00.0000000");
  }

  /** As the API takes it in a query, of an instant. */
  public static String query(Instant instant) {
    return QUERY.format(instant.atZone(ZONE));
  }
}
