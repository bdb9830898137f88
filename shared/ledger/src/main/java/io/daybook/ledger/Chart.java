package io.daybook.ledger;

/**
 * The accounts under which a book is shown: names of the default chart, a mapping to the accountant's own accounts, and
 * whether entries keep their dimensions. What is posted where is never its business: that goes by the default chart.
 *
 * @param preset whose names the default accounts bear
 * @param dimensions whether entries keep them
 * @param mapping to the accountant's own accounts; may be empty
 */
public record Chart(ChartPreset preset, Keeping dimensions, Mapping mapping) {
  /** Whether entries keep their dimensions. */
  public enum Keeping {
    /** They do. */
    KEPT,
    /** They do not: rules of a time when entries had none, so that nothing of then is posted again. */
    NONE
  }

  /** What a book starts with. */
  public static Chart standard() {
    return new Chart(ChartPreset.US_GAAP, Keeping.KEPT, Mapping.none());
  }

  /** What a book was kept by before there were charts. */
  public static Chart beforeCharts() {
    return new Chart(ChartPreset.US_GAAP, Keeping.NONE, Mapping.none());
  }
}
