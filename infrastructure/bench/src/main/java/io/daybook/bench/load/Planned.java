package io.daybook.bench.load;

import io.daybook.simulation.deliveries.Delivery;
import java.time.Duration;

/**
 * A webhook of the plan.
 *
 * @param after when it is to be sent, from the begin of the run
 * @param shop whose
 * @param delivery what
 * @param kind genuine or not
 */
public record Planned(Duration after, Shop shop, Delivery delivery, Kind kind) {
  /** What becomes of it. */
  public enum Kind {
    /** Sent for the first time. */
    FIRST,
    /** The same bytes again. */
    AGAIN,
    /** Signed with a secret that is not the shop's. */
    FORGED
  }
}
