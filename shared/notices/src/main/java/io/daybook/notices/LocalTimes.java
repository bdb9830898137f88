package io.daybook.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them: by the book's clock, with its zone. */
final class LocalTimes {
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private LocalTimes() {}

  static String of(Instant at, ZoneId zone) {
    return TO_THE_MINUTE.format(at.atZone(zone)) + " (" + zone + ")";
  }
}
