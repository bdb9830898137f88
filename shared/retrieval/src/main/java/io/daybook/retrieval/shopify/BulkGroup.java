package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/** An object of a bulk operation's file, put together again from its lines, as a page would have told it. */
final class BulkGroup {
  private static final String PARENT = "__parentId";
  private static final String AGREEMENTS = "agreements";

  private final ObjectNode object;
  private final long begin;
  private final Map<String, ObjectNode> known = new HashMap<>();

  private BulkGroup(ObjectNode object, long begin) {
    this.object = object;
    this.begin = begin;
    known.put(id(object), object);
  }

  /**
   * A line.
   *
   * @throws FieldProblem if it is no object
   */
  static ObjectNode parse(ByteString line) {
    JsonNode node = JsonTranslation.read(line.toByteArray()).node();
    if (node instanceof ObjectNode told && told.path("id").isTextual()) {
      return told;
    }
    throw new FieldProblem("$", "an object with an id");
  }

  /** Whether a line is a part of an object before it. */
  static boolean isPart(ObjectNode node) {
    return node.has(PARENT);
  }

  /**
   * An object whose parts are still to come.
   *
   * @param begin where in the file it begins
   */
  static BulkGroup of(ObjectNode object, long begin) {
    if (kind(object).equals("Order")) {
      object.putObject("lineItems").putArray("nodes");
      object.putObject("shippingLines").putArray("nodes");
      object.putObject(AGREEMENTS).putArray("nodes");
    }
    return new BulkGroup(object, begin);
  }

  /** Adds a part; false if it is none of this object. */
  boolean add(ObjectNode part) {
    Optional<ObjectNode> owner = Optional.ofNullable(known.get(part.path(PARENT).asText()));
    if (owner.isEmpty()) {
      return false;
    }
    part.remove(PARENT);
    String list = list(part);
    if (list.equals(AGREEMENTS)) {
      part.putObject("sales").putArray("nodes");
    }
    if (!(owner.get().path(list).path("nodes") instanceof ArrayNode nodes)) {
      return false;
    }
    nodes.add(part);
    known.put(id(part), part);
    return true;
  }

  /** The object with the parts that came. */
  ObjectNode object() {
    return object;
  }

  long begin() {
    return begin;
  }

  private static String list(ObjectNode part) {
    String kind = kind(part);
    return switch (kind) {
      case "LineItem" -> "lineItems";
      case "ShippingLine" -> "shippingLines";
      case String agreement when agreement.endsWith("Agreement") -> AGREEMENTS;
      case String sale when sale.endsWith("Sale") -> "sales";
      case String other -> "";
    };
  }

  /** What a global id is of: {@code LineItem} of {@code gid://shopify/LineItem/7}. */
  private static String kind(ObjectNode node) {
    String[] parts = id(node).split("/", -1);
    return parts.length > 2 ? parts[parts.length - 2] : "";
  }

  private static String id(ObjectNode node) {
    return node.path("id").asText();
  }
}
