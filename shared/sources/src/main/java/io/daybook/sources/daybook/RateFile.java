package io.daybook.sources.daybook;

import io.daybook.events.ExchangeRate;
import io.daybook.sources.FileProblem;
import java.util.List;

/** What a file of exchange rates turned out to be. */
public sealed interface RateFile {
  /** All of it. */
  record Rates(List<ExchangeRate> rates) implements RateFile {
    /** Copies the list. */
    public Rates {
      rates = List.copyOf(rates);
    }
  }

  /** Nothing was taken from it. */
  record Refused(FileProblem problem) implements RateFile {}
}
