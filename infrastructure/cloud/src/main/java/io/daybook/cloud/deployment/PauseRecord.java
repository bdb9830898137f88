package io.daybook.cloud.deployment;

import java.time.Instant;
import java.util.List;

/**
 * That the stream triggers of a stage are paused, or about to be: on record before the first of them is.
 *
 * @param mappings the ids of the event-source mappings that are to run again
 * @param since when the first may have stopped
 * @param by the ARN of who paused them
 * @param reason why
 */
record PauseRecord(List<String> mappings, Instant since, String by, String reason) {
  /** Copies the list. */
  PauseRecord {
    mappings = List.copyOf(mappings);
  }
}
