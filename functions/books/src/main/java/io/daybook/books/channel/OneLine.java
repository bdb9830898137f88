package io.daybook.books.channel;

/** Text for a header: one line, at most so long. */
final class OneLine {
  private OneLine() {}

  static String of(String text, int max) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.length() <= max ? line : line.substring(0, max - 3) + "...";
  }

  /** The same in ASCII; what is not becomes a question mark. */
  static String ascii(String text, int max) {
    return of(text.replaceAll("[^\\x00-\\x7F]", "?"), max);
  }
}
