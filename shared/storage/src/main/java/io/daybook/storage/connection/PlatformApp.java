package io.daybook.storage.connection;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The installation's own app at a platform, by which merchants let the hub in without typing a secret.
 *
 * @param platform such as {@code shopify}
 * @param clientId what the platform knows it by; no secret
 * @param secrets its client secrets, enciphered, the newest first; two during a rotation
 * @param scopes what it asks a merchant for
 * @param base another server of the same API, in the place of each account's own
 */
public record PlatformApp(
    String platform,
    String clientId,
    List<String> secrets,
    List<String> scopes,
    Optional<URI> base) {
  /** Copies the lists. */
  public PlatformApp {
    secrets = List.copyOf(secrets);
    scopes = List.copyOf(scopes);
  }

  /** Shows no secret, not even enciphered. */
  @Override
  public String toString() {
    return platform + " app " + clientId;
  }
}
