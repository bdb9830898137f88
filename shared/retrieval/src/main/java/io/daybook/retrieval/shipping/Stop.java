package io.daybook.retrieval.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Fetched;
import java.util.Optional;

/** A page cannot be made: thrown between the calls of one page, never out of {@code fetch}. */
public final class Stop extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fetched why;

  /** For a reason. */
  public Stop(Fetched why) {
    super("a page stopped");
    this.why = why;
  }

  /** What to answer instead of a page. */
  public Fetched why() {
    return why;
  }

  /** The answer of a call that must be there. */
  public static JsonNode unlessThere(Got got) throws Stop {
    return maybe(got).orElseThrow(() -> new Stop(new Fetched.Refused(404, "HTTP 404")));
  }

  /** The answer of a call that may be missing. */
  public static Optional<JsonNode> maybe(Got got) throws Stop {
    return switch (got) {
      case Got.Json json -> Optional.of(json.root());
      case Got.Missing _ -> Optional.empty();
      case Got.Failed failed -> throw new Stop(failed.why());
    };
  }
}
