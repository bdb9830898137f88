package io.daybook.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.InboxStoreContract;
import io.daybook.ledger.IslandContract;
import io.daybook.ledger.LedgerStoreContract;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStoreContract;
import io.daybook.ledger.Stores;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.dynamodb.DynamoDbStores;
import io.daybook.storage.dynamodb.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The stores' contract holds on tables in memory too, or what is measured on them would be worth nothing. */
class MeteredDynamoDbTest
    implements LedgerStoreContract, InboxStoreContract, StateStoreContract, IslandContract {
  private static final Tables TABLES = Tables.of("t-", 1);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
  private final Meter meter = new Meter();
  private final MeteredDynamoDb client = new MeteredDynamoDb(TABLES, meter);
  private final List<Stores> opened = new java.util.ArrayList<>();

  @BeforeEach
  void open() {
    opened.add(DynamoDbStores.cloud(client, TABLES, new FolderBodies(folder), clock));
  }

  @Override
  public Stores stores() {
    return opened.getFirst();
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  private static Map<String, AttributeValue> item(String sort, int bytes) {
    return Map.of(
        "pk", AttributeValue.fromS("p"),
        "sk", AttributeValue.fromS(sort),
        "b", AttributeValue.fromS("x".repeat(bytes)));
  }

  private Usage used() {
    return meter.sum(line -> true);
  }

  private void put(String sort, int bytes) {
    client.putItem(request -> request.tableName(TABLES.state()).item(item(sort, bytes)));
  }

  @Test
  void aWriteIsBilledByTheLargerOfBeforeAndAfter() {
    put("a", 3_000);
    assertThat(used().writeUnits()).isEqualTo(3);
    put("a", 10);
    assertThat(used().writeUnits()).isEqualTo(6);
  }

  @Test
  void aWriteWhoseConditionFailsIsBilledAllTheSame() {
    put("a", 3_000);
    assertThatThrownBy(() ->
            client.putItem(request ->
                request
                    .tableName(TABLES.state())
                    .item(item("a", 10))
                    .conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(used().writeUnits()).isEqualTo(6);
  }

  @Test
  void aTransactionIsBilledTwice() {
    Put put = Put.builder().tableName(TABLES.state()).item(item("a", 1_500)).build();
    client.transactWriteItems(
        request -> request.transactItems(TransactWriteItem.builder().put(put).build()));
    assertThat(used().writeUnits()).isEqualTo(4);
  }

  @Test
  void anItemOfTheIndexIsBilledOnceMoreByItself() {
    client.putItem(request ->
        request
            .tableName(TABLES.ledger())
            .item(
                Map.of(
                    "pk", AttributeValue.fromS("p"),
                    "sk", AttributeValue.fromS("0001"),
                    "d", AttributeValue.fromS("day"),
                    "r", AttributeValue.fromS("recorded"),
                    "b", AttributeValue.fromS("x".repeat(1_100)))));
    assertThat(used().writeUnits()).isEqualTo(2);
    assertThat(used().indexUnits()).isEqualTo(2);
  }

  @Test
  void aReadIsBilledByTheBytesReadAndHalfIfItMayLag() {
    put("a", 3_000);
    put("b", 3_000);
    long before = used().halfReadUnits();
    client.query(request ->
        request
            .tableName(TABLES.state())
            .keyConditionExpression("pk = :p")
            .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))));
    assertThat(used().halfReadUnits() - before).isEqualTo(2);
    client.getItem(request ->
        request
            .tableName(TABLES.state())
            .consistentRead(true)
            .key(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("none"))));
    assertThat(used().halfReadUnits() - before).isEqualTo(4);
  }

  @Test
  void whatTheHubNeverAsksIsRefused() {
    assertThatThrownBy(() ->
            client.query(request ->
                request
                    .tableName(TABLES.state())
                    .keyConditionExpression("pk IN (:p)")
                    .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p")))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
