package io.daybook.retrieval;

import java.util.List;

/** A platform's API. */
public interface Retriever {
  /** The source whose API this is, such as {@code shopify}. */
  String source();

  /** What can be swept, in the order in which a sweep asks. */
  List<String> resources();

  /** Fetches one page: one bounded piece of work, at most a few calls. */
  Fetched fetch(Endpoint endpoint, Request request);
}
