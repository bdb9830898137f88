package io.daybook.storage.secrets;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;

/** What holds the hub's key, and gives each connection a box of its own. */
public interface SecretBoxes {
  /** The box of a connection: it opens nothing that was sealed for another. */
  SecretBox of(Book book, ConnectionName connection);
}
