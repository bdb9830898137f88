package io.daybook.retrieval;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where a platform's API is and how to be let in.
 *
 * @param base such as {@code https://blue-cup.myshopify.com} or {@code https://api.stripe.com}; another server of the
 *     same API serves as well
 * @param credentials by name, as the platform's description asks for them
 */
public record Endpoint(URI base, Map<String, Secret> credentials) {
  private static final String TOKEN = "token";

  /** Copies the map. */
  public Endpoint {
    credentials = Map.copyOf(credentials);
  }

  /** With the one credential that most APIs take: an access token or API key. */
  public Endpoint(URI base, Secret token) {
    this(base, Map.of(TOKEN, token));
  }

  /**
   * The access token or API key.
   *
   * @throws IllegalStateException if the connection has none
   */
  public Secret token() {
    return credential(TOKEN)
        .orElseThrow(() -> new IllegalStateException("the connection has no access token"));
  }

  /** A credential by name. */
  public Optional<Secret> credential(String name) {
    return Optional.ofNullable(credentials.get(name));
  }

  /** A text, such as a platform's message for people, without any of the credentials that it may quote. */
  public String hush(String text) {
    String safe = text;
    for (Secret secret : credentials.values()) {
      safe = safe.replace(new String(secret.bytes(), UTF_8), "…");
    }
    return safe;
  }
}
