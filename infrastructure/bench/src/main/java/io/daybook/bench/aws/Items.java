package io.daybook.bench.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Tables of items with the keys {@code pk} and {@code sk}, as DynamoDB's JSON writes them. */
final class Items {
  /** A condition did not hold. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ObjectNode existing;

    Refused(ObjectNode existing) {
      super("a condition did not hold");
      this.existing = existing;
    }

    ObjectNode existing() {
      return existing;
    }
  }

  private final Map<String, SortedMap<String, ObjectNode>> partitions = new ConcurrentHashMap<>();

  synchronized Optional<ObjectNode> get(String table, JsonNode key) {
    return Optional.ofNullable(partition(table, text(key, "pk")).get(text(key, "sk")));
  }

  synchronized void put(JsonNode request) throws Refused {
    JsonNode item = request.path("Item");
    String table = request.path("TableName").asText();
    SortedMap<String, ObjectNode> partition = partition(table, text(item, "pk"));
    require(request, Optional.ofNullable(partition.get(text(item, "sk"))));
    partition.put(text(item, "sk"), item.deepCopy());
  }

  synchronized void delete(JsonNode request) throws Refused {
    JsonNode key = request.path("Key");
    SortedMap<String, ObjectNode> partition =
        partition(request.path("TableName").asText(), text(key, "pk"));
    require(request, Optional.ofNullable(partition.get(text(key, "sk"))));
    partition.remove(text(key, "sk"));
  }

  /** {@code ADD v :one}, which is all that is ever updated. */
  synchronized void add(JsonNode request) {
    String update = request.path("UpdateExpression").asText();
    if (!update.equals("ADD v :one")) {
      throw new IllegalArgumentException("an update that this does not know: " + update);
    }
    JsonNode key = request.path("Key");
    SortedMap<String, ObjectNode> partition =
        partition(request.path("TableName").asText(), text(key, "pk"));
    ObjectNode item = partition.computeIfAbsent(text(key, "sk"), _ -> key.deepCopy());
    long now = item.path("v").path("N").asLong(0) + 1;
    item.set("v", JsonNodeFactory.instance.objectNode().put("N", Long.toString(now)));
  }

  /** The items of a partition that are asked for by {@code pk = :p} and perhaps {@code begins_with(sk, :s)}. */
  synchronized ObjectNode query(JsonNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var items = answer.putArray("Items");
    if (!request.has("IndexName")) {
      String[] asked = request.path("KeyConditionExpression").asText().split(" AND ", -1);
      String prefix = asked.length == 1 ? "" : prefix(request, asked[1]);
      partition(request.path("TableName").asText(), value(request, asked[0].replace("pk = ", "")))
          .forEach((sort, item) -> {
            if (sort.startsWith(prefix)) {
              items.add(item);
            }
          });
    }
    answer.put("Count", items.size()).put("ScannedCount", items.size());
    return answer;
  }

  private static String prefix(JsonNode request, String condition) {
    if (!condition.startsWith("begins_with(sk, ")) {
      throw new IllegalArgumentException("a query that this does not know: " + condition);
    }
    return value(request, condition.substring("begins_with(sk, ".length(), condition.length() - 1));
  }

  private static String value(JsonNode request, String name) {
    JsonNode value = request.path("ExpressionAttributeValues").path(name.strip());
    if (!value.path("S").isTextual()) {
      throw new IllegalArgumentException("no text under " + name);
    }
    return value.path("S").asText();
  }

  private static void require(JsonNode request, Optional<ObjectNode> before) throws Refused {
    String condition = request.path("ConditionExpression").asText();
    boolean holds =
        switch (condition) {
          case "" -> true;
          case "attribute_not_exists(pk)" -> before.isEmpty();
          case "v = :expected" ->
              before
                  .map(item -> item.path("v"))
                  .equals(Optional.of(request.path("ExpressionAttributeValues").path(":expected")));
          default ->
              throw new IllegalArgumentException(
                  "a condition that this does not know: " + condition);
        };
    if (!holds) {
      throw new Refused(before.orElseGet(JsonNodeFactory.instance::objectNode));
    }
  }

  private SortedMap<String, ObjectNode> partition(String table, String partition) {
    return partitions.computeIfAbsent(table + "/" + partition, _ -> new TreeMap<>());
  }

  private static String text(JsonNode item, String name) {
    return item.path(name).path("S").asText();
  }
}
