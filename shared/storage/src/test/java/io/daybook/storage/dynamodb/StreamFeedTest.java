package io.daybook.storage.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.Step;
import io.daybook.ledger.StoreSamples;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.storage.InboxBodies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.OperationType;

/** Splits, trimming and alterations, which DynamoDB Local does not bring about. */
class StreamFeedTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final Tables TABLES = Tables.of("", 1);

  private final FakeStreams streams = new FakeStreams();
  private final StreamFeed feed =
      new StreamFeed(
          new FakeStreams.Arns(),
          streams,
          TABLES,
          new InboxBodies(new MemoryStores(Clock.systemUTC())));

  @Test
  void theChildrenOfASplitShardAreReadAfterItsEnd() {
    FakeStreams.FakeShard parent = streams.shard(TABLES.ledger(), "a-parent", "");
    FakeStreams.FakeShard left = streams.shard(TABLES.ledger(), "b-left", "a-parent");
    FakeStreams.FakeShard right = streams.shard(TABLES.ledger(), "c-right", "a-parent");
    List<Step> steps = IntStream.rangeClosed(1, 6).mapToObj(StreamFeedTest::step).toList();
    parent.insert(steps.get(0)).insert(steps.get(1));
    left.insert(steps.get(2));
    right.insert(steps.get(3));
    Batch open = drain(feed.start());
    assertThat(open.changes())
        .as("the parent may still grow")
        .containsExactlyElementsOf(told(steps.subList(0, 2)));
    parent.insert(steps.get(4)).end();
    Batch closed = drain(open.next());
    assertThat(closed.changes())
        .containsExactlyElementsOf(told(List.of(steps.get(4), steps.get(2), steps.get(3))));
    streams.forget("a-parent");
    left.insert(steps.get(5));
    assertThat(drain(closed.next()).changes())
        .containsExactlyElementsOf(told(List.of(steps.get(5))));
    assertThat(drain(feed.start()).changes()).as("what is left from the start").hasSize(3);
  }

  @Test
  void everyPageOfShardsIsRead() {
    for (int i = 0; i < 7; i++) {
      streams.shard(TABLES.ledger(), "shard-" + i, "").insert(step(i + 1));
    }
    assertThat(drain(feed.start()).changes()).hasSize(7);
  }

  @Test
  void aPlaceThatWasTrimmedGoesOnAtTheOldestThereIs() {
    FakeStreams.FakeShard shard = streams.shard(TABLES.ledger(), "shard", "");
    shard.insert(step(1));
    Batch before = drain(feed.start());
    shard.insert(step(2)).insert(step(3)).trim(2);
    assertThat(drain(before.next()).changes()).containsExactlyElementsOf(told(List.of(step(3))));
  }

  @Test
  void whatExpiresFromTheInboxIsNotTold() {
    streams.shard(TABLES.inbox(), "shard", "").alter(OperationType.REMOVE);
    assertThat(drain(feed.start()).changes()).isEmpty();
  }

  @Test
  void aStepThatSomebodyChangedStopsTheFeed() {
    streams.shard(TABLES.ledger(), "shard", "").insert(step(1)).alter(OperationType.MODIFY);
    assertThatThrownBy(() -> feed.read(feed.start(), 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MODIFY");
  }

  @Test
  void oneTableDoesNotStarveTheOther() {
    FakeStreams.FakeShard inbox = streams.shard(TABLES.inbox(), "in", "");
    FakeStreams.FakeShard ledger = streams.shard(TABLES.ledger(), "led", "");
    for (int i = 1; i <= 20; i++) {
      inbox.insert(
          StoreSamples.message(
              "shop", Instant.parse("2025-03-01T12:00:00Z"), "{\"id\":" + i + "}"));
      ledger.insert(step(i));
    }
    assertThat(feed.read(feed.start(), 10).changes())
        .hasSize(10)
        .hasAtLeastOneElementOfType(Change.Received.class)
        .hasAtLeastOneElementOfType(Change.Appended.class);
    assertThat(drain(feed.start()).changes()).hasSize(40);
  }

  private Batch drain(String place) {
    List<Change> changes = new ArrayList<>();
    Batch batch = feed.read(place, 2);
    while (!batch.changes().isEmpty()) {
      changes.addAll(batch.changes());
      batch = feed.read(batch.next(), 2);
    }
    return new Batch(changes, batch.next());
  }

  private static Step step(int number) {
    return StoreSamples.step(
        StoreSamples.order("1"), number, Instant.parse("2025-03-01T12:00:00Z"), number);
  }

  private static List<Change> told(List<Step> steps) {
    return steps.stream().map(step -> (Change) new Change.Appended(BOOK, step)).toList();
  }
}
