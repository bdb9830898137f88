package io.daybook.simulation.hostile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Decides, by a seed, what goes wrong, and counts it; until it ends. */
final class Hostility {
  private final Random random;
  private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
  private boolean settled;

  Hostility(long seed) {
    this.random = new Random(seed);
  }

  synchronized void settle() {
    settled = true;
  }

  synchronized Map<Fault, Long> counts() {
    return new EnumMap<>(counts);
  }

  /** Whether a fault happens now, one time in so many. */
  synchronized boolean strikes(Fault fault, int oneIn) {
    boolean now = !settled && random.nextInt(oneIn) == 0;
    if (now) {
      count(fault);
    }
    return now;
  }

  synchronized void count(Fault fault) {
    counts.merge(fault, 1L, Math::addExact);
  }

  /** A number from 0 to below the bound; 0 once settled. */
  synchronized int below(int bound) {
    return settled ? 0 : random.nextInt(bound);
  }

  synchronized boolean isSettled() {
    return settled;
  }

  synchronized void shuffle(List<?> list) {
    Collections.shuffle(list, random);
  }

  /** Makes a write that may time out, before it lands or after. */
  <T> T write(String doing, Supplier<T> write) {
    if (strikes(Fault.TIMED_OUT_BEFORE, 10)) {
      throw new StoreTimeout(doing);
    }
    T answer = write.get();
    if (strikes(Fault.TIMED_OUT_AFTER, 10)) {
      throw new StoreTimeout(doing);
    }
    return answer;
  }
}
