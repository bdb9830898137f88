package io.daybook.direct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Until when an answer is of use: all calls for one webhook, with their retries, share one. */
public final class Deadline {
  private final Clock clock;
  private final Instant end;

  private Deadline(Clock clock, Instant end) {
    this.clock = clock;
    this.end = end;
  }

  /** From now on for so long. */
  public static Deadline in(Duration patience, Clock clock) {
    return new Deadline(clock, clock.instant().plus(patience));
  }

  /** Milliseconds left; 0 or less once it has passed. */
  public long leftMillis() {
    return Duration.between(clock.instant(), end).toMillis();
  }
}
