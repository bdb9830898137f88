package io.daybook.ledger.memory;

import io.daybook.ledger.ChangeFeed;
import java.util.ArrayList;
import java.util.List;

/** Everything that was stored, in order; a place is how many changes came before it. */
final class MemoryFeed implements ChangeFeed {
  private final List<Change> changes = new ArrayList<>();

  synchronized void add(Change change) {
    changes.add(change);
  }

  @Override
  public String start() {
    return "0";
  }

  @Override
  public synchronized Batch read(String place, int max) {
    if (!place.matches("[0-9]{1,9}") || Integer.parseInt(place) > changes.size() || max < 1) {
      throw new IllegalArgumentException("cannot read " + max + " changes after '" + place + "'");
    }
    int from = Integer.parseInt(place);
    int to = Math.min(changes.size(), Math.addExact(from, Math.min(max, changes.size())));
    return new Batch(changes.subList(from, to), Integer.toString(to));
  }
}
