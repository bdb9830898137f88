package io.daybook.portal.session;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;

/** Where the hub keeps what belongs to no merchant. */
final class HubState {
  /**
   * Every key starts with a book; this one has no connection, so that no list of books names it. Should a merchant's book be
   * called the same, nothing but kinds of items that no book has would meet.
   */
  static final Book BOOK = new Book("daybook-hub");

  private HubState() {}

  static StateStore of(Stores stores) {
    return stores.state(BOOK);
  }
}
