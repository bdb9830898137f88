package io.daybook.retrieval;

import io.daybook.ledger.Bytes;
import java.util.List;

/** A platform's API. */
public interface Retriever {
  /** The source whose API this is, such as {@code shopify}. */
  String source();

  /** What can be swept, in the order in which a sweep asks. */
  List<String> resources();

  /** Fetches one page: one bounded piece of work, at most a few calls. */
  Fetched fetch(Endpoint endpoint, Request request);

  /**
   * The public keys by which the platform signs its webhooks, for platforms that publish such: asked for when an account is
   * connected and with each sweep, and kept with the connection, because the door fetches nothing.
   */
  default Keys webhookKeys(Endpoint endpoint) {
    return new Keys.None();
  }

  /** What became of asking for keys. */
  sealed interface Keys {
    /** The platform publishes none: its webhooks are believed by a secret. */
    record None() implements Keys {}

    /** They could not be had: those that are kept stay. */
    record Unread(String reason) implements Keys {}

    /**
     * They are these.
     *
     * @param kept as the platform's verifier reads them
     */
    record Published(Bytes kept) implements Keys {}
  }
}
