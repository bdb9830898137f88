package io.daybook.sources.signature;

import java.util.Base64;
import java.util.Optional;

/** A signature as a header carries it. */
public final class Encoded {
  private static final int LONGEST = 2048;

  private Encoded() {}

  /** The bytes of Base64; nothing if it is none, or longer than any signature. */
  public static Optional<byte[]> base64(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
