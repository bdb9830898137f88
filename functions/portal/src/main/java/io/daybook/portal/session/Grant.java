package io.daybook.portal.session;

import io.daybook.ledger.Book;
import java.util.Set;

/**
 * What a person may see, as what.
 *
 * @param name what the person is called, at most {@value #MAX_NAME} characters
 * @param role as what
 * @param books which; none named means all, which only an operator gets
 */
public record Grant(String name, Role role, Set<Book> books) {
  /** The longest name. */
  public static final int MAX_NAME = 80;

  /** Refuses a name that cannot be shown, and all books for anybody but an operator. */
  public Grant {
    books = Set.copyOf(books);
    if (name.isBlank() || name.length() > MAX_NAME || name.codePoints().anyMatch(Grant::hidden)) {
      throw new IllegalArgumentException(
          "name is '" + name.strip() + "', expected 1 to " + MAX_NAME + " visible characters");
    }
    if (books.isEmpty() && role != Role.OPS) {
      throw new IllegalArgumentException(
          "a session as " + role.code() + " is for named books; only ops sees all");
    }
  }

  private static boolean hidden(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether it is for every book there is. */
  public boolean allBooks() {
    return books.isEmpty();
  }

  /** Whether a book is among those it is for. */
  public boolean covers(Book book) {
    return allBooks() || books.contains(book);
  }
}
