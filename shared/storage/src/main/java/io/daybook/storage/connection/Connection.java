package io.daybook.storage.connection;

import io.daybook.events.Origin;
import io.daybook.ledger.ConnectionName;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
 * @param token enciphered access token or API key, if there is one
 */
public record Connection(
    ConnectionName name,
    String source,
    Origin origin,
    Optional<URI> base,
    Instant connectedAt,
    List<String> webhookSecrets,
    Optional<String> token) {
  /** Copies the list. */
  public Connection {
    webhookSecrets = List.copyOf(webhookSecrets);
  }

  /** Shows no secret, not even enciphered. */
  @Override
  public String toString() {
    return name + " (" + origin + ")";
  }
}
