package io.daybook.direct;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.daybook.items.ItemValue;
import io.daybook.items.StoredItem;
import io.daybook.ledger.Bytes;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** DynamoDB's JSON: {@code {"pk":{"S":"…"}}}. */
final class ItemJson {
  static final JsonFactory JSON = new JsonFactory();

  private ItemJson() {}

  /** Writes an item as the value of what was named last. */
  static void write(JsonGenerator json, StoredItem item) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, ItemValue> attribute : new TreeMap<>(item.attributes()).entrySet()) {
      json.writeObjectFieldStart(attribute.getKey());
      json.writeStringField(attribute.getValue().kind(), attribute.getValue().wire());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * The item in the answer to a GetItem, if it has one.
   *
   * @throws IOException if the answer is not one JSON object with an item in it, or none
   */
  static Optional<StoredItem> found(byte[] answer) throws IOException {
    Optional<StoredItem> item = Optional.empty();
    try (JsonParser json = JSON.createParser(answer)) {
      expect(json, JsonToken.START_OBJECT, json.nextToken());
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isItem = json.currentName().equals("Item");
        JsonToken value = json.nextToken();
        if (isItem) {
          expect(json, JsonToken.START_OBJECT, value);
          item = Optional.of(read(json));
        } else {
          json.skipChildren();
        }
      }
      expect(json, JsonToken.END_OBJECT, json.currentToken());
      if (json.nextToken() != null) {
        throw new IOException("the answer goes on after its end");
      }
    }
    return item;
  }

  /** Leaves out attributes of types that Daybook does not write, for a newer one may. */
  private static StoredItem read(JsonParser json) throws IOException {
    Map<String, ItemValue> attributes = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json, JsonToken.START_OBJECT, json.nextToken());
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String kind = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          Optional<ItemValue> value = value(kind, json.getText());
          if (value.isPresent()) {
            attributes.put(name, value.get());
          }
        } else {
          json.skipChildren();
        }
      }
      expect(json, JsonToken.END_OBJECT, json.currentToken());
    }
    expect(json, JsonToken.END_OBJECT, json.currentToken());
    return new StoredItem(attributes);
  }

  private static Optional<ItemValue> value(String kind, String wire) throws IOException {
    return switch (kind) {
      case "S" -> Optional.of(new ItemValue.Text(wire));
      case "N" -> Optional.of(new ItemValue.Decimal(wire));
      case "B" -> Optional.of(new ItemValue.Binary(bytes(wire)));
      default -> Optional.empty();
    };
  }

  private static Bytes bytes(String base64) throws IOException {
    try {
      return Bytes.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new IOException("an attribute is not Base64", e);
    }
  }

  private static void expect(JsonParser json, JsonToken expected, JsonToken found)
      throws IOException {
    if (found != expected) {
      throw new IOException(
          "the answer has "
              + found
              + " for "
              + expected
              + " at "
              + json.currentLocation().getByteOffset());
    }
  }
}
