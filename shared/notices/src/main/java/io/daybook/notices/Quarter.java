package io.daybook.notices;

import java.time.Duration;
import java.time.Instant;

/** A quarter of an hour, numbered since 1970. Every time zone in use is a whole number of them off UTC. */
public record Quarter(long number) implements Comparable<Quarter> {
  /** How long it is. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  /** How many a UTC day has. */
  static final int A_DAY = 96;

  /** The one that an instant lies in. */
  public static Quarter of(Instant at) {
    return new Quarter(Math.floorDiv(at.getEpochSecond(), LENGTH.toSeconds()));
  }

  /** When it begins. */
  public Instant start() {
    return Instant.ofEpochSecond(Math.multiplyExact(number, LENGTH.toSeconds()));
  }

  /** When it is over. */
  Instant end() {
    return start().plus(LENGTH);
  }

  @Override
  public int compareTo(Quarter other) {
    return Long.compare(number, other.number);
  }
}
