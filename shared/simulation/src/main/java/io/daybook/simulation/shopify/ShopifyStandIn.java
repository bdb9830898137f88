package io.daybook.simulation.shopify;

import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.month.Month;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shopify's GraphQL Admin API of the month's shop, on loopback: as it is when the month is over, or at
 * any instant that it is told to {@link #showAt show}.
 *
 * <p>{@code POST /admin/api/2026-10/graphql.json} with {@code X-Shopify-Access-Token}.
 */
public final class ShopifyStandIn implements AutoCloseable {
  /** The most that a single query may cost. */
  public static final int MAXIMUM_COST = 1_000;

  private static final String PATH = "/admin/api/" + ShopifyTopics.VERSION + "/graphql.json";

  /**
   * How it behaves.
   *
   * @param token the access token that it wants
   * @param throttle its bucket of points
   * @param maximumCost what a single query may cost
   * @param faults how often it fails
   */
  public record Behaviour(String token, Throttle throttle, int maximumCost, Faults faults) {
    /** Quick, without faults, with the platform's limit for a single query. */
    public static Behaviour kind(String token) {
      return new Behaviour(
          token, Throttle.generous(Clock.systemUTC()), MAXIMUM_COST, Faults.none());
    }

    /** The same with faults. */
    public Behaviour with(Faults other) {
      return new Behaviour(token, throttle, maximumCost, other);
    }

    /** The same with another limit for a single query, for those in a hurry. */
    public Behaviour upTo(int points) {
      return new Behaviour(token, throttle, points, faults);
    }

    /** The same with another bucket. */
    public Behaviour with(Throttle other) {
      return new Behaviour(token, other, maximumCost, faults);
    }
  }

  private final AdminApi api;
  private final String token;
  private final LoopbackServer server;
  private volatile Optional<OAuth> oauth = Optional.empty();

  private ShopifyStandIn(Month month, int port, Behaviour behaviour) {
    this.api = new AdminApi(month, behaviour.throttle(), behaviour.maximumCost());
    this.token = behaviour.token();
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, ShopifyStandIn::failure);
    api.bulk().at(server.address());
  }

  /** Starts on a port of 127.0.0.1; 0 for any free one. */
  public static ShopifyStandIn start(Month month, int port, Behaviour behaviour) {
    return new ShopifyStandIn(month, port, behaviour);
  }

  /** Where it listens, in the place of {@code https://blue-cup.myshopify.com}. */
  public URI address() {
    return server.address();
  }

  /**
   * From now on the shop is as it was at an instant of its month. What the API forgets is lost with it: of a cost that
   * changed it knows the new one only, so a hub that never asked before the change never hears of the old one.
   */
  public void showAt(Instant seen) {
    api.showAt(seen);
  }

  /** The addresses and topics of the webhooks that are subscribed, such as {@code ORDERS_CREATE http://…}. */
  public List<String> subscriptions() {
    return api.app().subscriptions().stream()
        .map(one -> one.get("topic") + " " + one.get("uri"))
        .sorted()
        .toList();
  }

  /** Drops a subscription without a word, as the platform does after eight failures. */
  public void drop(String topic) {
    api.app().drop(topic);
  }

  /** Takes a scope from the token. */
  public void withdraw(String scope) {
    api.app().withdraw(scope);
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  /** From now on the app with this client id and secret is granted tokens, and none other is believed. */
  public void grantFor(String clientId, String clientSecret) {
    api.app().grantFor(clientId, clientSecret);
  }

  /** From now on this app may be let in by consent, and only tokens that it got so are believed. */
  public void installable(String clientId, String clientSecret, String shop, Clock clock) {
    oauth = Optional.of(new OAuth(clientId, clientSecret, shop, clock));
  }

  /** A query as Shopify signs it for that app. */
  public String signed(Map<String, String> values) {
    return oauth.orElseThrow().signed(values);
  }

  /** The hour of the token that the app got is over. */
  public void endInstalledToken() {
    oauth.orElseThrow().endToken();
  }

  /** The merchant throws the app out. */
  public void uninstall() {
    oauth.orElseThrow().uninstall();
  }

  /** All tokens that were granted have ended. */
  public void endTokens() {
    api.app().endTokens();
  }

  /** Its bulk operations. */
  public BulkOperations bulk() {
    return api.bulk();
  }

  private Answer answer(Asked asked) {
    if (asked.path().startsWith(BulkOperations.PATH) && asked.method().equals("GET")) {
      // The address is signed: whoever has it may read, without a token.
      return api.bulk().file(asked);
    }
    if (asked.path().equals("/admin/oauth/authorize") && oauth.isPresent()) {
      return oauth
          .get()
          .authorize(asked.uri().getRawQuery())
          .map(address -> new Answer(302, Map.of("Location", address), ""))
          .orElseGet(() -> Answer.of(400, "{\"error\":\"invalid_request\"}"));
    }
    if (asked.path().equals("/admin/oauth/access_token") && asked.method().equals("POST")) {
      return oauth
          .flatMap(app -> app.grant(asked.body()))
          .or(() -> api.app().grant(asked.body()))
          .map(json -> Answer.of(200, json))
          .orElseGet(() -> Answer.of(401, "{\"error\":\"invalid_client\"}"));
    }
    if (!asked.path().equals(PATH)) {
      return Answer.of(404, "{\"errors\":\"Not Found\"}");
    }
    if (!asked.method().equals("POST")) {
      return Answer.of(405, "{\"errors\":\"Method Not Allowed\"}");
    }
    if (!same(
        asked.header("x-shopify-access-token").orElse(""),
        oauth.map(OAuth::token).or(() -> api.app().token()).orElse(token))) {
      return Answer.of(
          401,
          "{\"errors\":\"[API] Invalid API key or access token (unrecognized login or wrong password)\"}");
    }
    return new Answer(
        200, Map.of("X-Shopify-API-Version", ShopifyTopics.VERSION), api.answer(asked.body()));
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("Retry-After", "1"), "{\"errors\":\"Too Many Requests\"}")
        : Answer.of(status, "{\"errors\":\"Internal Server Error\"}");
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
