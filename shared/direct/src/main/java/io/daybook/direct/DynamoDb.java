package io.daybook.direct;

import com.fasterxml.jackson.core.JsonGenerator;
import io.daybook.items.ItemValue;
import io.daybook.items.StoredItem;
import io.daybook.ledger.StoreFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Three of DynamoDB's operations, in its <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">low-level API</a>.
 */
public final class DynamoDb {
  private static final String TARGET = "DynamoDB_20120810.";
  private static final String CONDITION_FAILED = "ConditionalCheckFailedException";

  private final Service service;
  private final URI endpoint;

  /** The tables of a region. */
  public DynamoDb(Endpoints endpoints, CredentialSource credentials, Clock clock) {
    this.service = new Service(new Signer(endpoints.region(), "dynamodb"), credentials, clock);
    this.endpoint = endpoints.dynamoDb();
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Puts an item under a key that has none, durably.
   *
   * @return whether it was put; if an earlier try landed whose answer was lost, it was not, though it is there
   */
  public boolean putNew(String table, StoredItem item, Deadline deadline) {
    return put(
        table,
        item,
        json -> json.writeStringField("ConditionExpression", "attribute_not_exists(pk)"),
        deadline);
  }

  /** Puts an item in the place of any that is there. */
  public void put(String table, StoredItem item, Deadline deadline) {
    if (!put(table, item, json -> {}, deadline)) {
      throw failed("put " + item, new IOException("a condition failed that nobody made"));
    }
  }

  private boolean put(String table, StoredItem item, Members condition, Deadline deadline) {
    Outcome outcome =
        call(
            "put " + item,
            "PutItem",
            table,
            json -> {
              json.writeFieldName("Item");
              ItemJson.write(json, item);
              condition.write(json);
            },
            deadline);
    if (outcome instanceof Outcome.Refused refused) {
      if (refused.code().equals(CONDITION_FAILED)) {
        return false;
      }
      throw refusal("put " + item, refused);
    }
    return true;
  }

  /** The item of a key, strongly consistent. */
  public Optional<StoredItem> get(String table, StoredItem key, Deadline deadline) {
    String doing = "read " + key;
    Outcome outcome =
        call(
            doing,
            "GetItem",
            table,
            json -> {
              json.writeFieldName("Key");
              ItemJson.write(json, key);
              json.writeBooleanField("ConsistentRead", true);
            },
            deadline);
    try {
      return ItemJson.found(done(doing, outcome).body());
    } catch (IOException e) {
      throw failed(doing, e);
    }
  }

  /** Adds one to a number of an item, making either that is not there. A retry may add another. */
  public void addOne(String table, StoredItem key, String attribute, Deadline deadline) {
    String doing = "count " + key;
    Outcome outcome =
        call(
            doing,
            "UpdateItem",
            table,
            json -> {
              json.writeFieldName("Key");
              ItemJson.write(json, key);
              json.writeStringField("UpdateExpression", "ADD " + attribute + " :one");
              json.writeFieldName("ExpressionAttributeValues");
              ItemJson.write(json, new StoredItem(Map.of(":one", new ItemValue.Decimal("1"))));
            },
            deadline);
    done(doing, outcome);
  }

  private Outcome call(
      String doing, String operation, String table, Members members, Deadline deadline) {
    return service.call(
        doing,
        "POST",
        endpoint,
        Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", TARGET + operation),
        body(table, members),
        JsonReading.ANSWERS,
        deadline);
  }

  private static byte[] body(String table, Members members) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = ItemJson.JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("TableName", table);
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return body.toByteArray();
  }

  private static Reply done(String doing, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done.reply();
      case Outcome.Refused refused -> throw refusal(doing, refused);
    };
  }

  private static StoreFailure refusal(String doing, Outcome.Refused refused) {
    return failed(doing, new IOException("status " + refused.status() + " " + refused.code()));
  }

  private static StoreFailure failed(String doing, IOException why) {
    return new StoreFailure("cannot " + doing, why);
  }
}
