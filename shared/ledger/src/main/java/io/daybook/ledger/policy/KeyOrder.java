package io.daybook.ledger.policy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of maps in the order of their keys: equal policies are written alike, whatever process writes them. */
final class KeyOrder {
  private KeyOrder() {}

  static <V> SortedMap<String, V> copyOf(Map<String, V> map) {
    // Through Map.copyOf, which refuses what is null.
    return Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(map)));
  }
}
