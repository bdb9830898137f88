package io.daybook.direct;

import com.google.gson.stream.JsonWriter;
import io.daybook.items.ItemValue;
import io.daybook.items.StoredItem;
import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /**
   * Puts an item under a key that has none, durably.
   *
   * @return whether it was put; if an earlier try landed whose answer was lost, it was not, though it is there
   */
  public boolean putNew(String table, StoredItem item, Deadline deadline) {
    Request request =
        new Request(table)
            .with("Item", item)
            .with("ConditionExpression", "attribute_not_exists(" + StoredItem.PARTITION + ")");
    String doing = "put " + item;
    Outcome outcome = call(doing, "PutItem", request, deadline);
    if (outcome instanceof Outcome.Refused refused && refused.code().equals(CONDITION_FAILED)) {
      return false;
    }
    outcome.orFail(doing);
    return true;
  }

  /** Puts an item in the place of any that is there. */
  public void put(String table, StoredItem item, Deadline deadline) {
    String doing = "put " + item;
    call(doing, "PutItem", new Request(table).with("Item", item), deadline).orFail(doing);
  }

  /** The item of a key, strongly consistent. */
  public Optional<StoredItem> get(String table, StoredItem key, Deadline deadline) {
    String doing = "read " + key;
    Request request = new Request(table).with("Key", key).withTrue("ConsistentRead");
    Reply reply = call(doing, "GetItem", request, deadline).orFail(doing);
    try {
      return ItemJson.found(reply.body());
    } catch (IOException e) {
      throw new StoreFailure("cannot " + doing, e);
    }
  }

  /** Adds one to a number of an item, making either that is not there. A retry may add another. */
  public void addOne(String table, StoredItem key, String attribute, Deadline deadline) {
    String doing = "count " + key;
    StoredItem one = new StoredItem(Map.of(":one", new ItemValue.Decimal("1")));
    Request request =
        new Request(table)
            .with("Key", key)
            .with("UpdateExpression", "ADD " + attribute + " :one")
            .with("ExpressionAttributeValues", one);
    call(doing, "UpdateItem", request, deadline).orFail(doing);
  }

  private Outcome call(String doing, String operation, Request request, Deadline deadline) {
    return service.call(
        doing,
        "POST",
        endpoint,
        Map.of("content-type", "application/x-amz-json-1.0", "x-amz-target", TARGET + operation),
        request.body(),
        JsonReading.ANSWERS,
        deadline);
  }

  /** What is asked of a table, as JSON. */
  private static final class Request {
    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    Request(String table) {
      try {
        json.beginObject().name("TableName").value(table);
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    Request with(String member, StoredItem item) {
      try {
        json.name(member);
        ItemJson.write(json, item);
        return this;
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    Request with(String member, String value) {
      try {
        json.name(member).value(value);
        return this;
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    Request withTrue(String member) {
      try {
        json.name(member).value(true);
        return this;
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    byte[] body() {
      try {
        json.endObject();
        return text.toString().getBytes(StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw inMemory(e);
      }
    }

    private static IllegalStateException inMemory(IOException e) {
      return new IllegalStateException("memory can be written to", e);
    }
  }
}
