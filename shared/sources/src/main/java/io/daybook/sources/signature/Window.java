package io.daybook.sources.signature;

import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import java.time.Duration;
import java.time.Instant;

/** How far a signature's time may lie from now. */
public final class Window {
  /** On either side: clocks differ, so that a signature may come from the future too. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Window() {}

  /** Genuine if signed within the tolerance. */
  public static Verification within(Instant signed, Instant now, String topic) {
    if (signed.isBefore(now.minus(TOLERANCE))) {
      return new Verification.Refused(Reason.TOO_OLD);
    }
    return signed.isAfter(now.plus(TOLERANCE))
        ? new Verification.Refused(Reason.IN_THE_FUTURE)
        : new Verification.Genuine(topic);
  }
}
