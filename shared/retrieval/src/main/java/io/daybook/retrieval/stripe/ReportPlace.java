package io.daybook.retrieval.stripe;

import java.time.Instant;

/** How far the reading of reports has come: an interval is asked for, then its report waited for, then the next begins. */
sealed interface ReportPlace {
  /** Separates the parts; no id of Stripe's has it. */
  String SEPARATOR = "|";

  /** As the cursor of a sweep keeps it. */
  String text();

  /** The report of the interval that begins here is to be asked for. */
  record Ask(Instant from) implements ReportPlace {
    @Override
    public String text() {
      return "ask" + SEPARATOR + from.getEpochSecond();
    }
  }

  /**
   * A report is being made.
   *
   * @param run Stripe's id of it
   * @param to where its interval ends
   */
  record Made(String run, Instant to) implements ReportPlace {
    @Override
    public String text() {
      return String.join(SEPARATOR, "made", run, Long.toString(to.getEpochSecond()));
    }
  }

  /**
   * The inverse of {@link #text}.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ReportPlace parse(String text) {
    String[] parts = text.split("\\" + SEPARATOR, -1);
    return switch (parts[0] + parts.length) {
      case "ask2" -> new Ask(Instant.ofEpochSecond(Long.parseLong(parts[1])));
      case "made3" -> new Made(parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
      case String other ->
          throw new IllegalArgumentException(
              "'" + text + "' is no place in the reading of reports");
    };
  }
}
