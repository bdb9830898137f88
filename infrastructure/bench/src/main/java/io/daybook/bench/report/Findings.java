package io.daybook.bench.report;

import java.util.List;

/**
 * What a benchmark found.
 *
 * @param tables what was measured
 * @param broken promises that did not hold, in words; none is the only good number
 */
public record Findings(List<Table> tables, List<String> broken) {
  /** Copies the lists. */
  public Findings {
    tables = List.copyOf(tables);
    broken = List.copyOf(broken);
  }

  /** Tables, and nothing broken. */
  public static Findings of(Table... tables) {
    return new Findings(List.of(tables), List.of());
  }
}
