package io.daybook.bench.report;

import java.util.Arrays;

/** Measured times in nanoseconds, in order. Percentiles are nearest-rank: every one of them was measured. */
public final class Sample {
  private final long[] sorted;

  /** Copies the measurements. */
  public Sample(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    this.sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The smallest measurement that at least so many percent do not exceed. */
  public long percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
  }

  /** Half of them took no longer. */
  public long median() {
    return percentile(50);
  }

  /** The least. */
  public long least() {
    return sorted[0];
  }

  /** The most. */
  public long most() {
    return sorted[sorted.length - 1];
  }

  /** How many there are. */
  public int size() {
    return sorted.length;
  }
}
