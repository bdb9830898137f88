package io.daybook.books;

import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Retriever.Keys;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a platform's published keys with a connection, for the door to verify by: it fetches nothing itself. Those before stay
 * beside the new ones, so that what was signed before a rotation and comes after it is still believed.
 */
public final class WebhookKeys {
  private static final Logger LOG = System.getLogger("io.daybook.pull");

  private WebhookKeys() {}

  /** Stores keys that are not kept yet; those that could not be read leave what is kept as it is. */
  public static void refresh(Connections connections, Connection connection, Keys keys) {
    switch (keys) {
      case Keys.None _ -> {
        return;
      }
      case Keys.Unread unread ->
          LOG.log(
              Level.WARNING,
              "the keys of {0} could not be read: {1}",
              connection.name(),
              unread.reason());
      case Keys.Published published -> keep(connections, connection, published.kept());
    }
  }

  /** Puts a secret before those that a connection has, unless it is the first already. */
  static void keep(Connections connections, Connection connection, Bytes published) {
    Optional<byte[]> newest = connections.webhookSecrets(connection).stream().findFirst();
    if (newest.filter(kept -> MessageDigest.isEqual(kept, published.toArray())).isPresent()) {
      return;
    }
    List<String> kept = new ArrayList<>();
    kept.add(connections.seal(connection.name(), published.toArray()));
    kept.addAll(connection.webhookSecrets());
    connections.save(
        new Connection(
            connection.name(),
            connection.source(),
            connection.origin(),
            connection.base(),
            connection.connectedAt(),
            kept.subList(0, Math.min(kept.size(), Connections.SECRETS)),
            connection.credentials(),
            connection.hook(),
            connection.disconnectedAt()));
  }
}
