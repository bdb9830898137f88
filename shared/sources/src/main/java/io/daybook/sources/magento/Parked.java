package io.daybook.sources.magento;

/** A word of Magento's that no table here knows. Thrown while a message is read; never leaves {@code translate}. */
final class Parked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The words say which enumeration and, if it looks like a word of Magento's, which word. */
  private Parked(String what) {
    super(what);
  }

  static Parked word(String enumeration, String word) {
    return new Parked(
        "magento " + enumeration + (word.matches("[A-Za-z0-9_.-]{1,60}") ? " " + word : ""));
  }

  /** For people. */
  String what() {
    return String.valueOf(getMessage());
  }
}
