package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The token of a request: the connection's own, or one that the shop grants for the app's client id and secret and that lasts
 * a day (shopify.dev, "client credentials grant"). Apps made since January 2026 have no other.
 */
final class AccessTokens {
  /** The names of the two credentials. */
  static final String CLIENT_ID = "client-id";

  static final String CLIENT_SECRET = "client-secret";

  /** Asked for anew so long before it ends. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final long LARGEST_ANSWER = 64L * 1024;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What came of asking. */
  sealed interface Granted {
    /** A token. */
    record Token(Secret secret) implements Granted {}

    /** None, and why. */
    record None(Fetched why) implements Granted {}
  }

  private record Known(Secret token, Instant until) {}

  private final OkHttpClient client;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  AccessTokens(OkHttpClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** The token of a connection. */
  Granted of(Endpoint endpoint) {
    if (!isGranted(endpoint)) {
      return endpoint.credential("token").isPresent()
          ? new Granted.Token(endpoint.token())
          : none(0, "the connection has neither an access token nor a client id and secret");
    }
    Optional<Known> held = Optional.ofNullable(known.get(key(endpoint)));
    return held.filter(token -> clock.instant().isBefore(token.until())).isPresent()
        ? new Granted.Token(held.get().token())
        : ask(endpoint);
  }

  /** Whether its tokens are granted for a time, so that one that is refused may be replaced. */
  boolean isGranted(Endpoint endpoint) {
    return endpoint.credential(CLIENT_ID).isPresent()
        && endpoint.credential(CLIENT_SECRET).isPresent()
        && !OfflineTokens.areRefreshed(endpoint);
  }

  /** Forgets a token that was refused. */
  void forget(Endpoint endpoint) {
    known.remove(key(endpoint));
  }

  private Granted ask(Endpoint endpoint) {
    Request request =
        new Request.Builder()
            .url(
                HttpUrl.get(endpoint.base().toString())
                    .newBuilder()
                    .addPathSegments("admin/oauth/access_token")
                    .build())
            .header("Accept", "application/json")
            .post(
                new FormBody.Builder()
                    .add("grant_type", "client_credentials")
                    .add("client_id", text(endpoint, CLIENT_ID))
                    .add("client_secret", text(endpoint, CLIENT_SECRET))
                    .build())
            .build();
    try (Response response = client.newCall(request).execute()) {
      if (response.code() == TOO_MANY_REQUESTS) {
        return new Granted.None(new Fetched.Throttled(PAUSE));
      }
      if (response.code() >= SERVER_ERROR) {
        return new Granted.None(
            new Fetched.Unavailable("HTTP " + response.code() + " instead of a token"));
      }
      return response.isSuccessful()
          ? read(endpoint, response)
          : none(
              401,
              "the shop grants no token for this client id and secret (HTTP "
                  + response.code()
                  + "): is the app installed in the shop, and is the secret the newest?");
    } catch (IOException e) {
      return new Granted.None(new Fetched.Unavailable(e.getClass().getSimpleName()));
    }
  }

  private Granted read(Endpoint endpoint, Response response) throws IOException {
    if (response.body().source().request(LARGEST_ANSWER + 1)) {
      return none(response.code(), "an answer that is no token");
    }
    try {
      JsonNode answer = JsonTranslation.read(response.body().source().readByteArray()).node();
      String token = answer.path("access_token").asText("");
      if (token.isEmpty()) {
        return none(response.code(), "an answer without a token");
      }
      Secret secret = new Secret(token.getBytes(UTF_8));
      Instant until =
          clock.instant().plusSeconds(answer.path("expires_in").asLong(0)).minus(MARGIN);
      known.put(key(endpoint), new Known(secret, until));
      return new Granted.Token(secret);
    } catch (FieldProblem notJson) {
      return none(response.code(), "an answer that is no token");
    }
  }

  private static String text(Endpoint endpoint, String credential) {
    return new String(endpoint.credential(credential).orElseThrow().bytes(), UTF_8);
  }

  private static String key(Endpoint endpoint) {
    // With the secret, so that a wrong one is not believed because the right one was. Never
    // written.
    return endpoint.base() + " " + text(endpoint, CLIENT_ID) + " " + text(endpoint, CLIENT_SECRET);
  }

  private static Granted none(int status, String reason) {
    return new Granted.None(new Fetched.Refused(status, reason));
  }
}
