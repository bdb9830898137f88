package io.daybook.storage.deployment;

/** Where functions say what they measured. Numbers for people and alarms to look at, never for the books. */
@FunctionalInterface
public interface Telemetry {
  /** Says nothing to nobody. */
  Telemetry SILENT = (metric, value) -> {};

  /**
   * Records a value of a metric, under the function that runs.
   *
   * @param metric its name in the namespace {@code Daybook}
   */
  void record(String metric, long value);
}
