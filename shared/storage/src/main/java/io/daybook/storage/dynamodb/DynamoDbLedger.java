package io.daybook.storage.dynamodb;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The ledger of one book in DynamoDB. */
final class DynamoDbLedger implements LedgerStore {
  /** Above every text of an instant. */
  private static final String EVER = "~";

  private static final Duration SHORTEST_CALL = Duration.ofMillis(500);

  private final Book book;
  private final DynamoDbClient client;
  private final Tables tables;
  private final Registry registry;
  private final DayShards shards;
  private final Clock clock;

  DynamoDbLedger(
      Book book,
      DynamoDbClient client,
      Tables tables,
      Registry registry,
      DayShards shards,
      Clock clock) {
    this.book = book;
    this.client = client;
    this.tables = tables;
    this.registry = registry;
    this.shards = shards;
    this.clock = clock;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public List<Step> read(SubjectId subject) {
    return query(log(subject).consistentRead(true).build());
  }

  @Override
  public List<Step> glance(SubjectId subject) {
    return query(log(subject).build());
  }

  private QueryRequest.Builder log(SubjectId subject) {
    AttributeValue partition = Values.text(StepItem.partition(book, subject));
    return QueryRequest.builder()
        .tableName(tables.ledger())
        .keyConditionExpression("pk = :subject")
        .expressionAttributeValues(Map.of(":subject", partition));
  }

  @Override
  public Append append(Step step) {
    Map<String, AttributeValue> item = StepItem.of(book, step, shards);
    step.entry().ifPresent(entry -> registry.write(dayList(), entry.day().toString()));
    Duration age = Duration.between(step.recordedAt(), clock.instant());
    if (LedgerStore.stale(step, step.recordedAt().plus(age))) {
      return new Append.Stale();
    }
    try {
      Calls.call(
          "append step " + step.number() + " of " + book + "/" + step.subject(),
          () -> client.putItem(put(item, age)));
      return new Append.Appended();
    } catch (ConditionalCheckFailedException taken) {
      return StepItem.step(taken.item()).sameContent(step)
          ? new Append.Appended()
          : new Append.Lost();
    }
  }

  /** The put with its retries may take only as long as the stamp stays young enough. */
  private PutItemRequest put(Map<String, AttributeValue> item, Duration age) {
    Duration left = MAX_STAMP_AGE.minus(age);
    Duration timeout = left.compareTo(SHORTEST_CALL) < 0 ? SHORTEST_CALL : left;
    return PutItemRequest.builder()
        .tableName(tables.ledger())
        .item(item)
        .conditionExpression("attribute_not_exists(pk)")
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .overrideConfiguration(configuration -> configuration.apiCallTimeout(timeout))
        .build();
  }

  @Override
  public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
    String until = knownAt.map(StepItem::recordedUntil).orElse(EVER);
    return day(day, "d = :day AND r < :bound", until);
  }

  @Override
  public List<Step> daySince(LocalDate day, Instant after) {
    return after.equals(Instant.MIN)
        ? day(day, Optional.empty())
        : day(day, "d = :day AND r > :bound", StepItem.recordedUntil(after));
  }

  private List<Step> day(LocalDate day, String condition, String bound) {
    List<Step> steps = new ArrayList<>();
    for (int shard = 0; shard < shards.count(day); shard++) {
      AttributeValue partition = Values.text(StepItem.dayPartition(book, day, shard));
      steps.addAll(
          query(
              QueryRequest.builder()
                  .tableName(tables.ledger())
                  .indexName(Tables.DAY_INDEX)
                  .keyConditionExpression(condition)
                  .expressionAttributeValues(
                      Map.of(":day", partition, ":bound", Values.text(bound)))
                  .build()));
    }
    steps.sort(Step.BY_RECORDING);
    return List.copyOf(steps);
  }

  private List<Step> query(QueryRequest request) {
    return Calls.call(
        "read " + request.expressionAttributeValues().values(),
        () -> client.queryPaginator(request).items().stream().map(StepItem::step).toList());
  }

  @Override
  public SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    registry.names(dayList(), "").forEach(day -> days.add(LocalDate.parse(day)));
    return days;
  }

  private String dayList() {
    return book + "/~day";
  }
}
