package io.daybook.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Whether notices are told one by one or gathered. */
public enum Pace {
  /** With the next run. */
  AT_ONCE("at-once"),
  /** Gathered until the full hour. */
  HOURLY("hourly"),
  /** Gathered until eight in the morning. */
  DAILY("daily");

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final String code;

  Pace(String code) {
    this.code = code;
  }

  /** As settings write it. */
  @JsonValue
  public String code() {
    return code;
  }

  /** When something that is ready at an instant is told, by a clock in a zone. */
  Instant tells(Instant ready, ZoneId zone) {
    return switch (this) {
      case AT_ONCE -> ready;
      case HOURLY -> {
        ZonedDateTime hour = ready.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        yield hour.toInstant().equals(ready) ? ready : hour.plusHours(1).toInstant();
      }
      case DAILY -> {
        ZonedDateTime at = ready.atZone(zone);
        ZonedDateTime today = at.toLocalDate().atTime(MORNING).atZone(zone);
        yield (at.isAfter(today)
                ? at.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone)
                : today)
            .toInstant();
      }
    };
  }

  /**
   * The inverse of {@link #code}.
   *
   * @throws IllegalArgumentException naming the paces there are
   */
  @JsonCreator
  public static Pace parse(String code) {
    return Arrays.stream(values())
        .filter(pace -> pace.code.equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "pace is '" + code + "', expected at-once, hourly or daily"));
  }
}
