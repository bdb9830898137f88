package io.daybook.ledger;

import java.time.LocalDate;

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

  @Override
  public String toString() {
    return connection + "/" + day + "/" + digest;
  }
}
