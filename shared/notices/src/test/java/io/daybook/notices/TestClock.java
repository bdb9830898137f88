package io.daybook.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
final class TestClock extends Clock {
  private Instant now;

  TestClock(String now) {
    this.now = Instant.parse(now);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void set(String at) {
    now = Instant.parse(at);
  }

  @Override
  public Instant instant() {
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
