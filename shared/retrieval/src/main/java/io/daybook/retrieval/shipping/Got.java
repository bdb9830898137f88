package io.daybook.retrieval.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;

/** What a call came to. */
public sealed interface Got {
  /** JSON; a list at the root stands under {@code objects}. */
  record Json(JsonNode root) implements Got {}

  /** It is not there (404). */
  record Missing() implements Got {}

  /** Why there is nothing. */
  record Failed(Fetched why) implements Got {}
}
