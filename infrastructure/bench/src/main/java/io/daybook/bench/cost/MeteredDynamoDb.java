package io.daybook.bench.cost;

import static java.util.Objects.requireNonNull;

import io.daybook.items.MessageItem;
import io.daybook.storage.dynamodb.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB in memory, as far as the hub asks it, which bills as the cloud does ({@code PLATFORMS.md} 3.1): a write by the
 * larger of the item before and after, a kilobyte a unit, whether or not its condition held; twice that in a transaction,
 * but not on the index; a read by the bytes read, four kilobytes a unit, half if eventually consistent. DynamoDB Local
 * cannot be asked: what it says of transactions is wrong.
 */
public final class MeteredDynamoDb implements DynamoDbClient {
  /** Stands in for the key that a page ended with: how many items came before. */
  private static final String PLACE = "#";

  private static final String LISTS = " lists";
  private static final long MAX_PAGE = 1024L * 1024;

  private final Meter meter;
  private final Map<String, String> names;
  private final Map<String, MemoryTable> tables = new HashMap<>();
  private final List<StreamEvents.Inserted> inserted = new ArrayList<>();

  /** Empty tables of these names. */
  public MeteredDynamoDb(Tables tables, Meter meter) {
    this.meter = meter;
    this.names =
        Map.of(tables.inbox(), "inbox", tables.ledger(), "ledger", tables.state(), "state");
    names.keySet().forEach(name -> this.tables.put(name, new MemoryTable()));
  }

  private static String number(Map<String, AttributeValue> values, String name) {
    return requireNonNull(values.get(name), name).n();
  }

  /** What was inserted since this was asked last, as the tables' streams would tell. */
  synchronized List<StreamEvents.Inserted> drain() {
    List<StreamEvents.Inserted> drained = List.copyOf(inserted);
    inserted.clear();
    return drained;
  }

  private MemoryTable table(String name) {
    MemoryTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("there is no table " + name);
    }
    return table;
  }

  private String name(String table) {
    return names.getOrDefault(table, table);
  }

  /** The state's lists of names are counted apart: they are written once a name, not once a message. */
  private String name(String table, String partition) {
    boolean isList = partition.startsWith("~") || partition.contains("/~");
    return name(table) + (isList && name(table).equals("state") ? LISTS : "");
  }

  @Override
  public synchronized PutItemResponse putItem(PutItemRequest request) {
    MemoryTable table = table(request.tableName());
    Optional<Map<String, AttributeValue>> before = table.get(request.item());
    boolean allowed =
        allows(request.conditionExpression(), request.expressionAttributeValues(), before);
    write(request.tableName(), "PutItem", before, Optional.of(request.item()), allowed, 1);
    if (!allowed) {
      throw refused(before, request.returnValuesOnConditionCheckFailure());
    }
    table.put(request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public synchronized DeleteItemResponse deleteItem(DeleteItemRequest request) {
    MemoryTable table = table(request.tableName());
    Optional<Map<String, AttributeValue>> before = table.get(request.key());
    boolean allowed =
        allows(request.conditionExpression(), request.expressionAttributeValues(), before);
    write(request.tableName(), "DeleteItem", before, Optional.empty(), allowed, 1);
    if (!allowed) {
      throw refused(before, ReturnValuesOnConditionCheckFailure.NONE);
    }
    table.remove(request.key());
    return DeleteItemResponse.builder().build();
  }

  @Override
  public synchronized UpdateItemResponse updateItem(UpdateItemRequest request) {
    MemoryTable table = table(request.tableName());
    Optional<Map<String, AttributeValue>> before = table.get(request.key());
    Map<String, AttributeValue> after = new HashMap<>(before.orElse(request.key()));
    switch (request.updateExpression()) {
      case "ADD v :one" -> {
        long old = before.map(item -> Long.parseLong(number(item, "v"))).orElse(0L);
        after.put("v", AttributeValue.fromN(Long.toString(old + 1)));
      }
      case "SET #body = :empty REMOVE #large" -> {
        if (before.isEmpty()) {
          throw refused(before, ReturnValuesOnConditionCheckFailure.NONE);
        }
        after.put(MessageItem.BODY, request.expressionAttributeValues().get(":empty"));
        after.remove(MessageItem.LARGE);
      }
      default ->
          throw new IllegalArgumentException("the hub never updates " + request.updateExpression());
    }
    write(request.tableName(), "UpdateItem", before, Optional.of(after), true, 1);
    table.put(after);
    return UpdateItemResponse.builder().build();
  }

  @Override
  public synchronized TransactWriteItemsResponse transactWriteItems(
      TransactWriteItemsRequest request) {
    List<CancellationReason> reasons = new ArrayList<>();
    boolean allAllowed = true;
    for (TransactWriteItem part : request.transactItems()) {
      Put put = part.put();
      boolean allowed =
          allows(
              put.conditionExpression(),
              put.expressionAttributeValues(),
              table(put.tableName()).get(put.item()));
      allAllowed &= allowed;
      reasons.add(
          CancellationReason.builder().code(allowed ? "None" : "ConditionalCheckFailed").build());
    }
    for (TransactWriteItem part : request.transactItems()) {
      Put put = part.put();
      MemoryTable table = table(put.tableName());
      write(
          put.tableName(),
          "TransactWriteItems",
          table.get(put.item()),
          Optional.of(put.item()),
          allAllowed,
          2);
      if (allAllowed) {
        table.put(put.item());
      }
    }
    if (!allAllowed) {
      throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private void write(
      String table,
      String operation,
      Optional<Map<String, AttributeValue>> before,
      Optional<Map<String, AttributeValue>> after,
      boolean done,
      int times) {
    long bytes = Math.max(before.map(ItemSize::of).orElse(0L), after.map(ItemSize::of).orElse(0L));
    long indexBytes =
        Math.max(
            before.map(MemoryTable::indexBytes).orElse(0L),
            after.map(MemoryTable::indexBytes).orElse(0L));
    long indexUnits = done && indexBytes > 0 ? ItemSize.writeUnits(indexBytes) : 0;
    String partition = after.or(() -> before).map(item -> MemoryTable.text(item, "pk")).orElse("");
    meter.count(
        name(table, partition),
        operation,
        Usage.write(bytes, times * ItemSize.writeUnits(bytes), indexUnits));
    if (done && before.isEmpty() && after.isPresent()) {
      meter.stored(name(table), kind(table, after.get()), bytes, indexBytes);
      inserted.add(new StreamEvents.Inserted(table, after.get()));
    }
  }

  /** The kind of an item, from its partition: {@code book/kind/…}. */
  private String kind(String table, Map<String, AttributeValue> item) {
    String[] parts = MemoryTable.text(item, "pk").split("/", -1);
    return name(table).equals("inbox") || parts.length < 2 ? "" : parts[1];
  }

  private static ConditionalCheckFailedException refused(
      Optional<Map<String, AttributeValue>> before,
      @Nullable ReturnValuesOnConditionCheckFailure wanted) {
    ConditionalCheckFailedException.Builder refused =
        ConditionalCheckFailedException.builder().message("The conditional request failed");
    if (wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
      before.ifPresent(refused::item);
    }
    return refused.build();
  }

  private static boolean allows(
      @Nullable String condition,
      Map<String, AttributeValue> values,
      Optional<Map<String, AttributeValue>> before) {
    if (condition == null) {
      return true;
    }
    return switch (condition) {
      case "attribute_not_exists(pk)" -> before.isEmpty();
      case "v = :expected" ->
          before.filter(item -> Objects.equals(values.get(":expected"), item.get("v"))).isPresent();
      default -> throw new IllegalArgumentException("the hub never demands " + condition);
    };
  }

  @Override
  public synchronized GetItemResponse getItem(GetItemRequest request) {
    Optional<Map<String, AttributeValue>> item = table(request.tableName()).get(request.key());
    read(
        name(request.tableName()),
        "GetItem",
        item.map(ItemSize::of).orElse(0L),
        Boolean.TRUE.equals(request.consistentRead()));
    return item.map(found -> GetItemResponse.builder().item(found).build())
        .orElseGet(() -> GetItemResponse.builder().build());
  }

  /** A page ends, as in the cloud, with the item that fills a megabyte. */
  @Override
  public synchronized QueryResponse query(QueryRequest request) {
    KeyCondition condition =
        KeyCondition.parse(request.keyConditionExpression(), request.expressionAttributeValues());
    MemoryTable table = table(request.tableName());
    boolean byIndex = request.indexName() != null;
    List<Map<String, AttributeValue>> found =
        byIndex
            ? table.queryIndex(condition.partition(), condition.sort())
            : table.query(condition.partition(), condition.sort());
    int first =
        request.hasExclusiveStartKey()
            ? Integer.parseInt(number(request.exclusiveStartKey(), PLACE))
            : 0;
    List<Map<String, AttributeValue>> page = new ArrayList<>();
    long bytes = 0;
    int next = first;
    while (next < found.size() && bytes < MAX_PAGE) {
      bytes += ItemSize.of(found.get(next));
      page.add(found.get(next));
      next++;
    }
    read(
        name(request.tableName(), condition.partition()),
        byIndex ? "Query index" : "Query",
        bytes,
        Boolean.TRUE.equals(request.consistentRead()));
    QueryResponse.Builder response = QueryResponse.builder().count(page.size());
    if (request.select() != Select.COUNT) {
      response.items(page);
    }
    if (next < found.size()) {
      response.lastEvaluatedKey(Map.of(PLACE, AttributeValue.fromN(Integer.toString(next))));
    }
    return response.build();
  }

  private void read(String table, String operation, long bytes, boolean consistent) {
    long units = ItemSize.readUnits(bytes);
    meter.count(table, operation, Usage.read(bytes, consistent ? 2 * units : units));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Memory needs no closing.
  }
}
