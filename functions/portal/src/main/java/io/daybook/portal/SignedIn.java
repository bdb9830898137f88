package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.portal.session.Session;
import io.daybook.portal.session.Token;
import java.util.List;

/**
 * Who asks.
 *
 * @param token of the cookie
 * @param books those that exist and that the session is for, by name
 */
record SignedIn(Token token, Session session, List<Book> books) {
  SignedIn {
    books = List.copyOf(books);
  }
}
