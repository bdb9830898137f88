package io.daybook.retrieval.magento;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;

/** What came of a call. */
sealed interface Answer {
  /** The body of a success. */
  record Body(JsonNode json) implements Answer {}

  /** No success, and what to tell the sweep. */
  record Failed(Fetched why) implements Answer {}
}
