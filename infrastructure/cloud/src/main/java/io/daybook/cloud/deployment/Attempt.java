package io.daybook.cloud.deployment;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment that was begun: on record before it changes anything.
 *
 * @param release what it will be, if it succeeds
 * @param outcome how it ended
 * @param executed whether the change set may have been executed, so that the release may have written
 * @param session whose it is: the one command that goes on with it
 * @param alive when that command last gave a sign of life
 * @param stack the stack's id
 * @param changeSet the change set's id
 * @param token marks the stack's events of this deployment
 * @param writtenBefore what lay in the store before
 */
record Attempt(
    Release release,
    Outcome outcome,
    boolean executed,
    String session,
    Instant alive,
    String stack,
    String changeSet,
    String token,
    Written writtenBefore) {
  /** How it ended. */
  enum Outcome {
    /** It has not, or the command died. */
    OPEN,
    /** The release runs. */
    SUCCEEDED,
    /** The release before it runs. */
    FAILED
  }

  int number() {
    return release.number();
  }

  /** What may lie in the store since. */
  Written written() {
    return executed ? writtenBefore.and(release.formats()) : writtenBefore;
  }

  Attempt ended(Outcome how) {
    return new Attempt(
        release, how, executed, session, alive, stack, changeSet, token, writtenBefore);
  }

  Attempt executing() {
    return new Attempt(
        release, outcome, true, session, alive, stack, changeSet, token, writtenBefore);
  }

  Attempt alive(String whose, Instant when) {
    return new Attempt(
        release, outcome, executed, whose, when, stack, changeSet, token, writtenBefore);
  }

  /** An attempt as it lies in the bucket, and the tag under which it may be changed. */
  record Kept(Attempt attempt, String tag) {}

  /** The open one of those kept. */
  static Optional<Kept> open(Optional<Kept> newest) {
    return newest.filter(kept -> kept.attempt().outcome() == Outcome.OPEN);
  }
}
