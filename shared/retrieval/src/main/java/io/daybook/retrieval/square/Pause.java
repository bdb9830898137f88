package io.daybook.retrieval.square;

import java.time.Duration;

/** Waits; a test's does not. */
@FunctionalInterface
interface Pause {
  /** Waits this long. */
  void pause(Duration duration) throws InterruptedException;
}
