package io.daybook.posting.share;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole made of parts, drawn bit by bit: what all draws together took of a part is its share rounded half-up, and one
 * part, the residue, takes what rounding leaves. So any sequence of draws that takes all takes each part exactly
 * ({@code ACCOUNTING.md} 30, {@code FAILURES.md} 29).
 *
 * <p>Example: 98.00 net (the residue) and 7.84 tax; a draw of 31.75 takes 29.40 and 2.35, one of 74.09 the rest.
 *
 * @param <K> what the parts are called
 */
public final class CumulativeShares<K extends Comparable<K>> {
  private final SortedMap<K, Long> whole;
  private final SortedMap<K, Long> taken;
  private final K residue;
  private final long total;
  private long drawn;

  /**
   * Nothing drawn yet.
   *
   * @param whole the parts, each at least 0
   * @param residue the part that takes what rounding leaves, as far as it can hold it
   */
  public CumulativeShares(Map<K, Long> whole, K residue) {
    this.whole = new TreeMap<>(whole);
    this.taken = new TreeMap<>();
    this.residue = residue;
    long sum = 0;
    for (Map.Entry<K, Long> part : whole.entrySet()) {
      if (part.getValue() < 0) {
        throw new IllegalArgumentException(
            "part " + part.getKey() + " is " + part.getValue() + ", expected at least 0");
      }
      sum = Math.addExact(sum, part.getValue());
      this.taken.put(part.getKey(), 0L);
    }
    if (!whole.containsKey(residue)) {
      throw new IllegalArgumentException(
          "the residue " + residue + " is not among " + whole.keySet());
    }
    this.total = sum;
  }

  /** What is not drawn yet, without the parts of which nothing is left. */
  public SortedMap<K, Long> left() {
    SortedMap<K, Long> left = new TreeMap<>();
    whole.forEach((key, minor) -> left.put(key, minor - of(taken, key)));
    left.values().removeIf(minor -> minor == 0);
    return left;
  }

  /**
   * Draws an amount.
   *
   * @param amount at least 0, at most what is left
   * @return what it takes of each part; never below 0, zeros included
   */
  public SortedMap<K, Long> draw(long amount) {
    long after = Math.addExact(drawn, amount);
    if (amount < 0 || after > total) {
      throw new IllegalArgumentException(
          "cannot draw " + amount + " when " + drawn + " of " + total + " are drawn");
    }
    SortedMap<K, Long> target = new TreeMap<>();
    long rest = after;
    for (Map.Entry<K, Long> part : whole.entrySet()) {
      if (!part.getKey().equals(residue)) {
        long minor = total == 0 ? 0 : HalfUp.share(part.getValue(), after, total);
        long atLeast = Math.max(minor, of(taken, part.getKey()));
        target.put(part.getKey(), atLeast);
        rest = Math.subtractExact(rest, atLeast);
      }
    }
    target.put(residue, holding(rest, target));
    SortedMap<K, Long> step = new TreeMap<>();
    target.forEach((key, minor) -> step.put(key, minor - of(taken, key)));
    taken.putAll(target);
    drawn = after;
    return step;
  }

  /** Where many small parts round the same way the residue could fall below what it has, or above what it is. */
  private long holding(long rest, SortedMap<K, Long> target) {
    long held = rest;
    for (Map.Entry<K, Long> part : target.entrySet()) {
      K key = part.getKey();
      if (held < of(taken, residue)) {
        long back = Math.min(part.getValue() - of(taken, key), of(taken, residue) - held);
        part.setValue(part.getValue() - back);
        held += back;
      } else if (held > of(whole, residue)) {
        long more = Math.min(of(whole, key) - part.getValue(), held - of(whole, residue));
        part.setValue(part.getValue() + more);
        held -= more;
      }
    }
    return held;
  }

  private static <K> long of(Map<K, Long> map, K key) {
    return map.getOrDefault(key, 0L);
  }
}
