package io.daybook.items;

import io.daybook.ledger.StoredFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bodies as they are stored: one format byte, then the bytes, deflated with a preset dictionary where that makes them
 * smaller. Small JSON with known key names becomes about a third; without a dictionary it would hardly shrink.
 *
 * <p>Formats: 0 the bytes themselves; 1 raw deflate with the first dictionary of messages; 2 the same with that
 * of steps; 3 with the dictionary of messages.
 */
public final class BodyCodec {
  /** What this release writes and reads; a release that writes another must follow one that reads it. */
  public static final StoredFormat FORMAT =
      new StoredFormat("body", Set.of(0, 2, 3), Set.of(0, 1, 2, 3));

  /** For what platforms send. */
  public static final BodyCodec MESSAGE = new BodyCodec(Dictionary.MESSAGE);

  /** For the ledger's steps. */
  public static final BodyCodec STEP = new BodyCodec(Dictionary.STEP);

  private static final byte PLAIN = 0;

  private final Dictionary dictionary;

  private BodyCodec(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The stored form of a body; never more than one byte longer than it. */
  public byte[] encode(byte[] body) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(dictionary.bytes());
      deflater.setInput(body);
      deflater.finish();
      byte[] stored = new byte[body.length + 1];
      stored[0] = dictionary.format();
      int size = deflater.deflate(stored, 1, body.length);
      return deflater.finished() ? Arrays.copyOf(stored, size + 1) : plain(stored, body);
    } finally {
      deflater.end();
    }
  }

  private static byte[] plain(byte[] stored, byte[] body) {
    stored[0] = PLAIN;
    System.arraycopy(body, 0, stored, 1, body.length);
    return stored;
  }

  /**
   * The body of a stored form, whichever codec wrote it.
   *
   * @throws IllegalArgumentException if the bytes are of no format that this version reads, or are damaged
   */
  public static byte[] decode(byte[] stored) {
    if (stored.length == 0) {
      throw new IllegalArgumentException("a stored body is empty, expected a format byte");
    }
    if (stored[0] == PLAIN) {
      return Arrays.copyOfRange(stored, 1, stored.length);
    }
    return inflate(stored, Dictionary.of(stored[0]));
  }

  private static byte[] inflate(byte[] stored, Dictionary dictionary) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(dictionary.bytes());
      inflater.setInput(stored, 1, stored.length - 1);
      ByteArrayOutputStream body = new ByteArrayOutputStream(stored.length * 4);
      byte[] buffer = new byte[16 * 1024];
      while (!inflater.finished()) {
        int size = inflater.inflate(buffer);
        if (size == 0 && !inflater.finished()) {
          throw new IllegalArgumentException(
              "a stored body of " + stored.length + " bytes ends too early");
        }
        body.write(buffer, 0, size);
      }
      return body.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException(
          "a stored body of " + stored.length + " bytes is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
