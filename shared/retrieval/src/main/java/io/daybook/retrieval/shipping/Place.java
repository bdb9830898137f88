package io.daybook.retrieval.shipping;

import java.util.Optional;

/**
 * Where a sweep stands, as text that survives a restart: {@code 3:shp_1}.
 *
 * @param page from 1
 * @param after the platform's own cursor, where it has one; empty otherwise
 */
public record Place(int page, String after) {
  /** Where every sweep begins. */
  public static final Place START = new Place(1, "");

  /** No window of ours has so many pages: a platform that goes on beyond gives the same ones again. */
  public static final int MOST_PAGES = 100_000;

  /** The inverse of {@link #toString}; empty if the text is not one. */
  public static Optional<Place> parse(Optional<String> cursor) {
    if (cursor.isEmpty()) {
      return Optional.of(START);
    }
    String text = cursor.get();
    if (!text.matches("[1-9][0-9]{0,5}:[A-Za-z0-9_.-]{0,200}")) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    return Optional.of(
        new Place(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1)));
  }

  /** The page after this one; none if it would be the same, or one too many. */
  public Optional<String> next(String nextAfter) {
    boolean same = !nextAfter.isEmpty() && nextAfter.equals(after);
    boolean readable = nextAfter.matches("[A-Za-z0-9_.-]{0,200}");
    return same || !readable || page >= MOST_PAGES
        ? Optional.empty()
        : Optional.of(new Place(page + 1, nextAfter).toString());
  }

  @Override
  public String toString() {
    return page + ":" + after;
  }
}
