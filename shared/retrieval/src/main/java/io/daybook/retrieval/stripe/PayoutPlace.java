package io.daybook.retrieval.stripe;

import java.util.Optional;

/**
 * How far the reading of payouts and what they consist of has come. A chunk names how many chunks there are, so a payout
 * of more than one page is read twice: counted, then told. Each step is one page, whatever crashes in between.
 */
sealed interface PayoutPlace {
  /** Separates the parts; no id of Stripe's has it. */
  String SEPARATOR = "|";

  /** As the cursor of a sweep keeps it. */
  String text();

  /**
   * The next payout is to be found.
   *
   * @param after the payout before it; absent at the beginning
   */
  record Find(Optional<String> after) implements PayoutPlace {
    @Override
    public String text() {
      return String.join(SEPARATOR, "find", after.orElse(""));
    }
  }

  /** The payout that is being read, its currency as Stripe writes it, and whether others follow. */
  record Reading(String payout, String currency, boolean isLast) {
    private String text() {
      return String.join(SEPARATOR, payout, currency, isLast ? "last" : "more");
    }
  }

  /**
   * A payout's transactions are being counted.
   *
   * @param counted how many so far
   * @param after the last of them; absent at the beginning
   */
  record Count(Reading reading, long counted, Optional<String> after) implements PayoutPlace {
    @Override
    public String text() {
      return String.join(
          SEPARATOR, "count", reading.text(), Long.toString(counted), after.orElse(""));
    }
  }

  /**
   * A payout's transactions are being told.
   *
   * @param total how many there are
   * @param chunk which comes next, from 1
   * @param after the last one told; absent at the beginning
   */
  record Tell(Reading reading, long total, int chunk, Optional<String> after)
      implements PayoutPlace {
    @Override
    public String text() {
      return String.join(
          SEPARATOR,
          "tell",
          reading.text(),
          Long.toString(total),
          Integer.toString(chunk),
          after.orElse(""));
    }
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PayoutPlace parse(String text) {
    String[] parts = text.split("\\" + SEPARATOR, -1);
    return switch (parts[0] + parts.length) {
      case "find2" -> new Find(id(parts[1]));
      case "count6" -> new Count(reading(parts), Long.parseLong(parts[4]), id(parts[5]));
      case "tell7" ->
          new Tell(
              reading(parts), Long.parseLong(parts[4]), Integer.parseInt(parts[5]), id(parts[6]));
      case String other ->
          throw new IllegalArgumentException(
              "'" + text + "' is no place in the reading of payouts");
    };
  }

  private static Reading reading(String[] parts) {
    return new Reading(parts[1], parts[2], parts[3].equals("last"));
  }

  private static Optional<String> id(String part) {
    return part.isEmpty() ? Optional.empty() : Optional.of(part);
  }
}
