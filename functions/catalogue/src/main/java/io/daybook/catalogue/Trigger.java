package io.daybook.catalogue;

import java.time.Duration;
import java.util.List;

/** What wakes a function. */
public sealed interface Trigger {
  /** An HTTP request, as a function-URL event (payload format 2.0). */
  record Http(String method, String path) implements Trigger {}

  /**
   * New items of a table, as a DynamoDB stream event. Starts at TRIM_HORIZON, answers partial batch responses, bisects,
   * and gives what still fails to the failure bucket.
   *
   * @param batchSize items at most in one event
   * @param window how long a batch may wait to fill
   * @param retries of a failing batch before it goes to the failure bucket
   * @param maxAge of an item that is still tried
   * @param partitions the event holds only items whose partition key holds one of these; all if empty
   */
  record Stream(
      Table table,
      int batchSize,
      Duration window,
      int retries,
      Duration maxAge,
      List<String> partitions)
      implements Trigger {
    /** Copies the list. */
    public Stream {
      partitions = List.copyOf(partitions);
    }
  }

  /** The clock. */
  record Schedule(Duration every) implements Trigger {}

  /** A person or another program calls it by name. */
  record Invoked() implements Trigger {}
}
