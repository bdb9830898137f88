package io.daybook.storage.dynamodb;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.noise;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Message;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Step;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.Stores;
import io.daybook.simulation.dynamodb.DynamoDbLocalProcess;
import io.daybook.storage.FolderBodies;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbFaultsTest {
  private static final Book BOOK = new Book("blue-cup");

  private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
  private final LostAnswers network = new LostAnswers();

  @TempDir Path folder;

  private DynamoDbStores open(String name) {
    return LocalDynamoDb.open(
        DynamoDbLocal.shared().endpoint(),
        Tables.of(name + "-", 1),
        new FolderBodies(folder),
        clock,
        network);
  }

  @Test
  void aWriteWhoseAnswerWasLostIsKnownAgainByItsRetry() {
    try (Stores stores = open("lost")) {
      Step first = step(order("1"), 1, clock.instant(), 100);
      stores.ledger(BOOK).append(first);
      network.toLose.set(1);
      assertThat(stores.ledger(BOOK).append(step(order("1"), 2, clock.instant(), 200)))
          .isEqualTo(new Append.Appended());
      network.toLose.set(2);
      assertThat(stores.state(BOOK).put(new Write(Kind.LEASE, "reconcile", 0, "{}"))).isTrue();
      assertThat(stores.state(BOOK).put(new Write(Kind.LEASE, "reconcile", 0, "{}"))).isFalse();
      network.toLose.set(1);
      List<Write> claims =
          IntStream.range(0, 3).mapToObj(i -> new Write(Kind.CLAIM, "c" + i, 0, "{}")).toList();
      assertThat(stores.state(BOOK).putAll(claims)).isTrue();
      assertThat(stores.state(BOOK).putAll(claims)).isFalse();
      assertThat(stores.state(BOOK).get(Kind.LEASE, "reconcile"))
          .contains(new Item("reconcile", 1, "{}"));
      network.toLose.set(1);
      Message message = message("shop", clock.instant(), "{}");
      stores.inbox(BOOK).put(message);
      assertThat(stores.inbox(BOOK).get(message.id())).contains(message);
      assertThat(network.toLose).hasValue(0);
    }
  }

  @Test
  void aNetworkThatLosesEverythingEndsInAFailureAndNotInAWrongAnswer() {
    try (Stores stores = open("gone")) {
      stores.ledger(BOOK).append(step(order("1"), 1, clock.instant(), 100));
      network.toLose.set(Integer.MAX_VALUE);
      Step second = step(order("1"), 2, clock.instant(), 200);
      assertThatThrownBy(() -> stores.ledger(BOOK).append(second))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("step 2 of blue-cup/order/");
      network.toLose.set(0);
      assertThat(stores.ledger(BOOK).append(second)).isEqualTo(new Append.Appended());
    }
  }

  @Test
  void aDayThatIsSpreadOverShardsIsReadWholeAndOthersAreNotTouched() {
    LocalDate hot = LocalDate.parse("2025-03-01");
    try (DynamoDbStores stores = open("spread").spread(new DayShards(Map.of(hot, 4)))) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        steps.add(
            step(order("o" + i), 1, clock.instant().plusNanos(i), 1 + i, hot.minusDays(i % 2)));
        stores.ledger(BOOK).append(steps.getLast());
      }
      assertThat(stores.ledger(BOOK).day(hot, Optional.empty()))
          .containsExactlyElementsOf(
              IntStream.range(0, 20).mapToObj(i -> steps.get(2 * i)).toList());
      assertThat(stores.ledger(BOOK).day(hot.minusDays(1), Optional.empty())).hasSize(20);
      assertThat(network.scans).as("nothing scans").hasValue(0);
    }
  }

  @Test
  void aStepThatFitsNoItemIsRefusedForWhatItIs() {
    try (Stores stores = open("huge")) {
      Step step = step(order("1"), 1, clock.instant(), 100);
      Step huge =
          new Step(
              step.subject(),
              1,
              step.recordedAt(),
              1,
              step.facts(),
              step.entry().map(DynamoDbFaultsTest::huge));
      assertThatThrownBy(() -> stores.ledger(BOOK).append(huge))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(stores.ledger(BOOK).days()).isEmpty();
    }
  }

  private static Entry huge(Entry entry) {
    String memo = HexFormat.of().formatHex(noise(450_000).toArray());
    return new Entry(
        entry.occasion(), memo, entry.happenedAt(), entry.belongsTo(), entry.day(), entry.legs());
  }

  /** One write unit is 1 KB: an ordinary step costs one on the table and one on the index. */
  @Test
  void anOrdinaryStepFitsOneWriteUnit() {
    Step step = step(order("gid://shopify/Order/450789469"), 3, clock.instant(), 4200);
    int bytes =
        StepItem.of(BOOK, step, DayShards.ONE).entrySet().stream()
            .mapToInt(attribute ->
                attribute.getKey().length()
                    + (attribute.getValue().s() != null
                        ? attribute.getValue().s().length()
                        : attribute.getValue().b().asByteArray().length))
            .sum();
    assertThat(bytes).isLessThan(1024);
  }

  @Test
  void whatWasAcknowledgedIsThereAfterDynamoDbLocalWasKilled() {
    Tables tables = Tables.of("killed-", 1);
    Path local = DynamoDbLocal.requireFolder();
    Path data = folder.resolve("data");
    String place;
    Step read = step(order("1"), 1, clock.instant(), 100);
    Step unread = step(order("1"), 2, clock.instant(), 200);
    DynamoDbLocalProcess first = DynamoDbLocalProcess.start(local, Optional.of(data));
    try (Stores stores =
        LocalDynamoDb.open(first.endpoint(), tables, new FolderBodies(folder), clock)) {
      stores.ledger(BOOK).append(read);
      Batch batch = stores.feed().read(stores.feed().start(), 10);
      assertThat(batch.changes()).hasSize(1);
      place = batch.next();
      stores.ledger(BOOK).append(unread);
    } finally {
      first.kill();
    }
    try (DynamoDbLocalProcess second = DynamoDbLocalProcess.start(local, Optional.of(data));
        Stores stores =
            LocalDynamoDb.open(second.endpoint(), tables, new FolderBodies(folder), clock)) {
      assertThat(stores.ledger(BOOK).read(order("1"))).containsExactly(read, unread);
      assertThat(stores.feed().read(place, 10).changes()).hasSize(1);
    }
  }
}
