package io.daybook.portal;

import io.daybook.intake.Sweep;
import io.daybook.portal.page.Badge;
import io.daybook.portal.page.Words;
import java.time.Duration;
import java.time.Instant;

/** How long ago a resource was swept to its end, and whether that is too long. */
final class SweepWords {
  /** Sweeps come every 15 minutes; two left out are worth a look. */
  static final Duration PROMPT = Duration.ofMinutes(45);

  private SweepWords() {}

  static Badge age(String resource, Sweep sweep, Instant now) {
    // What the clock looks at less often: one left out is worth a look.
    Duration longest = Sweep.every(resource).multipliedBy(2).plus(PROMPT);
    Duration age = Duration.between(sweep.sweptTo(), now);
    String words = Words.span(age) + " ago";
    return new Badge(
        sweep.running().isPresent() ? words + ", sweeping" : words,
        age.compareTo(longest) > 0 ? Badge.Tone.BAD : Badge.Tone.GOOD);
  }
}
