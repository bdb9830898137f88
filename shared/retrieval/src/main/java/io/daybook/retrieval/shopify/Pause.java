package io.daybook.retrieval.shopify;

import java.time.Duration;

/** Waits; a test's does not. */
@FunctionalInterface
interface Pause {
  /** Waits this long. */
  void pause(Duration duration) throws InterruptedException;
}
