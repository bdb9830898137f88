package io.daybook.retrieval.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Fetched.PulledObject;
import java.util.List;

/** Of an object, the fields that its language reads: names and addresses stay where they are. */
public final class Picked {
  private Picked() {}

  /** Those of the fields that are there. */
  public static ObjectNode of(JsonNode object, List<String> fields) {
    ObjectNode picked = JsonNodeFactory.instance.objectNode();
    for (String field : fields) {
      JsonNode value = object.get(field);
      if (value != null) {
        picked.set(field, value);
      }
    }
    return picked;
  }

  /** An object that holds others by name. */
  public static ObjectNode together() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As a pull hands it on. */
  public static PulledObject pulled(String topic, JsonNode id, JsonNode object) {
    return new PulledObject(topic, id.asText("?"), Bytes.utf8(object.toString()));
  }
}
