package io.daybook.storage.connection;

import io.daybook.events.Origin;
import io.daybook.ledger.ConnectionName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform account that tells a book what happens.
 *
 * @param name within the book
 * @param source the platform's language, such as {@code shopify}
 * @param origin the account
 * @param base where its API is asked, if it is asked
 * @param connectedAt when
 * @param webhookSecrets enciphered, the newest first; two during a rotation
 * @param credentials what lets us into its API, enciphered, by name; none if it is not asked
 * @param hook the address of its webhooks as the platform was told, where that is known: some sign it
 * @param disconnectedAt since when it is neither believed nor asked, if so
 */
public record Connection(
    ConnectionName name,
    String source,
    Origin origin,
    Optional<URI> base,
    Instant connectedAt,
    List<String> webhookSecrets,
    Map<String, String> credentials,
    Optional<URI> hook,
    Optional<Instant> disconnectedAt) {
  /** The name of the one credential that most APIs take. */
  public static final String TOKEN = "token";

  /** Copies the lists. */
  public Connection {
    webhookSecrets = List.copyOf(webhookSecrets);
    credentials = Map.copyOf(credentials);
  }

  /** With one credential at most, the access token or API key. */
  public Connection(
      ConnectionName name,
      String source,
      Origin origin,
      Optional<URI> base,
      Instant connectedAt,
      List<String> webhookSecrets,
      Optional<String> token) {
    this(
        name,
        source,
        origin,
        base,
        connectedAt,
        webhookSecrets,
        token.map(sealed -> Map.of(TOKEN, sealed)).orElse(Map.of()),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is believed and asked. */
  public boolean isLive() {
    return disconnectedAt.isEmpty();
  }

  /** Shows no secret, not even enciphered. */
  @Override
  public String toString() {
    return name + " (" + origin + ")";
  }
}
