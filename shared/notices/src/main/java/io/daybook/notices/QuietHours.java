package io.daybook.notices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Hours of the day in which nobody is told: what comes up then is told when they end.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not; earlier than {@code from} means across midnight
 * @param zone by whose clock
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  /** Refuses hours that are always or never quiet. */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours begin and end at " + from);
    }
  }

  /** Whether it is quiet at an instant. */
  boolean holdAt(Instant at) {
    LocalTime time = LocalTime.ofInstant(at, zone);
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /**
   * The inverse of {@link #toString}: {@code 22:00-07:00 America/New_York}; without a zone, that of the book.
   *
   * @throws IllegalArgumentException naming what was expected
   */
  public static QuietHours parse(String text, ZoneId unlessNamed) {
    String[] words = text.strip().split("\\s+", 2);
    String[] hours = words[0].split("-", -1);
    try {
      if (hours.length == 2) {
        return new QuietHours(
            LocalTime.parse(hours[0]),
            LocalTime.parse(hours[1]),
            words.length == 2 ? ZoneId.of(words[1]) : unlessNamed);
      }
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(expected(text), wrong);
    }
    throw new IllegalArgumentException(expected(text));
  }

  private static String expected(String text) {
    return "quiet hours are '"
        + PlainLine.of(text)
        + "', expected such as 22:00-07:00 or '22:00-07:00 Europe/Berlin'";
  }

  @Override
  public String toString() {
    return from + "-" + to + " " + zone;
  }
}
