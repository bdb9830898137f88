package io.daybook.simulation.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The webhook subscriptions of an application, each with its signature key. */
final class SquareSubscriptions {
  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

  /** All of them, without their keys: a careful list. */
  synchronized ObjectNode list() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("subscriptions");
    byId.values().forEach(one -> list.add(one.deepCopy().without(List.of("signature_key"))));
    return answer;
  }

  synchronized ObjectNode make(JsonNode body) {
    String id = "wbhk_" + (byId.size() + 1);
    ObjectNode made = body.path("subscription").deepCopy();
    byId.put(id, made.put("id", id).put("signature_key", "key-of-" + id));
    return whole(made);
  }

  synchronized Optional<ObjectNode> one(String id) {
    return Optional.ofNullable(byId.get(id)).map(SquareSubscriptions::whole);
  }

  synchronized Optional<ObjectNode> change(String id, JsonNode body) {
    Optional<ObjectNode> known = Optional.ofNullable(byId.get(id));
    known.ifPresent(one -> one.setAll((ObjectNode) body.path("subscription").deepCopy()));
    return known.map(SquareSubscriptions::whole);
  }

  /** Square gives up on one that failed for weeks. */
  synchronized void disableAll() {
    byId.values().forEach(one -> one.put("enabled", false));
  }

  /** The keys of those that are enabled, by the address that events go to. */
  synchronized Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    byId.values().stream()
        .filter(one -> one.path("enabled").asBoolean())
        .forEach(one ->
            keys.put(one.path("notification_url").asText(), one.path("signature_key").asText()));
    return keys;
  }

  private static ObjectNode whole(ObjectNode one) {
    return JsonNodeFactory.instance.objectNode().set("subscription", one.deepCopy());
  }
}
