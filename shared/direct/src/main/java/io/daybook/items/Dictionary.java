package io.daybook.items;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preset dictionary: text that bodies are likely to hold, what is likeliest last. Released ones never change; a better
 * one gets a format number of its own.
 */
final class Dictionary {
  /** Key names and common values of what shops and processors send, as it was first; still read. */
  static final Dictionary FIRST_MESSAGE = new Dictionary(1, "dictionary-1.txt");

  /** The same, and whole objects of the commonest messages (decision 13). */
  static final Dictionary MESSAGE = new Dictionary(3, "dictionary-3.txt");

  /** Key names and common values of the ledger's steps. */
  static final Dictionary STEP = new Dictionary(2, "dictionary-2.txt");

  private static final List<Dictionary> ALL = List.of(FIRST_MESSAGE, MESSAGE, STEP);

  private final byte format;
  private final String resource;

  /** Loaded when it is first needed: old ones hardly ever are. */
  private volatile byte @Nullable [] bytes;

  private Dictionary(int format, String resource) {
    this.format = (byte) format;
    this.resource = resource;
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
    byte[] loaded = bytes;
    if (loaded == null) {
      loaded = load(resource);
      bytes = loaded;
    }
    return loaded;
  }
}
