package io.daybook.simulation.square;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.square.SquareShelves.Shelf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Square's API of one merchant, on loopback: what the shelves hold, up to the instant that it shows. */
public final class SquareStandIn implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String AT = "at-";

  private final SquareShelves shelves;
  private final String token;
  private final int mostInPage;
  private final LoopbackServer server;
  private final SquareSubscriptions subscriptions = new SquareSubscriptions();
  private volatile Instant seen = Instant.MAX;
  private volatile boolean byOAuth;

  private SquareStandIn(
      SquareShelves shelves, int port, String token, int mostInPage, Faults faults) {
    this.shelves = shelves;
    this.token = token;
    this.mostInPage = mostInPage;
    this.server = new LoopbackServer(port, faults, this::answer, SquareStandIn::failure);
  }

  /**
   * Starts on a port of 127.0.0.1; 0 for any free one.
   *
   * @param token the access token that it wants
   * @param mostInPage its largest page; Square's is 100
   */
  public static SquareStandIn start(
      SquareShelves shelves, int port, String token, int mostInPage, Faults faults) {
    return new SquareStandIn(shelves, port, token, mostInPage, faults);
  }

  /** Where it listens, in the place of {@code https://connect.squareup.com}. */
  public URI address() {
    return server.address();
  }

  /** From now on lists show only what was made up to an instant: Square's lists lag behind. */
  public void showAt(Instant instant) {
    this.seen = instant;
  }

  /** From now on the token is one by OAuth, which may not see to subscriptions. */
  public void takeTokenForOAuth() {
    this.byOAuth = true;
  }

  /** Gives up on every subscription, as Square does on those that failed for weeks. */
  public void disableSubscriptions() {
    subscriptions.disableAll();
  }

  /** The signature keys of the enabled subscriptions, by the address that events go to. */
  public Map<String, String> subscriptionKeys() {
    return subscriptions.keys();
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  private Answer answer(Asked asked) {
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    byte[] got = asked.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(wanted, got)) {
      return error(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED", "The access token is not valid.");
    }
    if (asked.header("square-version").isEmpty()) {
      return error(400, "INVALID_REQUEST_ERROR", "BAD_REQUEST", "Square-Version is missing.");
    }
    String[] path = asked.path().split("/", -1);
    return switch (asked.method() + " " + asked.path()) {
      case "GET /v2/locations" -> page(asked, Shelf.LOCATIONS, _ -> true, "created_at");
      case "POST /v2/orders/search" -> search(asked);
      case "POST /v2/orders/batch-retrieve" -> batch(asked);
      case "GET /v2/payments" -> page(asked, Shelf.PAYMENTS, located(asked), "updated_at");
      case "GET /v2/refunds" -> page(asked, Shelf.REFUNDS, _ -> true, "updated_at");
      case "GET /v2/disputes" -> page(asked, Shelf.DISPUTES, _ -> true, "updated_at");
      case "GET /v2/payouts" -> page(asked, Shelf.PAYOUTS, located(asked), "created_at");
      case "GET /v2/cash-drawers/shifts" -> page(asked, Shelf.SHIFTS, located(asked), "opened_at");
      case String _ when asked.path().startsWith("/v2/webhooks/subscriptions") ->
          subscriptions(asked, path.length == 5 ? Optional.of(path[4]) : Optional.empty());
      case String _ when path.length == 5 && path[4].equals("payout-entries") ->
          page(asked, Shelf.ENTRIES, of("payout_id", path[3]), "effective_at");
      case String _ when path.length == 6 && path[5].equals("events") ->
          page(asked, Shelf.EVENTS, of("shift_id", path[4]), "created_at");
      case String _ when path.length == 4 && path[2].equals("refunds") ->
          one(Shelf.REFUNDS, "refund", path[3]);
      case String other -> error(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", "No such endpoint.");
    };
  }

  private Answer subscriptions(Asked asked, Optional<String> id) {
    if (byOAuth) {
      return error(403, "AUTHENTICATION_ERROR", "FORBIDDEN", "Use the personal access token.");
    }
    Optional<ObjectNode> answer =
        switch (asked.method()) {
          case "GET" ->
              id.isEmpty() ? Optional.of(subscriptions.list()) : subscriptions.one(id.get());
          case "POST" -> Optional.of(subscriptions.make(body(asked)));
          case "PUT" -> id.flatMap(one -> subscriptions.change(one, body(asked)));
          case String other -> Optional.empty();
        };
    return answer
        .map(json -> Answer.of(200, json.toString()))
        .orElseGet(() -> error(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", "No such subscription."));
  }

  /** Without a location Square shows the main one's. */
  private Predicate<ObjectNode> located(Asked asked) {
    String main = shelves.all(Shelf.LOCATIONS).getFirst().path("id").asText();
    return of("location_id", asked.parameter("location_id").orElse(main));
  }

  private static Predicate<ObjectNode> of(String name, String value) {
    return object -> object.path(name).asText().equals(value);
  }

  private Answer page(Asked asked, Shelf shelf, Predicate<ObjectNode> filter, String time) {
    String prefix = time.equals("updated_at") ? "updated_at_" : "";
    Optional<Instant> from = asked.parameter(prefix + "begin_time").map(Instant::parse);
    Optional<Instant> to = asked.parameter(prefix + "end_time").map(Instant::parse);
    int limit = asked.parameter("limit").map(Integer::parseInt).orElse(100);
    return page(shelf, filter.and(within(time, from, to)), time, limit, asked.parameter("cursor"));
  }

  private static Predicate<ObjectNode> within(
      String time, Optional<Instant> from, Optional<Instant> to) {
    return object -> {
      if (!object.path(time).isTextual()) {
        return true;
      }
      Instant at = Instant.parse(object.path(time).asText());
      return from.filter(at::isBefore).isEmpty() && to.filter(end -> !at.isBefore(end)).isEmpty();
    };
  }

  private Answer page(
      Shelf shelf, Predicate<ObjectNode> filter, String time, int limit, Optional<String> cursor) {
    if (cursor.filter(some -> !some.matches(AT + "[0-9]{1,9}")).isPresent()) {
      return error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR", "Not a cursor.");
    }
    int start = cursor.map(some -> Integer.parseInt(some.substring(AT.length()))).orElse(0);
    int most = Math.min(limit, mostInPage);
    List<ObjectNode> matching =
        shelves.all(shelf).stream()
            .filter(filter)
            .filter(object -> visible(object, time))
            .sorted(Comparator.comparing(object -> object.path(time).asText("")))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray(shelf.list());
    matching.stream().skip(start).limit(most).forEach(list::add);
    if (start + most < matching.size()) {
      answer.put("cursor", AT + (start + most));
    }
    return Answer.of(200, answer.toString());
  }

  private boolean visible(ObjectNode object, String time) {
    JsonNode at = object.path(time);
    return !at.isTextual() || !Instant.parse(at.asText()).isAfter(seen);
  }

  private Answer search(Asked asked) {
    JsonNode body = body(asked);
    List<String> locations = texts(body.path("location_ids"));
    if (locations.isEmpty() || locations.size() > 10) {
      return error(400, "INVALID_REQUEST_ERROR", "BAD_REQUEST", "location_ids holds 1 to 10 ids.");
    }
    JsonNode window = body.at("/query/filter/date_time_filter/updated_at");
    Optional<Instant> from = text(window, "start_at").map(Instant::parse);
    Optional<Instant> to = text(window, "end_at").map(Instant::parse);
    return page(
        Shelf.ORDERS,
        ((Predicate<ObjectNode>) o -> locations.contains(o.path("location_id").asText()))
            .and(within("updated_at", from, to)),
        "updated_at",
        body.path("limit").asInt(500),
        text(body, "cursor"));
  }

  private Answer batch(Asked asked) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("orders");
    texts(body(asked).path("order_ids"))
        .forEach(id -> shelves.find(Shelf.ORDERS, id).ifPresent(list::add));
    return Answer.of(200, answer.toString());
  }

  private Answer one(Shelf shelf, String kind, String id) {
    return shelves
        .find(shelf, id)
        .map(found -> {
          ObjectNode answer = JsonNodeFactory.instance.objectNode();
          answer.set(kind, found);
          return Answer.of(200, answer.toString());
        })
        .orElseGet(() -> error(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", "Not found."));
  }

  private static JsonNode body(Asked asked) {
    try {
      return MAPPER.readTree(asked.body());
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static List<String> texts(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .map(i -> list.get(i).asText())
        .toList();
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(
            429,
            Map.of("Retry-After", "1"),
            body("RATE_LIMIT_ERROR", "RATE_LIMITED", "Too many requests."))
        : error(status, "API_ERROR", "INTERNAL_SERVER_ERROR", "Try again.");
  }

  private static Answer error(int status, String category, String code, String detail) {
    return Answer.of(status, body(category, code, detail));
  }

  private static String body(String category, String code, String detail) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("errors")
        .addObject()
        .put("category", category)
        .put("code", code)
        .put("detail", detail);
    return body.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
