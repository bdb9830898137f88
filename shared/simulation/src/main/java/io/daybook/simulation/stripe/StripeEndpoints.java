package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Asked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The webhook endpoints of an account. The secret of one is told when it is made, and never again. */
final class StripeEndpoints {
  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

  synchronized List<ObjectNode> all() {
    return byId.values().stream().map(ObjectNode::deepCopy).toList();
  }

  /** Makes one, or changes the one of that id. */
  synchronized Optional<ObjectNode> write(Optional<String> id, Asked asked, long now) {
    Map<String, List<String>> form = form(asked.body());
    if (id.isEmpty()) {
      String made = "we_1Q" + (byId.size() + 1);
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", made);
      node.put("object", "webhook_endpoint").put("created", now).put("livemode", true);
      node.put("status", "enabled").put("api_version", first(form, "api_version").orElse(""));
      put(node, form);
      byId.put(made, node);
      return Optional.of(node.deepCopy().put("secret", secret(made)));
    }
    Optional<ObjectNode> known = id.map(byId::get);
    known.ifPresent(node -> put(node, form));
    return known.map(ObjectNode::deepCopy);
  }

  /** What an endpoint's events are signed with. */
  static String secret(String id) {
    return "whsec_" + id;
  }

  /** Stripe gives up on an endpoint that failed for days. */
  synchronized void disableAll() {
    byId.values().forEach(node -> node.put("status", "disabled"));
  }

  private static void put(ObjectNode node, Map<String, List<String>> form) {
    first(form, "url").ifPresent(url -> node.put("url", url));
    first(form, "disabled")
        .ifPresent(word -> node.put("status", word.equals("true") ? "disabled" : "enabled"));
    List<String> types =
        form.entrySet().stream()
            .filter(field -> field.getKey().startsWith("enabled_events["))
            .flatMap(field -> field.getValue().stream())
            .toList();
    if (!types.isEmpty()) {
      ArrayNode enabled = node.putArray("enabled_events");
      types.forEach(enabled::add);
    }
  }

  static Optional<String> first(Map<String, List<String>> form, String name) {
    return Optional.ofNullable(form.get(name)).map(List::getFirst);
  }

  /** The fields of a request that writes, decoded. */
  static Map<String, List<String>> form(String body) {
    Map<String, List<String>> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
