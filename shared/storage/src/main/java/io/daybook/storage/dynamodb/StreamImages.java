package io.daybook.storage.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.items.MessageItem;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.StoreFailure;
import io.daybook.storage.LargeBodies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The events that streams trigger functions with: read here in the cloud, written here by a hub that has no Lambda, so
 * that the functions get the same bytes from both.
 */
public final class StreamImages {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String EXPIRY = "dynamodb.amazonaws.com";

  private final Tables tables;
  private final LargeBodies large;

  /**
   * The images of three tables.
   *
   * @param large where bodies lie that an item only points at; nothing is put there
   */
  public StreamImages(Tables tables, LargeBodies large) {
    this.tables = tables;
    this.large = large;
  }

  /** The event that would tell of the changes, their sequence numbers counted from 1. */
  public String toEvent(List<Change> changes) {
    ObjectNode event = MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Change change : changes) {
      write(change, records.addObject(), records.size());
    }
    return event.toString();
  }

  private void write(Change change, ObjectNode record, int number) {
    Map<String, AttributeValue> item =
        switch (change) {
          case Change.Received received ->
              Values.of(
                  MessageItem.of(
                      received.book(), received.message(), MessageItem.body(received.message())));
          case Change.Appended appended ->
              StepItem.of(appended.book(), appended.step(), DayShards.ONE);
        };
    String table =
        switch (change) {
          case Change.Received _ -> tables.inbox();
          case Change.Appended _ -> tables.ledger();
        };
    record.put("eventID", String.format("%032x", number));
    record.put("eventName", "INSERT");
    record.put("eventVersion", "1.1");
    record.put("eventSource", "aws:dynamodb");
    record.put("awsRegion", "local");
    record.put(
        "eventSourceARN",
        "arn:aws:dynamodb:local:000000000000:table/" + table + "/stream/2025-01-01T00:00:00.000");
    ObjectNode image = record.putObject("dynamodb");
    image.set(
        "Keys",
        ImageJson.write(
            Values.key(Values.text(item, Values.PARTITION), Values.text(item, Values.SORT))));
    image.set("NewImage", ImageJson.write(item));
    image.put("SequenceNumber", Integer.toString(number));
    image.put("StreamViewType", "NEW_IMAGE");
  }

  /**
   * Every record of an event, in its order.
   *
   * @throws IllegalArgumentException if it is no event of a stream at all
   */
  public List<StreamRecord> fromEvent(byte[] event) {
    List<StreamRecord> records = new ArrayList<>();
    for (JsonNode record : parse(event)) {
      String number = record.path("dynamodb").path("SequenceNumber").asText();
      if (number.isEmpty()) {
        throw new IllegalArgumentException("a stream's record has no sequence number");
      }
      records.add(read(record, number));
    }
    return records;
  }

  private static JsonNode parse(byte[] event) {
    try {
      JsonNode records = MAPPER.readTree(event).path("Records");
      if (!records.isArray()) {
        throw new IllegalArgumentException("an event of a stream has Records, this one has none");
      }
      return records;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "an event of a stream is JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("an event of a stream is JSON", e);
    }
  }

  private StreamRecord read(JsonNode record, String number) {
    String table = table(record.path("eventSourceARN").asText());
    JsonNode keys = record.path("dynamodb").path("Keys");
    String key = key(keys, Values.PARTITION) + " / " + key(keys, Values.SORT);
    String eventName = record.path("eventName").asText();
    if (!table.equals(tables.inbox()) && !table.equals(tables.ledger())) {
      return new StreamRecord.Unreadable("table '" + table + "' is not inbox or ledger", number);
    }
    if (!eventName.equals("INSERT")) {
      boolean expiry = EXPIRY.equals(record.path("userIdentity").path("principalId").asText());
      return expiry && eventName.equals("REMOVE") && table.equals(tables.inbox())
          ? new StreamRecord.Expired(key, number)
          : new StreamRecord.Altered(key, eventName, number);
    }
    try {
      Map<String, AttributeValue> image = ImageJson.read(record.path("dynamodb").path("NewImage"));
      if (table.equals(tables.inbox())) {
        return MessageItem.change(Values.item(image), large::get)
            .<StreamRecord>map(message -> new StreamRecord.Stored(message, number))
            .orElseGet(() -> new StreamRecord.Beside(key, number));
      }
      return key.matches("[^/]+/~.*")
          ? new StreamRecord.Beside(key, number)
          : new StreamRecord.Stored(StepItem.change(image), number);
    } catch (StoreFailure e) {
      return new StreamRecord.NotFetched(e, number);
    } catch (RuntimeException e) {
      return new StreamRecord.Unreadable(key + ": " + e.getMessage(), number);
    }
  }

  private static String key(JsonNode keys, String name) {
    return keys.path(name).path("S").asText();
  }

  /** The name in {@code arn:aws:dynamodb:region:account:table/NAME/stream/label}. */
  private static String table(String arn) {
    String[] parts = arn.split("/", -1);
    return parts.length < 2 ? "" : parts[1];
  }
}
