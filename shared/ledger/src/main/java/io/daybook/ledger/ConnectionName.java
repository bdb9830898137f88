package io.daybook.ledger;

/** The name of a connection within a book, part of its webhook address: a-z, 0-9 and hyphens, at most 40. */
public record ConnectionName(String value) implements Comparable<ConnectionName> {
  /** Refuses any other character. */
  public ConnectionName {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "connection is '"
              + value
              + "', expected 1 to 40 of a-z, 0-9 and '-', starting with a letter or digit");
    }
  }

  @Override
  public int compareTo(ConnectionName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
