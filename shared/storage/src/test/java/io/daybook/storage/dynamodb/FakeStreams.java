package io.daybook.storage.dynamodb;

import static java.util.Objects.requireNonNull;

import io.daybook.items.MessageItem;
import io.daybook.ledger.Book;
import io.daybook.ledger.Message;
import io.daybook.ledger.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Streams in memory, whose shards split, end and are trimmed as a test says. A stream's ARN is its table's name. */
final class FakeStreams implements DynamoDbStreamsClient {
  private static final Book BOOK = new Book("blue-cup");
  private static final int SHARDS_A_PAGE = 2;

  private final Map<String, FakeShard> shards = new LinkedHashMap<>();

  /** A shard; a record's sequence number is its place in it, from 1. */
  static final class FakeShard {
    private final String table;
    private final Shard shard;
    private final List<Record> records = new ArrayList<>();
    private int trimmed;
    private boolean ended;

    private FakeShard(String table, Shard shard) {
      this.table = table;
      this.shard = shard;
    }

    FakeShard insert(Step step) {
      return add(OperationType.INSERT, StepItem.of(BOOK, step, DayShards.ONE));
    }

    FakeShard insert(Message message) {
      return add(
          OperationType.INSERT,
          Values.of(MessageItem.of(BOOK, message, MessageItem.body(message))));
    }

    FakeShard alter(OperationType how) {
      return add(how, Values.key("blue-cup/x", "1"));
    }

    private FakeShard add(OperationType how, Map<String, AttributeValue> image) {
      String number = Integer.toString(records.size() + 1);
      records.add(
          Record.builder()
              .eventName(how)
              .dynamodb(d -> d.sequenceNumber(number).newImage(image).keys(image))
              .build());
      return this;
    }

    void end() {
      ended = true;
    }

    void trim(int upTo) {
      trimmed = upTo;
    }
  }

  FakeShard shard(String table, String id, String parent) {
    Shard.Builder shard = Shard.builder().shardId(id);
    FakeShard made =
        new FakeShard(table, (parent.isEmpty() ? shard : shard.parentShardId(parent)).build());
    shards.put(id, made);
    return made;
  }

  void forget(String id) {
    shards.remove(id);
  }

  @Override
  public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
    List<Shard> all =
        shards.values().stream()
            .filter(shard -> shard.table.equals(request.streamArn()))
            .map(shard -> shard.shard)
            .filter(shard ->
                request.exclusiveStartShardId() == null
                    || shard.shardId().compareTo(request.exclusiveStartShardId()) > 0)
            .toList();
    List<Shard> page = all.subList(0, Math.min(SHARDS_A_PAGE, all.size()));
    return DescribeStreamResponse.builder()
        .streamDescription(stream ->
            stream
                .shards(page)
                .lastEvaluatedShardId(page.size() < all.size() ? page.getLast().shardId() : null))
        .build();
  }

  @Override
  public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    FakeShard shard = found(request.shardId());
    int from = shard.trimmed;
    if (request.shardIteratorType() == ShardIteratorType.AFTER_SEQUENCE_NUMBER) {
      from = Integer.parseInt(request.sequenceNumber());
      if (from < shard.trimmed) {
        throw TrimmedDataAccessException.builder().message("trimmed").build();
      }
    }
    return GetShardIteratorResponse.builder().shardIterator(request.shardId() + "@" + from).build();
  }

  @Override
  public GetRecordsResponse getRecords(GetRecordsRequest request) {
    String[] iterator = request.shardIterator().split("@", -1);
    FakeShard shard = found(iterator[0]);
    int from = Integer.parseInt(iterator[1]);
    int to = Math.min(shard.records.size(), from + request.limit());
    boolean over = shard.ended && to == shard.records.size();
    return GetRecordsResponse.builder()
        .records(shard.records.subList(from, to))
        .nextShardIterator(over ? null : iterator[0] + "@" + to)
        .build();
  }

  private FakeShard found(String id) {
    return requireNonNull(shards.get(id), id);
  }

  @Override
  public String serviceName() {
    return "dynamodb-streams";
  }

  @Override
  public void close() {}

  /** Knows the streams of tables. */
  static final class Arns implements DynamoDbClient {
    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
      return DescribeTableResponse.builder()
          .table(table -> table.latestStreamArn(request.tableName()))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
