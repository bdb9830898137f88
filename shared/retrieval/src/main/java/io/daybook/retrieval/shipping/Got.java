package io.daybook.retrieval.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.CallFailed;
import java.util.Optional;

/** What a call came to. */
public sealed interface Got {
  /** JSON; a list at the root stands under {@code objects}. */
  record Json(JsonNode root) implements Got {}

  /** It is not there (404). */
  record Missing() implements Got {}

  /** Why there is nothing. */
  record Failed(Fetched why) implements Got {}

  /** The answer of a call that must be there. */
  static JsonNode there(Got got) throws CallFailed {
    return maybe(got).orElseThrow(() -> new CallFailed(new Fetched.Refused(404, "HTTP 404")));
  }

  /** The answer of a call that may be missing. */
  static Optional<JsonNode> maybe(Got got) throws CallFailed {
    return switch (got) {
      case Json json -> Optional.of(json.root());
      case Missing _ -> Optional.empty();
      case Failed failed -> throw new CallFailed(failed.why());
    };
  }
}
