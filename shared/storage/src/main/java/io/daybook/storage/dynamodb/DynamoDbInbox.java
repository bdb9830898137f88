package io.daybook.storage.dynamodb;

import io.daybook.items.BodyKey;
import io.daybook.items.ListItem;
import io.daybook.items.MessageItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import io.daybook.storage.LargeBodies;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The inbox of one book in DynamoDB. */
final class DynamoDbInbox implements InboxStore {
  private final Book book;
  private final DynamoDbClient client;
  private final Tables tables;
  private final Registry registry;
  private final LargeBodies large;

  DynamoDbInbox(
      Book book, DynamoDbClient client, Tables tables, Registry registry, LargeBodies large) {
    this.book = book;
    this.client = client;
    this.tables = tables;
    this.registry = registry;
    this.large = large;
  }

  @Override
  public Book book() {
    return book;
  }

  /** A put whose answer was lost and that was made again says {@link Put#DUPLICATE}: kept it is, either way. */
  @Override
  public Put put(Message message) {
    MessageId id = message.id();
    byte[] body = MessageItem.body(message);
    registry.write(ListItem.BOOKS, book.name());
    registry.write(ListItem.connections(book), id.connection().value());
    registry.write(ListItem.received(book), ListItem.day(id.connection(), id.day()));
    if (body.length > MessageItem.MAX_BODY) {
      large.put(new BodyKey(book, id).toString(), body);
    }
    try {
      Calls.call(
          "keep " + book + "/" + id,
          () ->
              client.putItem(request ->
                  request
                      .tableName(tables.inbox())
                      .item(Values.of(MessageItem.of(book, message, body)))
                      .conditionExpression("attribute_not_exists(pk)")));
      return Put.KEPT;
    } catch (ConditionalCheckFailedException kept) {
      return Put.DUPLICATE;
    }
  }

  @Override
  public Optional<Message> get(MessageId id) {
    Map<String, AttributeValue> item =
        Calls.call(
            "read " + book + "/" + id,
            () ->
                client
                    .getItem(request ->
                        request
                            .tableName(tables.inbox())
                            .consistentRead(true)
                            .key(
                                Values.key(
                                    MessageItem.partition(book, id.connection(), id.day()),
                                    id.digest())))
                    .item());
    return item.isEmpty() ? Optional.empty() : message(item);
  }

  @Override
  public List<Message> day(ConnectionName connection, LocalDate day) {
    return Calls.call(
        "read " + book + "/" + connection + "/" + day,
        () ->
            client.queryPaginator(ofDay(connection, day).build()).items().stream()
                .flatMap(item -> message(item).stream())
                .toList());
  }

  private Optional<Message> message(Map<String, AttributeValue> item) {
    return MessageItem.change(Values.item(item), large::get).map(Change.Received::message);
  }

  @Override
  public List<Receipt> receipts(ConnectionName connection, LocalDate day) {
    QueryRequest request =
        ofDay(connection, day)
            .consistentRead(false)
            .projectionExpression("sk, #at, via, topic")
            .expressionAttributeNames(Map.of("#at", MessageItem.RECEIVED))
            .build();
    return Calls.call(
        "list " + book + "/" + connection + "/" + day,
        () ->
            client.queryPaginator(request).items().stream()
                .map(item -> MessageItem.receipt(connection, day, Values.item(item)))
                .toList());
  }

  @Override
  public int count(ConnectionName connection, LocalDate day) {
    QueryRequest request = ofDay(connection, day).select(Select.COUNT).build();
    return Calls.call(
        "count " + book + "/" + connection + "/" + day,
        () -> client.queryPaginator(request).stream().mapToInt(QueryResponse::count).sum());
  }

  private QueryRequest.Builder ofDay(ConnectionName connection, LocalDate day) {
    AttributeValue partition = Values.text(MessageItem.partition(book, connection, day));
    return QueryRequest.builder()
        .tableName(tables.inbox())
        .keyConditionExpression("pk = :day")
        .expressionAttributeValues(Map.of(":day", partition));
  }

  @Override
  public SortedSet<LocalDate> days(ConnectionName connection) {
    SortedSet<LocalDate> days = new TreeSet<>();
    String prefix = ListItem.daysOf(connection);
    registry
        .names(ListItem.received(book), prefix)
        .forEach(name -> days.add(LocalDate.parse(name.substring(prefix.length()))));
    return days;
  }

  @Override
  public SortedSet<ConnectionName> connections() {
    SortedSet<ConnectionName> connections = new TreeSet<>();
    registry
        .names(ListItem.connections(book), "")
        .forEach(name -> connections.add(new ConnectionName(name)));
    return connections;
  }

  @Override
  public void erase(Collection<MessageId> messages) {
    messages.forEach(this::erase);
  }

  /** What lies beside the table goes first: while an item points at it, whoever erases again finds it. */
  private void erase(MessageId id) {
    Map<String, AttributeValue> key =
        Values.key(MessageItem.partition(book, id.connection(), id.day()), id.digest());
    Map<String, AttributeValue> item =
        Calls.call(
            "read " + book + "/" + id,
            () ->
                client
                    .getItem(
                        request -> request.tableName(tables.inbox()).consistentRead(true).key(key))
                    .item());
    if (item.isEmpty()) {
      return;
    }
    if (item.containsKey(MessageItem.LARGE)) {
      large.put(new BodyKey(book, id).toString(), new byte[0]);
    }
    try {
      Calls.call(
          "erase " + book + "/" + id,
          () ->
              client.updateItem(request ->
                  request
                      .tableName(tables.inbox())
                      .key(key)
                      // Expiry may have taken it meanwhile: an update must not bring it back.
                      .conditionExpression("attribute_exists(pk)")
                      .updateExpression("SET #body = :empty REMOVE #large")
                      .expressionAttributeNames(
                          Map.of("#body", MessageItem.BODY, "#large", MessageItem.LARGE))
                      .expressionAttributeValues(Map.of(":empty", Values.binary(new byte[0])))));
    } catch (ConditionalCheckFailedException expired) {
      // Then nothing is left to erase.
    }
  }
}
