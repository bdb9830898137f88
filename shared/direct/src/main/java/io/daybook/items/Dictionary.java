package io.daybook.items;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A preset dictionary: text that bodies are likely to hold, what is likeliest last. Released ones never change; a better
 * one gets a format number of its own.
 */
final class Dictionary {
  /** Key names and common values of what shops and processors send. */
  static final Dictionary MESSAGE = new Dictionary(1, "dictionary-1.txt");

  /** Key names and common values of the ledger's steps. */
  static final Dictionary STEP = new Dictionary(2, "dictionary-2.txt");

  private static final List<Dictionary> ALL = List.of(MESSAGE, STEP);

  private final byte format;
  private final byte[] bytes;

  private Dictionary(int format, String resource) {
    this.format = (byte) format;
    this.bytes = load(resource);
  }

  private static byte[] load(String resource) {
    try (InputStream in = Dictionary.class.getResourceAsStream(resource)) {
      return requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  static Dictionary of(byte format) {
    for (Dictionary dictionary : ALL) {
      if (dictionary.format == format) {
        return dictionary;
      }
    }
    throw new IllegalArgumentException(
        "a stored body has format " + format + ", which this version does not know");
  }

  byte format() {
    return format;
  }

  byte[] bytes() {
    return bytes;
  }
}
