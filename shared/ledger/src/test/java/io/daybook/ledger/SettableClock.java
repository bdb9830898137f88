package io.daybook.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until a test moves it. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Stands at an instant. */
  public SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** Goes on. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
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
