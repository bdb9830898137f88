package io.daybook.bench.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that were inserted, in the form in which a table's stream hands them to a function. */
final class StreamEvents {
  /** An item that a table did not have before. */
  record Inserted(String table, Map<String, AttributeValue> item) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StreamEvents() {}

  static String of(List<Inserted> batch) {
    ObjectNode event = MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Inserted inserted : batch) {
      ObjectNode record = records.addObject();
      record.put("eventName", "INSERT");
      record.put(
          "eventSourceARN",
          "arn:aws:dynamodb:us-east-1:000000000000:table/" + inserted.table() + "/stream/now");
      ObjectNode image = record.putObject("dynamodb");
      ObjectNode keys = image.putObject("Keys");
      keys.putObject("pk").put("S", MemoryTable.text(inserted.item(), "pk"));
      keys.putObject("sk").put("S", MemoryTable.text(inserted.item(), "sk"));
      ObjectNode item = image.putObject("NewImage");
      inserted.item().forEach((name, value) -> write(item.putObject(name), value));
      image.put("SequenceNumber", Integer.toString(records.size()));
    }
    return event.toString();
  }

  private static void write(ObjectNode to, AttributeValue value) {
    switch (value.type()) {
      case S -> to.put("S", value.s());
      case N -> to.put("N", value.n());
      case B -> to.put("B", Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
      case BOOL, NUL, SS, NS, BS, M, L, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("the hub's items hold no " + value.type());
    }
  }
}
