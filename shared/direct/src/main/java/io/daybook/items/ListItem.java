package io.daybook.items;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.time.LocalDate;

/**
 * A name on a list: an item of {@code state} that is nothing but its key, the list and the name. Nothing scans, so that
 * what is to be found again (books, connections, days) is listed before the first thing of its name is stored.
 */
public final class ListItem {
  /** The list of books. */
  public static final String BOOKS = "~books";

  private ListItem() {}

  /** The list of a book's connections that may have received something. */
  public static String connections(Book book) {
    return book + "/~connection";
  }

  /** The list of days on which a book's connections may have received something. */
  public static String received(Book book) {
    return book + "/~received";
  }

  /** What the names of a connection's days begin with. */
  public static String daysOf(ConnectionName connection) {
    return connection + "/";
  }

  /** The name of a connection's day. */
  public static String day(ConnectionName connection, LocalDate day) {
    return daysOf(connection) + day;
  }

  /** The item of a name. */
  public static StoredItem of(String list, String name) {
    return StoredItem.key(list, name);
  }
}
