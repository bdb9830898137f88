package io.daybook.items;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.MessageId;
import java.time.LocalDate;

/** The key of a message's large body: {@code book/connection/day/digest}. */
public record BodyKey(Book book, MessageId id) {
  /** The inverse of {@link #toString}. */
  public static BodyKey parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(
          "a body's key is '" + text + "', expected book/connection/day/digest");
    }
    return new BodyKey(
        new Book(parts[0]),
        new MessageId(new ConnectionName(parts[1]), LocalDate.parse(parts[2]), parts[3]));
  }

  @Override
  public String toString() {
    return book + "/" + id;
  }
}
