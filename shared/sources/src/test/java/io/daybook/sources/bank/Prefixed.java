package io.daybook.sources.bank;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that begin as a format does, so that fuzzing spends its time in that format's reader. */
public final class Prefixed {
  private Prefixed() {}

  /** The bytes after a beginning. */
  public static byte[] with(String beginning, byte[] bytes) {
    byte[] begin = beginning.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(begin, begin.length + bytes.length);
    System.arraycopy(bytes, 0, all, begin.length, bytes.length);
    return all;
  }
}
