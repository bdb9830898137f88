package io.daybook.books.acts;

import io.daybook.ledger.Message;

/** Keeps a message in the book's inbox and sees to it that it is posted. */
@FunctionalInterface
public interface Teller {
  /** Returns when it is kept, and, where the teller posts itself, when it is posted. */
  void tell(Message message);
}
