package io.daybook.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as text of one width, so that the order of texts is that of time: {@code 2025-03-01T12:00:00.000000000Z}. */
public final class SortableInstant {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

  private SortableInstant() {}

  /** The text of an instant; {@link Instant#parse} is the inverse. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }
}
