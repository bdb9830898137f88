package io.daybook.ledger;

/**
 * The name of a merchant's set of books, first part of every key: lower-case letters, digits and hyphens, at most 40.
 */
public record Book(String name) {
  /** Refuses any other character, for a book's name must not reach into another's keys. */
  public Book {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "book is '"
              + name
              + "', expected 1 to 40 of a-z, 0-9 and '-', starting with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
