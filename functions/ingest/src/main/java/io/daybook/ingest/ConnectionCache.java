package io.daybook.ingest;

import io.daybook.direct.Deadline;
import io.daybook.items.WebhookConnection;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections and their deciphered secrets, for a minute: a read and a key call per message would cost more than it. That
 * there is no such connection is remembered for {@link #PAUSE} only.
 */
final class ConnectionCache {
  /** How often at most a connection is read anew because a message was not signed as it should be. */
  static final Duration PAUSE = Duration.ofSeconds(3);

  private static final Duration AGE = Duration.ofMinutes(1);
  private static final int MAX_ENTRIES = 10_000;

  /**
   * What was read.
   *
   * @param secrets none if there is no connection
   * @param askedAt when it was last begun to be read anew
   */
  record Known(
      Optional<WebhookConnection> connection,
      List<Secret> secrets,
      Instant readAt,
      Instant askedAt) {
    /** The address that the platform was told, or else the one that a request came to. */
    String address(HttpEvent event) {
      return connection.isPresent() && !connection.get().hook().isEmpty()
          ? connection.get().hook()
          : event.address();
    }

    boolean isOf(String source) {
      return connection.isPresent()
          && connection.get().live()
          && connection.get().source().equals(source);
    }
  }

  private final IngestStores stores;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ConnectionCache(IngestStores stores) {
    this.stores = stores;
    this.clock = stores.clock();
  }

  Known find(HookAddress address, Deadline deadline) {
    Known cached = known.get(address.toString());
    if (cached == null) {
      return read(address, Instant.EPOCH, deadline);
    }
    return isYoung(cached) ? cached : read(address, cached.askedAt(), deadline);
  }

  private boolean isYoung(Known cached) {
    Duration age = cached.connection().isPresent() ? AGE : PAUSE;
    return cached.readAt().plus(age).isAfter(clock.instant());
  }

  /** Reads a connection anew, whose secrets may have been rotated, unless it was or is being read anew just now. */
  Optional<Known> anew(HookAddress address, Known before, Deadline deadline) {
    Instant now = clock.instant();
    if (before.askedAt().plus(PAUSE).isAfter(now)) {
      return Optional.empty();
    }
    Known asked = new Known(before.connection(), before.secrets(), before.readAt(), now);
    boolean mine = known.replace(address.toString(), before, asked);
    return mine ? Optional.of(read(address, now, deadline)) : Optional.empty();
  }

  private Known read(HookAddress address, Instant askedAt, Deadline deadline) {
    Optional<WebhookConnection> connection =
        stores.connection(address.book(), address.connection(), deadline);
    List<Secret> secrets = new ArrayList<>();
    if (connection.isPresent()) {
      for (String sealed : connection.get().webhookSecrets()) {
        secrets.add(
            new Secret(stores.open(address.book(), address.connection(), sealed, deadline)));
      }
    }
    Known fresh = new Known(connection, List.copyOf(secrets), clock.instant(), askedAt);
    if (known.size() >= MAX_ENTRIES) {
      known.clear();
    }
    known.put(address.toString(), fresh);
    return fresh;
  }

  void forget() {
    known.clear();
  }
}
