package io.daybook.ledger;

import io.daybook.events.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A step of a subject's log: what was learnt, and at most one entry. Written once under "does not exist", never
 * updated, never deleted.
 *
 * @param subject whose log
 * @param number 1, 2, 3 … without gaps
 * @param recordedAt when the ledger learnt it
 * @param rules the version of the book's {@link Rules} it was made under; a subject keeps that of its first entry
 * @param facts what was learnt; may be empty
 * @param entry what was posted, if anything
 */
public record Step(
    SubjectId subject,
    int number,
    Instant recordedAt,
    int rules,
    List<Fact> facts,
    Optional<Entry> entry) {
  /** A subject is small; past this many steps it is an exception, not a log. */
  public static final int MAX_STEPS = 1_000;

  /** The order of an index by day: when recorded, then subject, then number. */
  public static final Comparator<Step> BY_RECORDING =
      Comparator.comparing(Step::recordedAt)
          .thenComparing(step -> step.subject().toString())
          .thenComparingInt(Step::number);

  /** Refuses a number outside 1 to {@value #MAX_STEPS} and a step that holds nothing. */
  public Step {
    facts = List.copyOf(facts);
    if (number < 1 || number > MAX_STEPS) {
      throw new IllegalArgumentException(
          "step " + number + " of " + subject + ", expected 1 to " + MAX_STEPS);
    }
    if (facts.isEmpty() && entry.isEmpty()) {
      throw new IllegalArgumentException("step " + number + " of " + subject + " is empty");
    }
  }

  /** Whether two runs meant the same step, whenever each of them stamped it. */
  public boolean sameContent(Step other) {
    return subject.equals(other.subject)
        && number == other.number
        && facts.equals(other.facts)
        && entry.equals(other.entry);
  }
}
