package io.daybook.retrieval.stripe;

import io.daybook.retrieval.Fetched;

/** Why Stripe was not asked, in words for a person. */
final class Failures {
  private Failures() {}

  static String words(Fetched outcome) {
    return switch (outcome) {
      case Fetched.Refused refused -> "refused with " + refused.status() + ": " + refused.reason();
      case Fetched.Unavailable unavailable -> unavailable.reason();
      case Fetched.Preparing preparing -> preparing.words();
      case Fetched.Throttled _ -> "Stripe asks to wait";
      case Fetched.Page _ -> throw new IllegalArgumentException("a page is no failure");
    };
  }
}
