package io.daybook.sources.json;

/** A word that no table here knows, genuine as it may be. Thrown while a message is read; never leaves {@code translate}. */
public final class Parked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Parked(String what) {
    super(what);
  }

  /**
   * The words say which enumeration of which platform and, if it looks like one, which word.
   *
   * @param enumeration such as {@code square dispute state}
   */
  public static Parked word(String enumeration, String word) {
    return new Parked(enumeration + (word.matches("[A-Za-z0-9_.-]{1,60}") ? " " + word : ""));
  }

  /** For people. */
  String what() {
    return String.valueOf(getMessage());
  }
}
