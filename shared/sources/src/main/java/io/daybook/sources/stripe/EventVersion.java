package io.daybook.sources.stripe;

import java.util.Optional;

/**
 * In which API version an event was written: that of its endpoint, or of the account when it happened. The fields that are
 * read here (ids, amounts, currency, status, balance transactions) are the same in every version since {@value #OLDEST};
 * words that a newer version adds are parked where they stand.
 */
final class EventVersion {
  /** From here on a payout is an object of its own; before, it was a transfer (docs.stripe.com/upgrades). */
  static final String OLDEST = "2017-04-06";

  private EventVersion() {}

  /** Why an event is parked for its version, as a sentence for a person; empty if it can be read. */
  static Optional<String> refusal(Told event) {
    Optional<String> version = event.maybeText("api_version");
    if (version.isEmpty()) {
      return Optional.empty();
    }
    String word = version.get();
    if (!word.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}([.][a-z_]{1,40})?")) {
      return Optional.of(
          "stripe event of an API version that is none: make a new webhook endpoint");
    }
    return word.substring(0, OLDEST.length()).compareTo(OLDEST) < 0
        ? Optional.of(
            "stripe event in API version "
                + word
                + ", in which payouts were transfers: make the webhook endpoint anew, in a version since "
                + OLDEST)
        : Optional.empty();
  }
}
