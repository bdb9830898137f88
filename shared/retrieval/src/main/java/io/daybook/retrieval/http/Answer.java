package io.daybook.retrieval.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;

/** What came of a call that asks for JSON. */
public sealed interface Answer {
  /** The body of a success. */
  record Body(JsonNode json) implements Answer {}

  /** No success, and what to tell the sweep. */
  record Failed(Fetched why) implements Answer {}

  /** The answer of a call without which a page cannot be made. */
  default JsonNode must() throws CallFailed {
    return switch (this) {
      case Body body -> body.json();
      case Failed failed -> throw new CallFailed(failed.why());
    };
  }
}
