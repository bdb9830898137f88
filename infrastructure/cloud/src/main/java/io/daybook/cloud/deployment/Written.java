package io.daybook.cloud.deployment;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which forms may lie in a stage's store: all that any release wrote which ever ran there, were it only for the minutes
 * of an upgrade that failed.
 */
record Written(SortedMap<String, SortedSet<Integer>> byName) {
  static final Written NOTHING = new Written(new TreeMap<>());

  Written {
    TreeMap<String, SortedSet<Integer>> copy = new TreeMap<>();
    byName.forEach((name, numbers) -> copy.put(name, new TreeSet<>(numbers)));
    byName = copy;
  }

  static Written of(Map<String, ? extends Iterable<Integer>> json) {
    SortedMap<String, SortedSet<Integer>> byName = new TreeMap<>();
    json.forEach((name, numbers) -> {
      TreeSet<Integer> sorted = new TreeSet<>();
      numbers.forEach(sorted::add);
      byName.put(name, sorted);
    });
    return new Written(byName);
  }

  /** These, and what a release writes. */
  Written and(Formats release) {
    Written both = new Written(byName);
    release
        .all()
        .forEach(format ->
            both.byName
                .computeIfAbsent(format.name(), _ -> new TreeSet<>())
                .addAll(format.writes()));
    return both;
  }
}
