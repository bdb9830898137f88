package io.daybook.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * A standing notice that a place is to be told of now.
 *
 * @param notice as it was found, unless it is over
 */
record Due(Standing standing, Reason reason, Optional<Notice> notice) {
  /** What the place was told, once it was told this. */
  Optional<Standing.Told> told(Instant now, boolean arrived) {
    return reason == Reason.SETTLED
        ? Optional.empty()
        : Optional.of(new Standing.Told(standing.measure(), now, arrived));
  }
}
