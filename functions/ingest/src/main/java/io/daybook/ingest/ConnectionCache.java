package io.daybook.ingest;

import io.daybook.sources.Secret;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Connections and their deciphered secrets, for a minute: a read and a key call per message would cost more than it. */
final class ConnectionCache {
  private static final Duration AGE = Duration.ofMinutes(1);
  private static final int MAX_ENTRIES = 10_000;

  private record Known(Connection connection, List<Secret> secrets, Instant readAt) {}

  private final Deployment deployment;
  private final Map<HookAddress, Known> known = new ConcurrentHashMap<>();

  ConnectionCache(Deployment deployment) {
    this.deployment = deployment;
  }

  Optional<Connection> find(HookAddress address) {
    Known cached = known.get(address);
    if (cached != null && cached.readAt().plus(AGE).isAfter(deployment.clock().instant())) {
      return Optional.of(cached.connection());
    }
    return read(address).map(Known::connection);
  }

  List<Secret> secrets(HookAddress address) {
    Known cached = known.get(address);
    return cached == null ? List.of() : cached.secrets();
  }

  List<Secret> freshSecrets(HookAddress address) {
    return read(address).map(Known::secrets).orElse(List.of());
  }

  private Optional<Known> read(HookAddress address) {
    Connections connections =
        new Connections(deployment.stores().state(address.book()), deployment.secrets());
    Optional<Known> found =
        connections
            .find(address.connection())
            .map(connection ->
                new Known(
                    connection,
                    connections.webhookSecrets(connection).stream().map(Secret::new).toList(),
                    deployment.clock().instant()));
    if (known.size() >= MAX_ENTRIES) {
      known.clear();
    }
    found.ifPresentOrElse(fresh -> known.put(address, fresh), () -> known.remove(address));
    return found;
  }
}
