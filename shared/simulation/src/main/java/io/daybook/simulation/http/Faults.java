package io.daybook.simulation.http;

import java.time.Duration;

/**
 * How often a stand-in fails, by seed.
 *
 * @param seed which requests fail
 * @param errorsPerThousand answered 500, 502 or 503
 * @param refusalsPerThousand answered "too many requests"
 * @param stallsPerThousand not answered for as long as {@code stall}, and then cut off
 * @param stall how long that is
 */
public record Faults(
    long seed,
    int errorsPerThousand,
    int refusalsPerThousand,
    int stallsPerThousand,
    Duration stall) {
  /** Never. */
  public static Faults none() {
    return new Faults(0, 0, 0, 0, Duration.ZERO);
  }

  /** One request in twenty-five fails, and none stalls: what a healthy platform does in a month. */
  public static Faults nowAndThen(long seed) {
    return new Faults(seed, 30, 10, 0, Duration.ZERO);
  }

  /** The same with stalls, which take their time. */
  public Faults stalling(int perThousand, Duration forHowLong) {
    return new Faults(seed, errorsPerThousand, refusalsPerThousand, perThousand, forHowLong);
  }
}
