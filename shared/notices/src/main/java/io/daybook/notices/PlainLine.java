package io.daybook.notices;

/**
 * Text that comes from elsewhere (a topic, a reason) made fit for one line of a mail: no control character, no line or
 * paragraph break, nothing that turns the direction of writing, and a limit.
 */
final class PlainLine {
  /** Longer than any sentence of ours. */
  static final int MAX = 300;

  private static final String UNPRINTABLE = "[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+";

  private PlainLine() {}

  static String of(String text) {
    return of(text, MAX);
  }

  static String of(String text, int max) {
    String line = text.replaceAll(UNPRINTABLE, " ").strip();
    if (line.length() <= max) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(max - 2)) ? max - 2 : max - 1;
    return line.substring(0, end) + "…";
  }
}
