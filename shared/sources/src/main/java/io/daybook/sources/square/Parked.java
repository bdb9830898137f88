package io.daybook.sources.square;

/** A word of Square's that no table here knows. Thrown while a message is read; never leaves {@code translate}. */
final class Parked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The words say which enumeration and, if it looks like a word of Square's, which word. */
  private Parked(String what) {
    super(what);
  }

  static Parked word(String enumeration, String word) {
    return new Parked(
        "square " + enumeration + (word.matches("[A-Z0-9_]{1,60}") ? " " + word : ""));
  }

  /** For people. */
  String what() {
    return String.valueOf(getMessage());
  }
}
