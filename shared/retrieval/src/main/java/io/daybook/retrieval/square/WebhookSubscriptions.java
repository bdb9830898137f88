package io.daybook.retrieval.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Subscribed;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.sources.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Has a merchant's events sent to the connection's address. Subscriptions belong to the application: only its personal access
 * token may see to them, and with a token by OAuth a person does it (developer.squareup.com/docs/webhooks/
 * webhook-subscriptions-api). Square disables one that fails for weeks, so that this is checked again and again. Those of
 * other addresses are left alone, but for that of this connection at an address of before (same path, another host).
 */
final class WebhookSubscriptions {
  /** The events that tell something, or that there is something to fetch. */
  static final List<String> TYPES =
      List.of(
          "payment.created",
          "payment.updated",
          "refund.created",
          "refund.updated",
          "order.created",
          "order.updated",
          "dispute.created",
          "dispute.state.updated",
          "payout.sent",
          "payout.paid",
          "payout.failed");

  private static final String PATH = "v2/webhooks/subscriptions";

  private final Session session;

  WebhookSubscriptions(Session session) {
    this.session = session;
  }

  Subscribed check(URI hook) {
    try {
      List<JsonNode> all = session.all(PATH, Map.of("include_disabled", "true"), "subscriptions");
      Optional<JsonNode> ours =
          all.stream()
              .filter(one -> url(one).equals(hook.toString()))
              .findFirst()
              .or(() -> all.stream().filter(one -> samePath(url(one), hook)).findFirst());
      return ours.isPresent() ? mend(ours.get(), hook) : make(hook);
    } catch (CallFailed failed) {
      return switch (failed.why()) {
        case Fetched.Refused(int status, _) when status == 401 || status == 403 ->
            new Subscribed.ByHand();
        case Fetched.Refused refused ->
            new Subscribed.Failed("refused with " + refused.status() + ": " + refused.reason());
        case Fetched.Unavailable unavailable -> new Subscribed.Failed(unavailable.reason());
        case Fetched.Throttled _ -> new Subscribed.Failed("Square asks to wait");
        case Fetched.Preparing preparing -> new Subscribed.Failed(preparing.words());
        case Fetched.Page _ -> throw new IllegalStateException("a page is no failure");
      };
    }
  }

  private Subscribed make(URI hook) throws CallFailed {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("idempotency_key", UUID.randomUUID().toString());
    ObjectNode wanted = wanted(body, hook, TYPES);
    wanted.put("name", "Daybook").put("api_version", Calls.VERSION);
    JsonNode made = session.post(PATH, body).path("subscription");
    return new Subscribed.Checked(TYPES, TYPES, List.of(), List.of(), key(made));
  }

  private Subscribed mend(JsonNode subscription, URI hook) throws CallFailed {
    String one = PATH + "/" + subscription.path("id").asText();
    Set<String> enabled = new HashSet<>();
    subscription.path("event_types").forEach(type -> enabled.add(type.asText()));
    boolean whole = enabled.containsAll(TYPES);
    boolean right =
        url(subscription).equals(hook.toString()) && subscription.path("enabled").asBoolean(true);
    List<String> mended =
        right ? TYPES.stream().filter(type -> !enabled.contains(type)).toList() : TYPES;
    if (!whole || !right) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      enabled.addAll(TYPES);
      ObjectNode _ = wanted(body, hook, enabled.stream().sorted().toList());
      JsonNode _ = session.put(one, body);
    }
    Optional<Secret> key = key(subscription);
    return new Subscribed.Checked(
        TYPES,
        List.of(),
        mended,
        remarks(subscription),
        key.isPresent() ? key : key(session.get(one, Map.of()).path("subscription")));
  }

  private static ObjectNode wanted(ObjectNode body, URI hook, List<String> types) {
    ObjectNode wanted = body.putObject("subscription");
    wanted.put("enabled", true).put("notification_url", hook.toString());
    ArrayNode list = wanted.putArray("event_types");
    types.forEach(list::add);
    return wanted;
  }

  private static List<String> remarks(JsonNode subscription) {
    List<String> remarks = new ArrayList<>();
    String version = subscription.path("api_version").asText(Calls.VERSION);
    if (!version.equals(Calls.VERSION)) {
      remarks.add(
          "The webhook subscription is written in API version "
              + version
              + " and not in "
              + Calls.VERSION
              + ": delete it at Square to have it made anew.");
    }
    return remarks;
  }

  /** By which Square signs; it tells it whenever it is asked. */
  private static Optional<Secret> key(JsonNode subscription) {
    return Optional.of(subscription.path("signature_key").asText(""))
        .filter(key -> !key.isEmpty())
        .map(key -> new Secret(key.getBytes(UTF_8)));
  }

  private static String url(JsonNode subscription) {
    return subscription.path("notification_url").asText("");
  }

  private static boolean samePath(String url, URI hook) {
    int slashes = url.indexOf("//");
    int path = slashes < 0 ? -1 : url.indexOf('/', slashes + 2);
    return path >= 0 && url.substring(path).equals(hook.getPath());
  }
}
