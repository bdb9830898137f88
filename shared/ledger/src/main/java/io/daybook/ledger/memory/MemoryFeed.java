package io.daybook.ledger.memory;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that was stored, in order; a place is how many changes came before it. */
final class MemoryFeed implements ChangeFeed {
  private final List<Optional<Change>> changes = new ArrayList<>();

  synchronized void add(Change change) {
    changes.add(Optional.of(change));
  }

  /** A message that was erased keeps its place and is told to nobody any more. */
  synchronized void forget(Book book, MessageId message) {
    changes.replaceAll(change ->
        change.filter(told ->
            !(told instanceof Change.Received received
                && received.book().equals(book)
                && received.message().id().equals(message))));
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
    return new Batch(
        changes.subList(from, to).stream().flatMap(Optional::stream).toList(),
        Integer.toString(to));
  }
}
