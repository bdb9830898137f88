package io.daybook.ledger;

import java.util.SortedSet;

/** Stands where a test's stores will be, before they are opened. */
final class NotOpened implements Stores {
  @Override
  public LedgerStore ledger(Book book) {
    throw new IllegalStateException("not opened yet");
  }

  @Override
  public InboxStore inbox(Book book) {
    throw new IllegalStateException("not opened yet");
  }

  @Override
  public StateStore state(Book book) {
    throw new IllegalStateException("not opened yet");
  }

  @Override
  public SortedSet<Book> books() {
    throw new IllegalStateException("not opened yet");
  }

  @Override
  public ChangeFeed feed() {
    throw new IllegalStateException("not opened yet");
  }

  @Override
  public void close() {}
}
