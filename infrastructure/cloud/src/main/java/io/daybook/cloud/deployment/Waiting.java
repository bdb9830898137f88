package io.daybook.cloud.deployment;

import java.time.Duration;

/** How time passes between two looks at something that changes by itself. */
@FunctionalInterface
public interface Waiting {
  /** Returns after so long. */
  void pass(Duration time);

  /** Sleeps. An interrupt ends the command, as a kill would: what is on record is finished by the next one. */
  static Waiting sleeping() {
    return time -> {
      try {
        Thread.sleep(time);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(
            "interrupted; give the same command once more and it goes on", interrupted);
      }
    };
  }
}
