package io.daybook.bench.cost;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the month that is played: stands until it is moved on. */
final class MonthClock extends Clock {
  private final AtomicReference<Instant> now;

  MonthClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Moves on to an instant; never back. */
  void reach(Instant instant) {
    now.accumulateAndGet(instant, (before, next) -> next.isAfter(before) ? next : before);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now.get(), zone);
  }
}
