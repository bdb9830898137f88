package io.daybook.sources.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A file's bytes as text: by its byte-order mark, else as UTF-16 if every other byte is zero, else as UTF-8 if it is valid,
 * else as Windows-1252, which is what banks write that do not say.
 */
public final class TextFile {
  /** Enough to see by whether every other byte is zero. */
  private static final int LOOK = 64;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private TextFile() {}

  /** All of a file, without its byte-order mark. */
  public static String text(byte[] bytes) {
    Charset marked = marked(bytes).or(() -> unmarkedUtf16(bytes)).orElse(StandardCharsets.UTF_8);
    if (!marked.equals(StandardCharsets.UTF_8)) {
      return unmarked(new String(bytes, marked));
    }
    try {
      return unmarked(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  /** All of a file in a charset that somebody named. */
  public static String text(byte[] bytes, Charset charset) {
    return unmarked(new String(bytes, marked(bytes).orElse(charset)));
  }

  /** Its lines, whichever way they end; the last may be empty. */
  public static List<String> lines(String text) {
    return List.of(text.split("\r\n|\n|\r", -1));
  }

  private static String unmarked(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Optional<Charset> marked(byte[] bytes) {
    if (begins(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (begins(bytes, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return begins(bytes, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, LOOK) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += bytes[2 * i] == 0 ? 1 : 0;
      second += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs > 1 && first == 0 && second == pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return pairs > 1 && second == 0 && first == pairs
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }
}
