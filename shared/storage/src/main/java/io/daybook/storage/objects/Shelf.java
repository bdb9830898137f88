package io.daybook.storage.objects;

import io.daybook.ledger.Book;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file lies between the moment that somebody uploads it and the moment that this person, having seen what it holds, has
 * it imported: {@code shelf/BOOK/DIGEST}, beside the bank files that programs put. A book finds its own files only.
 */
public final class Shelf {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final ObjectStore objects;

  /** The shelf in a bucket. */
  public Shelf(ObjectStore objects) {
    this.objects = objects;
  }

  /** Lays a file there and returns what it is found by: the SHA-256 of its bytes. */
  public String lay(Book book, byte[] bytes) {
    String digest = digest(bytes);
    objects.put(key(book, digest), bytes);
    return digest;
  }

  /** A file that lies there. */
  public Optional<byte[]> find(Book book, String digest) {
    return DIGEST.matcher(digest).matches() ? objects.get(key(book, digest)) : Optional.empty();
  }

  private static String key(Book book, String digest) {
    return "shelf/" + book + "/" + digest;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
