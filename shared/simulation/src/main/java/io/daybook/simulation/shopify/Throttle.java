package io.daybook.simulation.shopify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Shopify's bucket of points: a query takes what it costs, and the bucket fills again with time. */
public final class Throttle {
  private static final long THOUSAND = 1_000;

  private final int maximum;
  private final int restorePerSecond;
  private final Clock clock;
  private long thousandths;
  private Instant filledAt;

  private Throttle(int maximum, int restorePerSecond, Clock clock) {
    this.maximum = maximum;
    this.restorePerSecond = restorePerSecond;
    this.clock = clock;
    this.thousandths = maximum * THOUSAND;
    this.filledAt = clock.instant();
  }

  /** A bucket of its own size. */
  public static Throttle of(int maximum, int restorePerSecond, Clock clock) {
    return new Throttle(maximum, restorePerSecond, clock);
  }

  /** That of the standard plan: 2,000 points, 100 a second. */
  public static Throttle standard(Clock clock) {
    return of(2_000, 100, clock);
  }

  /** So large and quick that no sweep of a small shop empties it. */
  public static Throttle generous(Clock clock) {
    return of(20_000, 20_000, clock);
  }

  /** What the platform tells of the bucket. */
  record Status(int maximumAvailable, int currentlyAvailable, int restoreRate) {}

  /** Takes the points, if they are there. */
  synchronized boolean take(int points) {
    fill();
    if (thousandths < points * THOUSAND) {
      return false;
    }
    thousandths -= points * THOUSAND;
    return true;
  }

  /** Gives back what was asked for and not used. */
  synchronized void giveBack(int points) {
    thousandths = Math.min(maximum * THOUSAND, thousandths + points * THOUSAND);
  }

  synchronized Status status() {
    fill();
    return new Status(maximum, (int) (thousandths / THOUSAND), restorePerSecond);
  }

  private void fill() {
    Instant now = clock.instant();
    long millis = Math.max(0, Duration.between(filledAt, now).toMillis());
    // Points a second are thousandths a millisecond.
    thousandths = Math.min(maximum * THOUSAND, thousandths + millis * restorePerSecond);
    filledAt = now;
  }
}
