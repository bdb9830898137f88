package io.daybook.events;

/** The checks that amounts in the vocabulary share. */
final class Amounts {
  private Amounts() {}

  static void requireNotNegative(long minor, String what) {
    if (minor < 0) {
      throw new IllegalArgumentException(what + " is " + minor + ", expected at least 0");
    }
  }

  static void requirePositive(long minor, String what) {
    if (minor <= 0) {
      throw new IllegalArgumentException(what + " is " + minor + ", expected more than 0");
    }
  }
}
