package io.daybook.items;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A secret of a connection as KMS enciphered it: format {@value #FORMAT}, then its blob in Base64. */
public final class KmsSeal {
  private static final String FORMAT = "kms-1:";

  private KmsSeal() {}

  /** The encryption context: a secret opens for its own connection only. */
  public static Map<String, String> context(Book book, ConnectionName connection) {
    Map<String, String> context = new TreeMap<>();
    context.put("book", book.name());
    context.put("connection", connection.value());
    return context;
  }

  /** The text of a blob. */
  public static String text(byte[] blob) {
    return FORMAT + Base64.getEncoder().encodeToString(blob);
  }

  /**
   * The blob of a text.
   *
   * @throws IllegalArgumentException if it is of another format
   */
  public static byte[] blob(String sealed, Map<String, String> context) {
    if (!sealed.startsWith(FORMAT)) {
      throw new IllegalArgumentException("a secret of " + context + " is not of format " + FORMAT);
    }
    return Base64.getDecoder().decode(sealed.substring(FORMAT.length()));
  }
}
