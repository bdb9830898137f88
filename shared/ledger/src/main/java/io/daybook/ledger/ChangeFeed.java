package io.daybook.ledger;

import java.util.List;

/**
 * What was stored, in about the order in which it was: at least once, never a promise. Each reader keeps its own place.
 */
public interface ChangeFeed {
  /** Something stored. */
  sealed interface Change {
    /** The book it was stored in. */
    Book book();

    /** A message came into the inbox. */
    record Received(Book book, Message message) implements Change {}

    /** A step was appended. */
    record Appended(Book book, Step step) implements Change {}
  }

  /** Up to a batch of changes after a place; the place after them. */
  record Batch(List<Change> changes, String next) {
    /** Copies the list. */
    public Batch {
      changes = List.copyOf(changes);
    }
  }

  /** The place before everything that the feed still has. */
  String start();

  /** At most {@code max} changes after the place. Empty if there is none now. */
  Batch read(String place, int max);
}
