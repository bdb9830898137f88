package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Processor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stripe's API of the month's shop, on loopback: lists of balance transactions, charges, refunds, disputes,
 * payouts and events, each object by its id, and the report of payouts; as it is when the month is over, or at any instant that it is told to
 * {@link #showAt show}.
 */
public final class StripeStandIn implements AutoCloseable {
  /**
   * How it behaves.
   *
   * @param key the secret API key that it wants
   * @param faults how often it fails
   */
  public record Behaviour(String key, Faults faults) {
    /** Without faults. */
    public static Behaviour kind(String key) {
      return new Behaviour(key, Faults.none());
    }

    /** The same with faults. */
    public Behaviour with(Faults other) {
      return new Behaviour(key, other);
    }
  }

  private final Month month;
  private volatile Instant seen;
  private final StripeObjects objects;
  private final String key;
  private final StripeEndpoints endpoints = new StripeEndpoints();
  private final StripeReports reports;
  private final LoopbackServer server;

  private StripeStandIn(Month month, int port, Behaviour behaviour) {
    this.month = month;
    this.seen = month.setting().end();
    this.objects = new StripeObjects(month);
    this.reports = new StripeReports(month, objects);
    this.key = behaviour.key();
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, StripeStandIn::failure);
  }

  /** Starts on a port of 127.0.0.1; 0 for any free one. */
  public static StripeStandIn start(Month month, int port, Behaviour behaviour) {
    return new StripeStandIn(month, port, behaviour);
  }

  /** Where it listens, in the place of {@code https://api.stripe.com}. */
  public URI address() {
    return server.address();
  }

  /** From now on the account is as it was at an instant of its month. */
  public void showAt(Instant instant) {
    this.seen = instant;
  }

  /** The webhook endpoints that were made, by the address that events go to, each with its signing secret. */
  public Map<String, String> endpointSecrets() {
    Map<String, String> secrets = new TreeMap<>();
    for (ObjectNode endpoint : endpoints.all()) {
      if (endpoint.path("status").asText().equals("enabled")) {
        secrets.put(
            endpoint.path("url").asText(), StripeEndpoints.secret(endpoint.path("id").asText()));
      }
    }
    return secrets;
  }

  /** Gives up on every endpoint, as Stripe does on those that failed for days. */
  public void disableEndpoints() {
    endpoints.disableAll();
  }

  /** From now on a report is made only when it was asked after so often; at first, at once. */
  public void makeReportsSlowly(int asks) {
    reports.slow(asks);
  }

  /** From now on no report can be made. */
  public void failReports() {
    reports.fail();
  }

  /** From now on the reports tell a balance transaction with so much more than it is. */
  public void misreport(String transaction, long moreMinor) {
    reports.misreport(transaction, moreMinor);
  }

  /** How many reports were asked for. */
  public int reports() {
    return reports.runs();
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  private Answer answer(Asked asked) {
    String bearer = asked.header("authorization").orElse("");
    if (!same(bearer, "Bearer " + key)) {
      return Answer.of(401, error("Invalid API Key provided: sk_****", Optional.empty()));
    }
    if (asked.method().equals("POST") && asked.path().startsWith("/v1/webhook_endpoints")) {
      List<String> path = List.of(asked.path().split("/", -1));
      Optional<String> id = path.size() > 3 ? Optional.of(path.get(3)) : Optional.empty();
      return endpoints
          .write(id, asked, seen.getEpochSecond())
          .map(node -> Answer.of(200, node.toString()))
          .orElseGet(() -> Answer.of(404, error("No such webhook endpoint", Optional.of("id"))));
    }
    try {
      if (asked.method().equals("POST") && asked.path().equals("/v1/reporting/report_runs")) {
        return Answer.of(200, reports.run(asked.body(), seen).toString());
      }
      if (!asked.method().equals("GET")) {
        return Answer.of(
            405,
            error(
                "Of the stand-in only webhook endpoints and report runs are written",
                Optional.empty()));
      }
      if (asked.path().startsWith("/v1/files/")) {
        return reports
            .file(asked.path().split("/", -1)[3])
            .map(csv -> Answer.of(200, csv))
            .orElseGet(() -> Answer.of(404, error("No such file", Optional.of("id"))));
      }
      return found(asked)
          .map(node -> Answer.of(200, node.toString()))
          .orElseGet(() ->
              Answer.of(
                  404, error("Unrecognized request URL or no such object", Optional.empty())));
    } catch (StripeLists.Refusal e) {
      return Answer.of(400, error(String.valueOf(e.getMessage()), Optional.of(e.parameter())));
    }
  }

  private Optional<ObjectNode> found(Asked asked) {
    List<String> path = List.of(asked.path().split("/", -1));
    if (path.size() < 3 || !path.get(1).equals("v1")) {
      return Optional.empty();
    }
    if (path.size() == 3 && path.get(2).equals("account")) {
      return Optional.of(account());
    }
    if (path.size() == 5 && path.get(2).equals("reporting")) {
      return path.get(3).equals("report_types")
          ? Optional.of(reports.type(seen)).filter(_ -> path.get(4).equals(StripeReports.REPORT))
          : reports.asked(path.get(4));
    }
    return all(path.get(2), asked)
        .map(this::knownByNow)
        .flatMap(all ->
            path.size() == 3
                ? Optional.of(StripeLists.page(all, asked))
                : all.stream()
                    .filter(node -> node.get("id").textValue().equals(path.get(3)))
                    .findFirst());
  }

  private List<ObjectNode> knownByNow(List<ObjectNode> all) {
    return all.stream()
        .filter(node -> node.get("created").longValue() <= seen.getEpochSecond())
        .toList();
  }

  private Optional<List<ObjectNode>> all(String resource, Asked asked) {
    return switch (resource) {
      case "balance_transactions" -> Optional.of(transactions(asked));
      case "charges" ->
          Optional.of(
              movements(Movement.Kind.CHARGE).stream()
                  .map(each -> objects.charge(each, seen))
                  .toList());
      case "refunds" -> Optional.of(refunds(asked));
      case "disputes" -> Optional.of(List.of(objects.dispute(month.dispute(), seen)));
      case "payouts" ->
          Optional.of(
              objects.payouts().stream().map(payout -> objects.payout(payout, seen)).toList());
      case "events" -> Optional.of(events(asked));
      case "webhook_endpoints" -> Optional.of(endpoints.all());
      default -> Optional.empty();
    };
  }

  private List<Movement> movements() {
    return month.movements().stream()
        .filter(movement -> movement.processor() == Processor.STRIPE)
        .toList();
  }

  private List<Movement> movements(Movement.Kind kind) {
    return movements().stream().filter(movement -> movement.kind() == kind).toList();
  }

  /** Those of a payout hold the payout's own line too, as Stripe gives them. */
  private List<ObjectNode> transactions(Asked asked) {
    Optional<String> payout = asked.parameter("payout");
    boolean expand =
        asked.parameters().entrySet().stream()
            .anyMatch(each ->
                each.getKey().startsWith("expand[") && each.getValue().contains("data.source"));
    return movements().stream()
        .filter(movement -> payout.map(id -> belongs(movement, id)).orElse(true))
        .filter(movement ->
            asked.parameter("type").map(type -> type.equals(typeOf(movement))).orElse(true))
        .map(movement -> {
          ObjectNode node = objects.balanceTransaction(movement, seen);
          if (expand) {
            node.set("source", objects.expanded(movement, seen));
          }
          return node;
        })
        .toList();
  }

  private String typeOf(Movement movement) {
    return objects.balanceTransaction(movement, seen).get("type").textValue();
  }

  private boolean belongs(Movement movement, String payout) {
    return objects.payouts().stream()
        .filter(each -> each.id().equals(payout))
        .anyMatch(each -> each.movements().contains(movement) || each.own().equals(movement));
  }

  private List<ObjectNode> refunds(Asked asked) {
    return movements(Movement.Kind.REFUND).stream()
        .map(objects::refund)
        .filter(node ->
            asked
                .parameter("charge")
                .map(id -> id.equals(node.get("charge").textValue()))
                .orElse(true))
        .toList();
  }

  private List<ObjectNode> events(Asked asked) {
    return StripeEvents.of(month).stream()
        .filter(event -> asked.parameter("type").map(event.type()::equals).orElse(true))
        .map(StripeEvents.Event::json)
        .toList();
  }

  private ObjectNode account() {
    ObjectNode node =
        JsonNodeFactory.instance.objectNode().put("id", month.setting().stripeAccount());
    node.put("object", "account").put("charges_enabled", true).put("country", "US");
    return node.put("default_currency", "usd").put("payouts_enabled", true).put("type", "standard");
  }

  private static String error(String message, Optional<String> parameter) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode error =
        node.putObject("error").put("message", message).put("type", "invalid_request_error");
    parameter.ifPresent(name -> error.put("param", name));
    return node.toString();
  }

  private static Answer failure(int status) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode error = node.putObject("error");
    if (status == 429) {
      error.put("code", "rate_limit").put("message", "Too many requests hit the API too quickly.");
      error.put("type", "invalid_request_error");
      return new Answer(429, Map.of("Retry-After", "1"), node.toString());
    }
    error.put("message", "An unknown error occurred").put("type", "api_error");
    return Answer.of(status, node.toString());
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
