package io.daybook.storage.connection;

import io.daybook.events.Origin;
import io.daybook.ledger.ConnectionName;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as it lies in the state. What earlier versions stored is read as well: they knew one credential only, under
 * {@code token}, and neither {@code hook} nor {@code disconnectedAt}.
 */
record StoredConnection(
    ConnectionName name,
    String source,
    Origin origin,
    Optional<URI> base,
    Instant connectedAt,
    List<String> webhookSecrets,
    Optional<String> token,
    Optional<Map<String, String>> credentials,
    Optional<URI> hook,
    Optional<Instant> disconnectedAt) {

  static StoredConnection of(Connection connection) {
    Map<String, String> others = new HashMap<>(connection.credentials());
    Optional<String> token = Optional.ofNullable(others.remove(Connection.TOKEN));
    return new StoredConnection(
        connection.name(),
        connection.source(),
        connection.origin(),
        connection.base(),
        connection.connectedAt(),
        connection.webhookSecrets(),
        token,
        others.isEmpty() ? Optional.empty() : Optional.of(others),
        connection.hook(),
        connection.disconnectedAt());
  }

  Connection connection() {
    Map<String, String> all = new HashMap<>(credentials.orElse(Map.of()));
    token.ifPresent(sealed -> all.put(Connection.TOKEN, sealed));
    return new Connection(
        name, source, origin, base, connectedAt, webhookSecrets, all, hook, disconnectedAt);
  }
}
