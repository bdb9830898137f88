package io.daybook.storage.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as DynamoDB's own JSON, {@code {"pk":{"S":"…"}}}; bytes in Base64. Only what Daybook's items are made of. */
final class ImageJson {
  private ImageJson() {}

  static ObjectNode write(Map<String, AttributeValue> item) {
    ObjectNode image = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(item)
        .forEach((name, value) -> {
          ObjectNode typed = image.putObject(name);
          switch (value.type()) {
            case S -> typed.put("S", value.s());
            case N -> typed.put("N", value.n());
            case B -> typed.put("B", value.b().asByteArrayUnsafe());
            case SS, NS, BS, M, L, BOOL, NUL, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException(
                    name + " is a " + value.type() + ", which no item has");
          }
        });
    return image;
  }

  /** Refuses what is no item; leaves out attributes of types that Daybook does not write, for a newer one may. */
  static Map<String, AttributeValue> read(JsonNode image) {
    if (!image.isObject()) {
      throw new IllegalArgumentException(
          "an image is " + image.getNodeType() + ", expected an object");
    }
    Map<String, AttributeValue> item = new HashMap<>();
    for (Map.Entry<String, JsonNode> attribute : image.properties()) {
      JsonNode typed = attribute.getValue();
      if (typed.path("S").isTextual()) {
        item.put(attribute.getKey(), Values.text(typed.path("S").textValue()));
      } else if (typed.path("N").isTextual()) {
        item.put(attribute.getKey(), AttributeValue.fromN(typed.path("N").textValue()));
      } else if (typed.path("B").isTextual()) {
        item.put(attribute.getKey(), Values.binary(bytes(attribute.getKey(), typed.path("B"))));
      }
    }
    return item;
  }

  private static byte[] bytes(String name, JsonNode base64) {
    try {
      return base64.binaryValue();
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " is not Base64", e);
    }
  }
}
