package io.daybook.storage.dynamodb;

import io.daybook.items.MessageItem;
import io.daybook.ledger.ChangeFeed;
import io.daybook.storage.LargeBodies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The streams of inbox and ledger, each shard after its parent, from the oldest record that DynamoDB still has. Of the
 * inbox only what came is told: what goes is expiry. At a step that somebody changed or deleted it stops for good.
 */
final class StreamFeed implements ChangeFeed {
  /** DynamoDB gives at most this many records at once. */
  private static final int MOST_RECORDS = 1_000;

  private final DynamoDbClient client;
  private final DynamoDbStreamsClient streams;
  private final Tables tables;
  private final LargeBodies large;

  StreamFeed(
      DynamoDbClient client, DynamoDbStreamsClient streams, Tables tables, LargeBodies large) {
    this.client = client;
    this.streams = streams;
    this.tables = tables;
    this.large = large;
  }

  @Override
  public String start() {
    return new StreamPlace(Map.of()).toString();
  }

  @Override
  public Batch read(String place, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("cannot read " + max + " changes");
    }
    StreamPlace next = StreamPlace.parse(place);
    List<Change> changes = new ArrayList<>();
    // Half the room for the first, so that neither table starves the other.
    changes.addAll(read(tables.inbox(), next, Math.max(1, max / 2)));
    if (changes.size() < max) {
      changes.addAll(read(tables.ledger(), next, max - changes.size()));
    }
    return new Batch(changes, next.toString());
  }

  private List<Change> read(String table, StreamPlace place, int max) {
    String stream =
        Calls.call(
            "read " + table,
            () -> client.describeTable(t -> t.tableName(table)).table().latestStreamArn());
    Map<String, String> read = place.shards(stream);
    List<Shard> shards = shards(stream);
    Set<String> there = new HashSet<>(shards.stream().map(Shard::shardId).toList());
    read.keySet().retainAll(there);
    List<Change> changes = new ArrayList<>();
    for (Shard shard : shards) {
      boolean parentDone =
          !there.contains(shard.parentShardId())
              || StreamPlace.ENDED.equals(read.get(shard.parentShardId()));
      if (parentDone
          && changes.size() < max
          && !StreamPlace.ENDED.equals(read.get(shard.shardId()))) {
        changes.addAll(read(table, stream, shard.shardId(), read, max - changes.size()));
      }
    }
    return changes;
  }

  /** All shards of a stream, parents before their children. */
  private List<Shard> shards(String stream) {
    List<Shard> shards = new ArrayList<>();
    @Nullable String after = null;
    do {
      String from = after;
      StreamDescription page =
          Calls.call(
              "read " + stream,
              () ->
                  streams
                      .describeStream(
                          request -> request.streamArn(stream).exclusiveStartShardId(from))
                      .streamDescription());
      shards.addAll(page.shards());
      after = page.lastEvaluatedShardId();
    } while (after != null);
    return shards;
  }

  private List<Change> read(
      String table, String stream, String shard, Map<String, String> read, int max) {
    List<Change> changes = new ArrayList<>();
    String iterator = iterator(stream, shard, read);
    while (iterator != null && changes.size() < max) {
      String from = iterator;
      int limit = Math.min(MOST_RECORDS, max - changes.size());
      GetRecordsResponse answer =
          Calls.call(
              "read " + stream,
              () -> streams.getRecords(request -> request.shardIterator(from).limit(limit)));
      for (Record record : answer.records()) {
        change(table, record, changes);
        read.put(shard, record.dynamodb().sequenceNumber());
      }
      iterator = answer.nextShardIterator();
      if (answer.records().isEmpty()) {
        break;
      }
    }
    if (iterator == null) {
      read.put(shard, StreamPlace.ENDED);
    }
    return changes;
  }

  private String iterator(String stream, String shard, Map<String, String> read) {
    String last = read.get(shard);
    return Calls.call(
        "read " + stream,
        () -> {
          try {
            return after(stream, shard, last);
          } catch (TrimmedDataAccessException tooOld) {
            // What is lost, the nightly replay of the inbox finds.
            return after(stream, shard, null);
          }
        });
  }

  private String after(String stream, String shard, @Nullable String last) {
    return streams
        .getShardIterator(request ->
            request
                .streamArn(stream)
                .shardId(shard)
                .shardIteratorType(
                    last == null
                        ? ShardIteratorType.TRIM_HORIZON
                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(last))
        .shardIterator();
  }

  private void change(String table, Record record, List<Change> changes) {
    if (record.eventName() == OperationType.INSERT) {
      Map<String, AttributeValue> image = record.dynamodb().newImage();
      if (table.equals(tables.inbox())) {
        MessageItem.change(Values.item(image), large::get).ifPresent(changes::add);
      } else {
        changes.add(StepItem.change(image));
      }
    } else if (table.equals(tables.ledger())) {
      throw new IllegalStateException(
          record.eventNameAsString()
              + " of "
              + record.dynamodb().keys()
              + ": a step of the ledger was changed");
    }
  }
}
