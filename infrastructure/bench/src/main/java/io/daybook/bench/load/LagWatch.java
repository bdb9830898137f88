package io.daybook.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reads the lag again and again while a load runs, and after it until there is none. */
final class LagWatch implements AutoCloseable {
  /**
   * A reading.
   *
   * @param after since the watch began
   * @param lag then
   */
  record Reading(Duration after, Duration lag) {}

  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration AFTERWARDS = Duration.ofMillis(50);

  private final LagProbe probe;
  private final long began = System.nanoTime();
  private final List<Reading> readings = new ArrayList<>();
  private final Thread watching = Thread.ofPlatform().name("lag").unstarted(this::watch);
  private volatile boolean ended;

  private LagWatch(LagProbe probe) {
    this.probe = probe;
  }

  static LagWatch begin(LagProbe probe) {
    LagWatch watch = new LagWatch(probe);
    watch.watching.start();
    return watch;
  }

  private void watch() {
    while (!ended) {
      Reading reading = new Reading(Duration.ofNanos(System.nanoTime() - began), probe.lag());
      synchronized (readings) {
        readings.add(reading);
      }
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  /** Waits until there is no lag; how long that took, or nothing if patience ended first. */
  Optional<Duration> untilNone(Duration patience) {
    long from = System.nanoTime();
    while (System.nanoTime() - from < patience.toNanos()) {
      if (probe.lag().isZero()) {
        return Optional.of(Duration.ofNanos(System.nanoTime() - from));
      }
      LockSupport.parkNanos(AFTERWARDS.toNanos());
    }
    return Optional.empty();
  }

  List<Reading> readings() {
    synchronized (readings) {
      return List.copyOf(readings);
    }
  }

  @Override
  public void close() {
    ended = true;
    LockSupport.unpark(watching);
    try {
      watching.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
