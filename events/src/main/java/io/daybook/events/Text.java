package io.daybook.events;

import static java.util.Objects.requireNonNull;

/** The checks that every id in the vocabulary shares. */
final class Text {
  /** The longest id any platform known to us gives is 64 characters. */
  static final int MAX_ID = 200;

  private Text() {}

  static void requireId(String value, String what) {
    requireNonNull(value, what);
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    if (value.length() > MAX_ID) {
      throw new IllegalArgumentException(what + " is longer than " + MAX_ID + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " has a control character");
    }
  }
}
