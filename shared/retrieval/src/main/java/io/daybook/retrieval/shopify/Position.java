package io.daybook.retrieval.shopify;

import java.util.Optional;

/**
 * Where a sweep stands, as text that survives a restart: {@code 2:eyJsYXN0…}.
 *
 * @param rung which of {@link Sizes#LADDER} the platform takes
 * @param after the platform's cursor of the page before; absent for the first page
 */
record Position(int rung, Optional<String> after) {
  static final Position START = new Position(0, Optional.empty());

  /** The inverse of {@link #toString}; empty if the text is not one. */
  static Optional<Position> parse(String text) {
    if (!text.matches("(?s)[0-5]:.*")) {
      return Optional.empty();
    }
    return Optional.of(
        new Position(
            text.charAt(0) - '0',
            Optional.of(text.substring(2)).filter(after -> !after.isEmpty())));
  }

  Position down() {
    return new Position(rung + 1, after);
  }

  Sizes sizes() {
    return Sizes.LADDER.get(rung);
  }

  boolean isLowest() {
    return rung == Sizes.LADDER.size() - 1;
  }

  @Override
  public String toString() {
    return rung + ":" + after.orElse("");
  }
}
