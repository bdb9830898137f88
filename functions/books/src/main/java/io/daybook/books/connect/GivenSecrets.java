package io.daybook.books.connect;

import io.daybook.sources.Secret;
import io.daybook.sources.platform.Credential;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets that a person gives to connect an account.
 *
 * @param webhook what its webhooks are signed with, if it has such
 * @param credentials what lets us into its API, by name
 */
public record GivenSecrets(Optional<Secret> webhook, Map<String, Secret> credentials) {
  /** Copies the map. */
  public GivenSecrets {
    credentials = Map.copyOf(credentials);
  }

  /** One secret for webhooks and one token, as most platforms have. */
  public static GivenSecrets of(byte[] webhook, byte[] token) {
    return new GivenSecrets(
        Optional.of(new Secret(webhook)), Map.of(Credential.TOKEN, new Secret(token)));
  }

  /** The same with another webhook secret, or with none. */
  public GivenSecrets with(Optional<Secret> other) {
    return new GivenSecrets(other, credentials);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "secrets";
  }
}
