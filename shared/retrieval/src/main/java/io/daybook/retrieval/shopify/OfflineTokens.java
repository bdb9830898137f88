package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Renewal;
import io.daybook.retrieval.http.Attempts;
import io.daybook.sources.Secret;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tokens of an app that a merchant installed (shopify.dev, "authorization code grant" and "about offline access tokens"): a
 * code is exchanged for a token that lasts an hour and a refresh token that lasts 90 days, of which each use gives another pair.
 * An app that may still have tokens without an end gets one of those.
 */
public final class OfflineTokens {
  /** The names of the credentials. */
  public static final String TOKEN = "token";

  /** What the app is known by; also marks the connections that were made by its installation. */
  public static final String CLIENT_ID = AccessTokens.CLIENT_ID;

  /** What the app proves itself by. */
  public static final String CLIENT_SECRET = AccessTokens.CLIENT_SECRET;

  static final String REFRESH = "refresh-token";
  static final String ENDS = "token-ends";

  /** Longer than a run that sweeps. */
  private static final Duration MARGIN = Duration.ofMinutes(20);

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int UNAUTHORISED = 401;

  private final Attempts attempts;

  OfflineTokens(Attempts attempts) {
    this.attempts = attempts;
  }

  /** Exchanges the code that a shop sent a person back with. */
  Renewal exchange(URI base, String clientId, Secret clientSecret, String code, Instant now) {
    FormBody.Builder form = app(clientId, clientSecret).add("code", code).add("expiring", "1");
    return ask(base, form, clientId, clientSecret, now);
  }

  /** Whether tokens of a connection end and are refreshed. */
  static boolean areRefreshed(Endpoint endpoint) {
    return endpoint.credential(REFRESH).isPresent();
  }

  /** Another token, if the one that there is ends soon. */
  Renewal renew(Endpoint endpoint, Instant now) {
    Optional<Secret> refresh = endpoint.credential(REFRESH);
    Optional<Secret> secret = endpoint.credential(CLIENT_SECRET);
    Optional<Secret> id = endpoint.credential(CLIENT_ID);
    if (refresh.isEmpty() || secret.isEmpty() || id.isEmpty() || !endsSoon(endpoint, now)) {
      return new Renewal.NotNeeded();
    }
    String clientId = text(id.get());
    FormBody.Builder form =
        app(clientId, secret.get())
            .add("grant_type", "refresh_token")
            .add("refresh_token", text(refresh.get()));
    return ask(endpoint.base(), form, clientId, secret.get(), now);
  }

  private static boolean endsSoon(Endpoint endpoint, Instant now) {
    return endpoint
        .credential(ENDS)
        .map(OfflineTokens::text)
        .map(Instant::parse)
        .filter(ends -> ends.minus(MARGIN).isAfter(now))
        .isEmpty();
  }

  private static FormBody.Builder app(String clientId, Secret clientSecret) {
    return new FormBody.Builder()
        .add("client_id", clientId)
        .add("client_secret", text(clientSecret));
  }

  private Renewal ask(
      URI base, FormBody.Builder form, String clientId, Secret clientSecret, Instant now) {
    Request request =
        new Request.Builder()
            .url(
                HttpUrl.get(base.toString())
                    .newBuilder()
                    .addPathSegments("admin/oauth/access_token")
                    .build())
            .header("Accept", "application/json")
            .post(form.build())
            .build();
    return attempts.call(
        () -> request,
        response -> Optional.of(read(response, clientId, clientSecret, now)),
        Renewal.Failed::new);
  }

  private static Renewal read(Response response, String clientId, Secret clientSecret, Instant now)
      throws IOException {
    if (response.code() == Attempts.THROTTLED) {
      return new Renewal.Failed(new Fetched.Throttled(PAUSE));
    }
    if (!response.isSuccessful()) {
      // 400 invalid_grant and 401 alike: only the merchant can let the app in again.
      return refused(
          "the shop gives the app no token (HTTP "
              + response.code()
              + "): it was uninstalled, or its consent has ended; install it again");
    }
    try {
      JsonNode answer = JsonTranslation.read(Attempts.body(response)).node();
      String token = answer.path("access_token").asText("");
      return token.isEmpty()
          ? refused("an answer without a token")
          : new Renewal.Renewed(credentials(answer, token, clientId, clientSecret, now));
    } catch (FieldProblem notJson) {
      return refused("an answer that is no token");
    }
  }

  private static Map<String, Secret> credentials(
      JsonNode answer, String token, String clientId, Secret clientSecret, Instant now) {
    Map<String, Secret> credentials = new HashMap<>();
    credentials.put(TOKEN, secret(token));
    credentials.put(CLIENT_ID, secret(clientId));
    String refresh = answer.path("refresh_token").asText("");
    if (!refresh.isEmpty()) {
      Instant ends = now.plusSeconds(answer.path("expires_in").asLong(0));
      credentials.put(REFRESH, secret(refresh));
      credentials.put(ENDS, secret(ends.toString()));
      credentials.put(CLIENT_SECRET, clientSecret);
    }
    return credentials;
  }

  private static Secret secret(String text) {
    return new Secret(text.getBytes(UTF_8));
  }

  private static String text(Secret secret) {
    return new String(secret.bytes(), UTF_8);
  }

  private static Renewal refused(String reason) {
    return new Renewal.Failed(new Fetched.Refused(UNAUTHORISED, reason));
  }
}
