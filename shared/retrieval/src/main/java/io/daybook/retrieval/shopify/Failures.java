package io.daybook.retrieval.shopify;

import io.daybook.retrieval.Fetched;

/** Why nothing was answered, in words for people. */
final class Failures {
  private Failures() {}

  static String words(Answer.Failure failure) {
    return switch (failure) {
      case Answer.TooDear _ -> "the query is too dear for the platform";
      case Answer.Failed(Fetched.Refused refused) ->
          "refused with " + refused.status() + ": " + refused.reason();
      case Answer.Failed(Fetched.Throttled throttled) ->
          "the platform asks to wait " + throttled.pause().toSeconds() + " s";
      case Answer.Failed(Fetched.Unavailable unavailable) -> unavailable.reason();
      case Answer.Failed(Fetched.Preparing preparing) -> preparing.words();
      case Answer.Failed(Fetched.Page _) -> throw new IllegalStateException("a page is no failure");
    };
  }
}
