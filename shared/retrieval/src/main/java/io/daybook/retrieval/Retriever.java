package io.daybook.retrieval;

import io.daybook.ledger.Bytes;
import java.net.URI;
import java.time.Instant;
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
   * Asks one cheap thing: whether the API lets us in, for the right account, and what it keeps from us.
   *
   * @param account the account that is connected
   */
  default Health health(Endpoint endpoint, String account) {
    return new Health.NotAsked();
  }

  /**
   * Sees to it that webhooks of all that is needed are sent to an address. Safe to do again: what is in order is left alone.
   *
   * @param hook the connection's own address, as the platform can reach it
   */
  default Subscribed subscribe(Endpoint endpoint, URI hook) {
    return new Subscribed.ByHand();
  }

  /**
   * Other credentials in the place of those that end within the next minutes, where a platform's end: asked for before a
   * connection is asked anything else. What it gives is to be kept before it is used.
   */
  default Renewal renew(Endpoint endpoint, Instant now) {
    return new Renewal.NotNeeded();
  }

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
