package io.daybook.local.simulate;

import java.util.List;

/**
 * What a history came to.
 *
 * @param wrong what should not be, each in a sentence; nothing if the history is clean
 * @param judged whether paper could say what the books must hold: not if a part of some life is missing
 * @param log a line for each operation, with the balances after it where they were asked for
 */
public record Verdict(List<String> wrong, boolean judged, List<String> log, Counts counts) {
  /** Copies the lists. */
  public Verdict {
    wrong = List.copyOf(wrong);
    log = List.copyOf(log);
  }

  /** Whether all is as it should be. */
  public boolean clean() {
    return wrong.isEmpty();
  }
}
