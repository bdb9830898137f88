package io.daybook.posting.order;

import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tax by jurisdiction and rate, never below zero. */
final class TaxPot {
  private final SortedMap<TaxKey, Long> minors = new TreeMap<>();

  void add(Map<TaxKey, Long> more) {
    more.forEach(this::add);
  }

  void add(TaxKey key, long minor) {
    long sum = Math.addExact(of(key), minor);
    if (sum < 0) {
      throw new IllegalStateException("tax on " + key + " would be " + sum);
    }
    minors.put(key, sum);
  }

  long of(TaxKey key) {
    return minors.getOrDefault(key, 0L);
  }

  long totalMinor() {
    return minors.values().stream().mapToLong(Long::longValue).sum();
  }

  SortedMap<TaxKey, Long> byKey() {
    return new TreeMap<>(minors);
  }

  /** Takes a fraction of each jurisdiction's, half-up; the whole if numerator and denominator are equal. */
  SortedMap<TaxKey, Long> takeShare(long numerator, long denominator) {
    SortedMap<TaxKey, Long> taken = new TreeMap<>();
    minors.forEach((key, minor) -> taken.put(key, HalfUp.share(minor, numerator, denominator)));
    taken.forEach((key, minor) -> add(key, -minor));
    return taken;
  }

  /** Takes up to an amount, by largest remainder over the jurisdictions (rule A3). */
  SortedMap<TaxKey, Long> take(long atMost) {
    SortedMap<TaxKey, Long> taken = LargestRemainder.split(Math.min(atMost, totalMinor()), minors);
    taken.forEach((key, minor) -> add(key, -minor));
    return taken;
  }
}
