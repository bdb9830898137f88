package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection's {@code pageInfo}. */
final class Pages {
  private Pages() {}

  /** Whether it says that there is more and not where: to go on would be to stop early, unseen. */
  static boolean hasNoCursor(JsonNode connection) {
    JsonNode page = connection.path("pageInfo");
    return page.path("hasNextPage").asBoolean(false) && page.path("endCursor").asText("").isEmpty();
  }

  /** Its objects. */
  static List<JsonNode> nodes(JsonNode connection) {
    List<JsonNode> nodes = new ArrayList<>();
    connection.path("nodes").forEach(nodes::add);
    return nodes;
  }

  static Answer.Failure refused() {
    return new Answer.Failed(new Fetched.Refused(200, "a page that goes on without a cursor"));
  }

  /** Where the next page begins; empty after the last. */
  static Optional<String> next(JsonNode connection) {
    JsonNode page = connection.path("pageInfo");
    return page.path("hasNextPage").asBoolean(false)
        ? Optional.of(page.path("endCursor").asText()).filter(cursor -> !cursor.isEmpty())
        : Optional.empty();
  }
}
