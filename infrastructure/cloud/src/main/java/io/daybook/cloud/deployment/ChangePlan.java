package io.daybook.cloud.deployment;

import io.daybook.cloud.deployment.PlannedChange.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a change set will do, in plain words. */
record ChangePlan(List<PlannedChange> changes) {
  /** Copies the list. */
  ChangePlan {
    changes = List.copyOf(changes);
  }

  /** What would be lost and was not named. */
  List<PlannedChange> losses(Set<String> named) {
    return changes.stream()
        .filter(PlannedChange::isLoss)
        .filter(change -> !named.contains(change.logicalId()))
        .toList();
  }

  /** What it does, a line for each kind of thing that is added and for each resource that is not merely added. */
  List<String> words() {
    List<String> lines = new ArrayList<>();
    Map<String, Long> added =
        changes.stream()
            .filter(change -> change.what() == What.ADDED)
            .collect(
                Collectors.groupingBy(PlannedChange::kind, TreeMap::new, Collectors.counting()));
    added.forEach((kind, count) -> lines.add("  added:    " + count + " × " + kind));
    for (PlannedChange change : changes) {
      switch (change.what()) {
        case ADDED -> {}
        case CHANGED -> lines.add("  changed:  " + change.title() + of(change));
        case REPLACED -> lines.add("  REPLACED: " + change.title() + of(change));
        case PERHAPS_REPLACED -> lines.add("  perhaps REPLACED: " + change.title() + of(change));
        case REMOVED -> lines.add("  REMOVED:  " + change.title());
        case LEFT_BEHIND ->
            lines.add("  leaves the stack, stays in the account: " + change.title());
      }
    }
    return lines;
  }

  private static String of(PlannedChange change) {
    return change.properties().isEmpty() ? "" : ": " + String.join(", ", change.properties());
  }

  /** How many of each, by what is done. */
  Map<String, Long> counts() {
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> change.what().name().toLowerCase(Locale.ROOT),
                TreeMap::new,
                Collectors.counting()));
  }
}
