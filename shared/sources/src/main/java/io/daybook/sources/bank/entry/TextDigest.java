package io.daybook.sources.bank.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells equal texts from different ones without keeping them. */
public final class TextDigest {
  private static final int BYTES = 8;

  private TextDigest() {}

  /** The first 8 bytes of a SHA-256 over the texts, in hexadecimal digits. */
  public static String of(List<String> texts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The same over texts whose white space says nothing: banks break lines where they like. */
  public static String ofWords(List<String> texts) {
    return of(texts.stream().map(text -> text.replaceAll("\\s+", "")).toList());
  }
}
