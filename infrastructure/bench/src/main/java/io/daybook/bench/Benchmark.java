package io.daybook.bench;

import io.daybook.bench.report.Findings;

/** One measurement, chosen by its name. */
public interface Benchmark {
  /** As {@code --only} names it. */
  String name();

  /** What it measures, in one line. */
  String purpose();

  /**
   * Measures.
   *
   * @param setting how much, and who hears how far it is
   * @throws Exception if it cannot be measured here; the others are measured all the same
   */
  Findings run(Setting setting) throws Exception;
}
