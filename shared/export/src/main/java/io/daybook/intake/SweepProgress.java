package io.daybook.intake;

import io.daybook.ledger.StateStore;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far the sweeps of a book have come. */
public final class SweepProgress {
  private SweepProgress() {}

  /** By connection and resource: everything that changed before this instant was seen. */
  public static SortedMap<String, Instant> sweptTo(StateStore state) {
    SortedMap<String, Instant> sweptTo = new TreeMap<>();
    for (StateStore.Item item : state.list(StateStore.Kind.CURSOR)) {
      // Reconciliation keeps cursors of its own there, which sweep nothing.
      if (!item.id().startsWith("reconcile/")) {
        sweptTo.put(item.id(), Sweep.read(item).sweptTo());
      }
    }
    return sweptTo;
  }
}
