package io.daybook.sources.daybook;

import io.daybook.events.Fact;
import io.daybook.sources.FileProblem;
import java.util.List;

/** What a file of canonical facts turned out to be. */
public sealed interface FactFile {
  /** All of it. */
  record Facts(List<Fact> facts) implements FactFile {
    /** Copies the list. */
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing was taken from it. */
  record Refused(FileProblem problem) implements FactFile {}
}
