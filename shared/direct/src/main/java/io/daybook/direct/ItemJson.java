package io.daybook.direct;

import com.google.gson.stream.JsonWriter;
import io.daybook.items.ItemValue;
import io.daybook.items.JsonMembers;
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
  private ItemJson() {}

  /** Writes an item as the value of what was named last. */
  static void write(JsonWriter json, StoredItem item) throws IOException {
    json.beginObject();
    for (Map.Entry<String, ItemValue> attribute : new TreeMap<>(item.attributes()).entrySet()) {
      json.name(attribute.getKey()).beginObject();
      json.name(attribute.getValue().kind()).value(attribute.getValue().wire());
      json.endObject();
    }
    json.endObject();
  }

  /**
   * The item in the answer to a GetItem, if it has one.
   *
   * @throws IOException if the answer is not one JSON object with an item in it, or none
   */
  static Optional<StoredItem> found(byte[] answer) throws IOException {
    Optional<StoredItem> item = Optional.empty();
    try (JsonMembers json = JsonMembers.of(answer)) {
      while (json.hasNext()) {
        if (json.name().equals("Item")) {
          json.enter();
          item = Optional.of(read(json));
        } else {
          json.skip();
        }
      }
      json.end();
    }
    return item;
  }

  /** Leaves out attributes of types that Daybook does not write, for a newer one may. */
  private static StoredItem read(JsonMembers json) throws IOException {
    Map<String, ItemValue> attributes = new HashMap<>();
    while (json.hasNext()) {
      String name = json.name();
      json.enter();
      while (json.hasNext()) {
        String kind = json.name();
        Optional<String> wire = json.text();
        if (wire.isPresent()) {
          Optional<ItemValue> value = value(kind, wire.get());
          if (value.isPresent()) {
            attributes.put(name, value.get());
          }
        }
      }
      json.leave();
    }
    json.leave();
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
}
