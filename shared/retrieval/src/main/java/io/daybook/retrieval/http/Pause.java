package io.daybook.retrieval.http;

import java.time.Duration;

/** Waits; a test's does not. */
@FunctionalInterface
public interface Pause {
  /** Waits this long. */
  void pause(Duration duration) throws InterruptedException;
}
