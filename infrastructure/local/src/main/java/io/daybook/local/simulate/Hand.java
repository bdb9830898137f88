package io.daybook.local.simulate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set. Each look at it takes a millisecond, so that no two stamps are one. */
final class Hand extends Clock {
  private Instant now;

  Hand(Instant now) {
    this.now = now;
  }

  /** Not before this. */
  void advanceTo(Instant at) {
    now = at.isAfter(now) ? at : now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    now = now.plusMillis(1);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
