package io.daybook.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** The ledger of one book: logs of steps, and an index of those with an entry by accounting day. */
public interface LedgerStore {
  /** A step is written within this of its stamp or not at all (DESIGN promise 5). */
  Duration MAX_STAMP_AGE = Duration.ofSeconds(30);

  /** The book that this handle reads and writes. */
  Book book();

  /** All steps of a subject by number, strongly consistent: a step whose append returned is in it. */
  List<Step> read(SubjectId subject);

  /**
   * The steps of a subject by number, as a glance shows them: the newest may be missing for a moment after they were
   * appended. Costs half of {@link #read} where reading costs anything.
   */
  default List<Step> glance(SubjectId subject) {
    return read(subject);
  }

  /** Appends a step if its number is free. When this returns {@link Append.Appended}, the step survives a crash. */
  Append append(Step step);

  /**
   * The steps whose entry counts on a day, by recordedAt, subject and number. From an index that may lag by seconds.
   *
   * @param day accounting day
   * @param knownAt only steps recorded at or before this instant, if given
   */
  List<Step> day(LocalDate day, Optional<Instant> knownAt);

  /**
   * The steps whose entry counts on a day and that were recorded after an instant, in the order of {@link #day}. A form
   * of storage whose index is sorted by recordedAt should read only those.
   */
  default List<Step> daySince(LocalDate day, Instant after) {
    return day(day, Optional.empty()).stream()
        .filter(step -> step.recordedAt().isAfter(after))
        .toList();
  }

  /** The accounting days that may have an entry, in order. Holds every day before its first entry is stored. */
  SortedSet<LocalDate> days();

  /** Whether a step was stamped too long before now to be written. */
  static boolean stale(Step step, Instant now) {
    return step.recordedAt().plus(MAX_STAMP_AGE).isBefore(now);
  }
}
