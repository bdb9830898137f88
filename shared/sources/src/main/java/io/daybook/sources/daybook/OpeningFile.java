package io.daybook.sources.daybook;

import io.daybook.events.Opening;
import io.daybook.sources.FileProblem;

/** What a file of opening balances turned out to be. */
public sealed interface OpeningFile {
  /** All of it. */
  record Balances(Opening opening) implements OpeningFile {}

  /** Nothing was taken from it. */
  record Refused(FileProblem problem) implements OpeningFile {}
}
