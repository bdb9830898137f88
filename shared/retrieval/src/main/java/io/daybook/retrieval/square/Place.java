package io.daybook.retrieval.square;

import java.util.List;
import java.util.Optional;

/**
 * Where a sweep of all locations is: a location, and the page of its list.
 *
 * @param location the location's id; empty for lists that are of no location
 * @param page how many pages of it came before: a list that never ends is not followed for ever
 * @param cursor Square's, absent for the first page
 */
record Place(String location, int page, Optional<String> cursor) {
  static final int MOST_PAGES = 100_000;

  static Optional<Place> parse(String text) {
    String[] parts = text.split("\\|", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    Optional<String> cursor = Optional.of(parts[2]).filter(some -> !some.isEmpty());
    return Optional.of(new Place(parts[0], Integer.parseInt(parts[1]), cursor));
  }

  /**
   * Where the next page begins: in the same location while its list goes on, else at the next location.
   *
   * @param next the cursor that the answer gave, empty at the end; the same one again is an end too
   * @param locations all, sorted
   */
  Optional<Place> next(String next, List<String> locations) {
    boolean goesOn = !next.isEmpty() && cursor.filter(next::equals).isEmpty() && page < MOST_PAGES;
    return goesOn
        ? Optional.of(new Place(location, page + 1, Optional.of(next)))
        : locations.stream()
            .filter(other -> other.compareTo(location) > 0)
            .findFirst()
            .map(other -> new Place(other, 0, Optional.empty()));
  }

  @Override
  public String toString() {
    return location + "|" + page + "|" + cursor.orElse("");
  }
}
