package io.daybook.storage.dynamodb;

import io.daybook.items.ListItem;
import io.daybook.items.StateItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The mutable state of one book in DynamoDB. */
final class DynamoDbState implements StateStore {
  private final Book book;
  private final DynamoDbClient client;
  private final String table;
  private final Registry registry;

  DynamoDbState(Book book, DynamoDbClient client, Tables tables, Registry registry) {
    this.book = book;
    this.client = client;
    this.table = tables.state();
    this.registry = registry;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public Optional<Item> get(Kind kind, String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Map<String, AttributeValue> item =
        Calls.call(
            "read " + partition(kind) + "/" + id,
            () ->
                client
                    .getItem(
                        request -> request.tableName(table).consistentRead(true).key(key(kind, id)))
                    .item());
    return item.isEmpty() ? Optional.empty() : Optional.of(item(item));
  }

  @Override
  public List<Item> list(Kind kind) {
    return Calls.call(
        "list " + partition(kind),
        () ->
            client
                .queryPaginator(request ->
                    request
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :kind")
                        .expressionAttributeValues(Map.of(":kind", Values.text(partition(kind)))))
                .items()
                .stream()
                .map(DynamoDbState::item)
                .sorted(Comparator.comparing(Item::id))
                .toList());
  }

  @Override
  public boolean put(Write write) {
    String call = UUID.randomUUID().toString();
    Put put = prepare(write, call);
    try {
      Calls.call(
          "write " + partition(write.kind()) + "/" + write.id(),
          () ->
              client.putItem(request ->
                  request
                      .tableName(table)
                      .item(put.item())
                      .conditionExpression(put.conditionExpression())
                      .expressionAttributeValues(put.expressionAttributeValues())
                      .returnValuesOnConditionCheckFailure(
                          ReturnValuesOnConditionCheckFailure.ALL_OLD)));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return refused.hasItem() && StateItem.isBy(call, Values.item(refused.item()));
    }
  }

  @Override
  public boolean putAll(List<Write> writes) {
    StateStore.requireTogether(writes);
    if (writes.isEmpty()) {
      return true;
    }
    // A token of the whole call: DynamoDB knows a retry of it for ten minutes.
    String call = UUID.randomUUID().toString();
    List<TransactWriteItem> items =
        writes.stream()
            .map(write -> TransactWriteItem.builder().put(prepare(write, call)).build())
            .toList();
    try {
      Calls.call(
          "write " + writes.size() + " items of " + book + " together",
          () ->
              client.transactWriteItems(
                  request -> request.transactItems(items).clientRequestToken(call)));
      return true;
    } catch (TransactionCanceledException refused) {
      return false;
    }
  }

  private Put prepare(Write write, String call) {
    if (write.kind() == Kind.CONNECTION) {
      registry.write(ListItem.BOOKS, book.name());
    }
    Put.Builder put =
        Put.builder().tableName(table).item(Values.of(StateItem.of(book, write, call)));
    return (write.expectedVersion() == 0
            ? put.conditionExpression("attribute_not_exists(pk)")
            : put.conditionExpression(StateItem.VERSION + " = :expected")
                .expressionAttributeValues(
                    Map.of(":expected", Values.number(write.expectedVersion()))))
        .build();
  }

  @Override
  public boolean delete(Kind kind, String id, long expectedVersion) {
    if (id.isEmpty()) {
      return false;
    }
    try {
      Calls.call(
          "delete " + partition(kind) + "/" + id,
          () ->
              client.deleteItem(request ->
                  request
                      .tableName(table)
                      .key(key(kind, id))
                      .conditionExpression(StateItem.VERSION + " = :expected")
                      .expressionAttributeValues(
                          Map.of(":expected", Values.number(expectedVersion)))));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    }
  }

  @Override
  public void count(String counter) {
    Calls.call(
        "count " + counter + " of " + book,
        () ->
            client.updateItem(request ->
                request
                    .tableName(table)
                    .key(key(Kind.COUNTER, counter))
                    .updateExpression("ADD " + StateItem.VERSION + " :one")
                    .expressionAttributeValues(Map.of(":one", Values.number(1)))));
  }

  @Override
  public long counted(String counter) {
    return get(Kind.COUNTER, counter).map(Item::version).orElse(0L);
  }

  private String partition(Kind kind) {
    return StateItem.partition(book, kind);
  }

  private Map<String, AttributeValue> key(Kind kind, String id) {
    return Values.of(StateItem.key(book, kind, id));
  }

  private static Item item(Map<String, AttributeValue> item) {
    return StateItem.read(Values.item(item));
  }
}
