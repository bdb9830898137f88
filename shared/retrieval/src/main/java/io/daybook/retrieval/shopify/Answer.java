package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;
import java.time.Duration;

/** What one query was answered. */
sealed interface Answer {
  /**
   * All that was asked for.
   *
   * @param data the objects by the query's root fields
   * @param refill how long until the next query of the same cost can be paid for
   * @param version the API version that answered, as it says itself; empty if it does not
   */
  record Data(JsonNode data, Duration refill, String version) implements Answer {}

  /** Not what was asked for. */
  sealed interface Failure extends Answer {}

  /** The platform does not run a query as dear as this: smaller pieces are needed. */
  record TooDear() implements Failure {}

  /** Nothing, and why. */
  record Failed(Fetched why) implements Failure {}
}
