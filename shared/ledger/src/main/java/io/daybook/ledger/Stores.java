package io.daybook.ledger;

import java.util.SortedSet;

/** A form of storage: hands out handles, each on one book, and lists the books. */
public interface Stores extends AutoCloseable {
  /** The ledger of a book. */
  LedgerStore ledger(Book book);

  /** The inbox of a book. */
  InboxStore inbox(Book book);

  /** The mutable state of a book. */
  StateStore state(Book book);

  /** The books that have a connection. */
  SortedSet<Book> books();

  /** The feed of what was stored: wakes, never remembers. */
  ChangeFeed feed();

  @Override
  void close();
}
