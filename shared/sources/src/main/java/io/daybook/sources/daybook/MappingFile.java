package io.daybook.sources.daybook;

import io.daybook.events.ChartChange;
import io.daybook.sources.FileProblem;
import java.util.List;

/** What a file that maps the default chart to an accountant's own turned out to be. */
public sealed interface MappingFile {
  /** All of it, in the order of the file. */
  record Lines(List<ChartChange.Line> lines) implements MappingFile {
    /** Copies the list. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /** Nothing was taken from it: everything that is wrong with it, by line. */
  record Refused(List<FileProblem> problems) implements MappingFile {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
