package io.daybook.books;

import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Renewal;
import io.daybook.retrieval.Retriever;
import io.daybook.sources.Secret;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Replaces a connection's credentials that end soon, and keeps those that came before anything is asked with them. */
final class Renewing {
  private static final Logger LOG = System.getLogger("io.daybook.pull");

  /** What a connection can be asked with. */
  sealed interface Fresh {
    /** The connection as it is kept now. */
    record Usable(Connection connection, Endpoint endpoint) implements Fresh {}

    /** The platform gives no more: a person must let us in again. */
    record Refused(String reason) implements Fresh {}
  }

  private Renewing() {}

  static Fresh of(
      Connections connections, Connection connection, URI base, Retriever retriever, Instant now) {
    Endpoint endpoint = new Endpoint(base, opened(connections, connection));
    return switch (retriever.renew(endpoint, now)) {
      case Renewal.NotNeeded _ -> new Fresh.Usable(connection, endpoint);
      case Renewal.Renewed renewed -> kept(connections, connection, base, renewed);
      case Renewal.Failed(Fetched.Refused refused) ->
          new Fresh.Refused("refused with " + refused.status() + ": " + refused.reason());
      case Renewal.Failed(Fetched why) -> {
        LOG.log(Level.WARNING, "{0} was not renewed: {1}", connection.name(), why);
        yield new Fresh.Usable(connection, endpoint);
      }
    };
  }

  private static Fresh kept(
      Connections connections, Connection connection, URI base, Renewal.Renewed renewed) {
    Map<String, String> sealed = new HashMap<>();
    renewed
        .credentials()
        .forEach((name, secret) ->
            sealed.put(name, connections.seal(connection.name(), secret.bytes())));
    Connection after =
        new Connection(
            connection.name(),
            connection.source(),
            connection.origin(),
            connection.base(),
            connection.connectedAt(),
            connection.webhookSecrets(),
            sealed,
            connection.hook(),
            connection.disconnectedAt());
    if (connections.replace(connection, after)) {
      return new Fresh.Usable(after, new Endpoint(base, renewed.credentials()));
    }
    // Somebody else renewed, connected or disconnected it at the same moment, and has his way.
    Optional<Connection> theirs = connections.find(connection.name());
    return theirs
        .filter(Connection::isLive)
        .<Fresh>map(one -> new Fresh.Usable(one, new Endpoint(base, opened(connections, one))))
        .orElseGet(() -> new Fresh.Refused("it was disconnected meanwhile"));
  }

  static Map<String, Secret> opened(Connections connections, Connection connection) {
    Map<String, Secret> opened = new HashMap<>();
    connections
        .credentials(connection)
        .forEach((name, secret) -> opened.put(name, new Secret(secret)));
    return opened;
  }
}
