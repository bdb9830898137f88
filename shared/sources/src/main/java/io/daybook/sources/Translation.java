package io.daybook.sources;

import io.daybook.events.Fact;
import java.util.List;

/** What a message says. */
public sealed interface Translation {
  /** It says these facts; none, if it is understood and concerns no money. */
  record Facts(List<Fact> facts) implements Translation {
    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** Genuine, but of a kind (topic, type, version) that this version does not know: parked. */
  record Unknown(String what) implements Translation {}

  /**
   * Genuine, but not what the platform promises: recorded as failed.
   *
   * @param where the field, such as {@code line_items[2].price}
   * @param expected what should stand there
   */
  record Malformed(String where, String expected) implements Translation {}
}
