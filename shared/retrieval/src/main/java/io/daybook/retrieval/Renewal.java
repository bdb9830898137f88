package io.daybook.retrieval;

import io.daybook.sources.Secret;
import java.util.Map;

/** What became of replacing credentials that end soon. */
public sealed interface Renewal {
  /** Nothing of them ends soon. */
  record NotNeeded() implements Renewal {}

  /**
   * These take the place of all that the connection had: to be kept before they are used.
   *
   * @param credentials by name
   */
  record Renewed(Map<String, Secret> credentials) implements Renewal {
    /** Copies the map. */
    public Renewed {
      credentials = Map.copyOf(credentials);
    }
  }

  /** There are none; what there is may last a little still. */
  record Failed(Fetched why) implements Renewal {}
}
