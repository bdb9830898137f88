package io.daybook.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Where a message lies in its book's inbox.
 *
 * @param connection which told it
 * @param day received, UTC
 * @param digest SHA-256 over topic and raw bytes, 64 hexadecimal digits: the same bytes on the same day are one message
 */
public record MessageId(ConnectionName connection, LocalDate day, String digest) {
  /** Refuses anything but 64 lower-case hexadecimal digits. */
  public MessageId {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "digest is '" + digest + "', expected 64 hexadecimal digits");
    }
  }

  /**
   * The inverse of {@link #toString}.
   *
   * @throws IllegalArgumentException if the text is no such place
   */
  public static MessageId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("message '" + text + "', expected connection/day/digest");
    }
    try {
      return new MessageId(new ConnectionName(parts[0]), LocalDate.parse(parts[1]), parts[2]);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("message '" + text + "', expected a day in it", e);
    }
  }

  @Override
  public String toString() {
    return connection + "/" + day + "/" + digest;
  }
}
