package io.daybook.simulation.shipping;

import io.daybook.simulation.http.Faults;
import java.time.Clock;
import java.time.Duration;

/**
 * How a stand-in behaves.
 *
 * @param key the API key that it wants, as its Authorization or key header ends
 * @param clock the platform's now
 * @param lag how far its lists are behind
 * @param faults how often it fails
 * @param repeats whether a page past the end repeats the last one instead of being empty
 */
public record Behaviour(String key, Clock clock, Duration lag, Faults faults, boolean repeats) {
  /** Without faults, lists at once. */
  public static Behaviour kind(String key, Clock clock) {
    return new Behaviour(key, clock, Duration.ZERO, Faults.none(), false);
  }

  /** The same with faults and lists that lag. */
  public Behaviour with(Faults other, Duration lagging) {
    return new Behaviour(key, clock, lagging, other, repeats);
  }

  /** The same, giving the last page for ever. */
  public Behaviour repeating() {
    return new Behaviour(key, clock, lag, faults, true);
  }
}
