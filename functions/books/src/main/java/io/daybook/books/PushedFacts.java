package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.events.State;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Webhooks;
import io.daybook.storage.connection.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which facts a platform's webhooks tell, and which of those a sweep may call missed.
 *
 * <p>A fact is missed if webhooks tell its kind, if it has a time of its own, if that time is at least {@link #GRACE} ago,
 * and if the connection existed then. What is younger may be on its way: a sweep that meets it keeps it all the same and
 * does not count it, so that the count is a third too low where sweeps are 15 minutes apart, and not a false alarm.
 * Balance transactions, manifests and item costs are never counted. Of a payout and a dispute, steps that carry no time
 * (a payout's arrival) are not counted.
 */
final class PushedFacts {
  /**
   * Webhooks come in seconds as a rule. Shopify's may be late by minutes, in rare cases by a day: by then the sweep has
   * told it, and it counts as missed; the late webhook changes nothing.
   */
  static final Duration GRACE = Duration.ofMinutes(5);

  private PushedFacts() {}

  /**
   * The name of an object's first missed fact, if it has one.
   *
   * @param news the facts of the object that the ledger does not know
   */
  static Optional<String> missed(Connection connection, List<Fact> news, Instant now) {
    if (isUnheard(connection)) {
      return Optional.empty();
    }
    return news.stream()
        .filter(fact ->
            happened(connection.source(), fact)
                .filter(
                    at -> !at.isAfter(now.minus(GRACE)) && !at.isBefore(connection.connectedAt()))
                .isPresent())
        .findFirst()
        .map(PushedFacts::name);
  }

  /** Webhooks that are believed by public keys, and no key was ever had: none can come, so that none is missed. */
  private static boolean isUnheard(Connection connection) {
    return connection.webhookSecrets().isEmpty()
        && KnownPlatforms.find(connection.source())
            .filter(platform -> platform.webhooks() instanceof Webhooks.Keyed)
            .isPresent();
  }

  /** With the version, so that two changes of an order are two. */
  private static String name(Fact fact) {
    return fact instanceof State state ? fact.key() + "@" + state.version() : fact.key().toString();
  }

  /** When what a webhook of this source tells happened; absent if webhooks do not tell it. */
  private static Optional<Instant> happened(String source, Fact fact) {
    return KnownPlatforms.find(source).flatMap(platform -> platform.pushedAt(fact));
  }
}
