package io.daybook.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The line to a place: who is writing to it, and what keeps letters from arriving.
 *
 * @param place where it leads
 * @param busyUntil until when a run may be sending; one that died blocks the line no longer
 * @param failures in a row
 * @param nextTry before when nothing is sent
 * @param trouble why the last letter did not arrive
 * @param troubleSince since when none arrives
 */
record Line(
    Destination place,
    Optional<Instant> busyUntil,
    int failures,
    Optional<Instant> nextTry,
    Optional<String> trouble,
    Optional<Instant> troubleSince) {
  /** Longer than a run may take, so that no two send at once. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** Some ten hours; then it is given up until there is something else to tell. */
  static final int MAX_FAILURES = 8;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** One on which nobody is and nothing failed. */
  static Line free(Destination place) {
    return new Line(
        place, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isBusy(Instant now) {
    return busyUntil.filter(now::isBefore).isPresent();
  }

  boolean isPaused(Instant now) {
    return nextTry.filter(now::isBefore).isPresent();
  }

  Line taken(Instant now) {
    return new Line(place, Optional.of(now.plus(LEASE)), failures, nextTry, trouble, troubleSince);
  }

  /** Given back with nothing sent. */
  Line released() {
    return new Line(place, Optional.empty(), failures, nextTry, trouble, troubleSince);
  }

  /** After a failure; half of the pause is chance, so that lines which broke together do not come back together. */
  Line failed(String reason, Instant now, RandomGenerator chance) {
    long pause =
        Math.min(FIRST_PAUSE.toMillis() << Math.min(failures, 10), LONGEST_PAUSE.toMillis());
    return new Line(
        place,
        Optional.empty(),
        failures + 1,
        Optional.of(now.plusMillis(pause / 2 + chance.nextLong(pause / 2))),
        Optional.of(PlainLine.of(reason)),
        troubleSince.or(() -> Optional.of(now)));
  }

  /** After what could not be sent was given up: what comes next is tried at once. */
  Line givenUp(String reason, Instant now) {
    return new Line(
        place,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.of(PlainLine.of(reason)),
        troubleSince.or(() -> Optional.of(now)));
  }
}
