package io.daybook.posting.share;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Splits an amount by weights: each part gets the whole units of its share, and the units left over go to the largest
 * remainders, ties to the part that stands first (rule A3: by jurisdiction id).
 *
 * <p>If no more is split than the weights sum to, no part gets more than its weight.
 */
public final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * The parts, in the order of the weights.
   *
   * @param amount at least 0
   * @param weights each at least 0, one of them more than 0 unless the amount is 0
   */
  public static List<Long> split(long amount, List<Long> weights) {
    long total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (amount < 0 || total < 0 || (total == 0 && amount != 0)) {
      throw new IllegalArgumentException("cannot split " + amount + " by " + weights);
    }
    List<Long> parts = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    long given = 0;
    for (long weight : weights) {
      BigInteger[] share = share(amount, weight, total);
      parts.add(share[0].longValueExact());
      remainders.add(share[1]);
      given = Math.addExact(given, parts.getLast());
    }
    List<Integer> largestFirst =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get).reversed())
            .toList();
    for (int place : largestFirst.subList(0, Math.toIntExact(amount - given))) {
      parts.set(place, parts.get(place) + 1);
    }
    return List.copyOf(parts);
  }

  /** The parts by the weights' keys; ties go to the smaller key. */
  public static <K> SortedMap<K, Long> split(long amount, SortedMap<K, Long> weights) {
    List<Long> parts = split(amount, List.copyOf(weights.values()));
    SortedMap<K, Long> byKey = new TreeMap<>(weights.comparator());
    int place = 0;
    for (K key : weights.keySet()) {
      byKey.put(key, parts.get(place++));
    }
    return byKey;
  }

  private static BigInteger[] share(long amount, long weight, long total) {
    if (total == 0) {
      return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(weight))
        .divideAndRemainder(BigInteger.valueOf(total));
  }
}
