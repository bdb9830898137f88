package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What a query cost and what is left, in the platform's points ({@code extensions.cost}, shopify.dev "rate limits").
 * Zero where the platform does not say.
 *
 * @param requested what it could have cost
 * @param available what is left
 * @param restorePerSecond how fast it fills again
 */
record Cost(long requested, long available, long restorePerSecond) {
  static Cost of(JsonNode cost) {
    JsonNode status = cost.path("throttleStatus");
    return new Cost(
        cost.path("requestedQueryCost").asLong(0),
        status.path("currentlyAvailable").asLong(0),
        status.path("restoreRate").asLong(0));
  }

  /** How long until a query of the same cost can be paid for. */
  Duration refill() {
    long missing = requested - available;
    if (missing <= 0 || restorePerSecond <= 0) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.ceilDiv(missing, restorePerSecond));
  }
}
