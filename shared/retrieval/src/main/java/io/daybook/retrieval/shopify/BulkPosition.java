package io.daybook.retrieval.shopify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sweep by bulk operation stands, as text that survives a restart: {@code bulk:1:0:4123:81920}.
 *
 * @param tries which operation of the window it is, from 1; {@link #PLACELESS} after one that was denied
 * @param rung how large the questions are by which orders are completed, of {@link Sizes#LADDER}
 * @param operation the platform's number of it; 0 before it was asked for
 * @param offset how many bytes of its file were read, always whole objects
 */
record BulkPosition(int tries, int rung, long operation, long offset) {
  /** What fails twice is asked in pages. */
  static final int MOST_TRIES = 2;

  /** An operation without what the scope {@code read_locations} is needed for. */
  private static final int PLACELESS = 3;

  static final BulkPosition START = new BulkPosition(1, 0, 0, 0);

  private static final Pattern TEXT =
      Pattern.compile("bulk:([123]):([0-5]):([0-9]{1,18}):([0-9]{1,18})");
  private static final String GID = "gid://shopify/BulkOperation/";

  /** The inverse of {@link #toString}; empty if the text is not one. */
  static Optional<BulkPosition> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new BulkPosition(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4))))
        : Optional.empty();
  }

  /** At the begin of an operation. */
  BulkPosition in(String gid) {
    return new BulkPosition(
        tries, rung, Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1)), 0);
  }

  /** Further on in the same. */
  BulkPosition at(long bytes) {
    return new BulkPosition(tries, rung, operation, bytes);
  }

  BulkPosition down() {
    return new BulkPosition(tries, rung + 1, operation, offset);
  }

  /** Where to go on when this operation came to nothing: another one, and then the pages. */
  String afterFailure() {
    return tries < MOST_TRIES
        ? new BulkPosition(tries + 1, rung, 0, 0).toString()
        : Position.START.toString();
  }

  /** Where to go on when this one may not read all that it asks for; empty if it asked for no more than it must. */
  Optional<String> afterDenial() {
    return asksForPlaces()
        ? Optional.of(new BulkPosition(PLACELESS, rung, 0, 0).toString())
        : Optional.empty();
  }

  boolean asksForPlaces() {
    return tries != PLACELESS;
  }

  boolean isAsked() {
    return operation != 0;
  }

  String gid() {
    return GID + operation;
  }

  Sizes sizes() {
    return Sizes.LADDER.get(rung);
  }

  boolean isLowest() {
    return rung == Sizes.LADDER.size() - 1;
  }

  @Override
  public String toString() {
    return "bulk:" + tries + ":" + rung + ":" + operation + ":" + offset;
  }
}
