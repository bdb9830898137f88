package io.daybook.simulation.hostile;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Step;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HostileStoresTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final LocalDate DAY = LocalDate.parse("2025-03-01");

  private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));

  @Test
  void whoTriesAgainLosesNothingAndDoublesNothing() {
    for (long seed = 1; seed <= 20; seed++) {
      HostileStores stores = hostile(seed);
      List<Step> steps = fill(stores);
      assertThat(stores.faults())
          .as("seed %d", seed)
          .containsKeys(Fault.TIMED_OUT_BEFORE, Fault.TIMED_OUT_AFTER);
      stores.settle();
      assertThat(stores.ledger(BOOK).day(DAY, Optional.empty()))
          .as("seed %d", seed)
          .hasSameElementsAs(steps)
          .hasSize(60);
    }
  }

  @Test
  void aWriteThatTimedOutMayHaveLandedOrNot() {
    int landed = 0;
    int lost = 0;
    HostileStores stores = hostile(7);
    for (int i = 1; i <= 300; i++) {
      Write write = new Write(Kind.CLAIM, "claim/" + i, 0, "mine");
      try {
        assertThat(stores.state(BOOK).put(write)).isTrue();
      } catch (StoreTimeout timeout) {
        if (stores.state(BOOK).get(Kind.CLAIM, write.id()).isPresent()) {
          landed++;
        } else {
          lost++;
        }
      }
    }
    assertThat(landed).isPositive();
    assertThat(lost).isPositive();
    assertThat(stores.faults()).containsEntry(Fault.TIMED_OUT_AFTER, (long) landed);
    assertThat(stores.faults()).containsEntry(Fault.TIMED_OUT_BEFORE, (long) lost);
  }

  @Test
  void theIndexLagsAndCatchesUpWithinAFewReads() {
    HostileStores stores = hostile(3);
    List<Step> steps = fill(stores);
    assertThat(stores.ledger(BOOK).day(DAY, Optional.empty()))
        .hasSizeLessThan(steps.size())
        .isSubsetOf(steps);
    for (int reads = 0; reads < 4; reads++) {
      stores.ledger(BOOK).day(DAY, Optional.empty());
    }
    assertThat(stores.ledger(BOOK).day(DAY, Optional.empty())).hasSameElementsAs(steps);
    assertThat(stores.faults().get(Fault.INDEX_LAGGED)).isPositive();
  }

  @Test
  void theFeedTellsOfEverythingInWhateverOrderAndHoweverOften() {
    HostileStores stores = hostile(5);
    List<Step> steps = fill(stores);
    List<Change> told = new ArrayList<>();
    String place = stores.feed().start();
    for (Batch batch = stores.feed().read(place, 10);
        !batch.changes().isEmpty();
        batch = stores.feed().read(place, 10)) {
      assertThat(batch.changes()).hasSizeLessThanOrEqualTo(10);
      told.addAll(batch.changes());
      place = batch.next();
    }
    Set<Change> once = new HashSet<>(told);
    assertThat(once).hasSize(120);
    steps.forEach(step -> assertThat(once).contains(new Change.Appended(BOOK, step)));
    assertThat(told).hasSizeGreaterThan(120);
    assertThat(stores.faults())
        .containsKeys(
            Fault.FEED_SPLIT, Fault.FEED_REORDERED, Fault.FEED_DOUBLED, Fault.FEED_REPEATED);
  }

  @Test
  void lanesBringTwoStepsOfASubjectAtOnce() {
    HostileStores stores = hostile(9);
    fill(stores);
    boolean together = false;
    String place = stores.feed().start();
    for (int reads = 0; reads < 200; reads++) {
      HostileFeed.Lanes lanes = stores.feed().readLanes(place, 20, 3);
      assertThat(lanes.lanes()).hasSize(3);
      List<Set<String>> subjects = lanes.lanes().stream().map(HostileStoresTest::subjects).toList();
      together |= subjects.get(0).stream().anyMatch(subject -> subjects.get(1).contains(subject));
      place = lanes.next();
    }
    assertThat(together).isTrue();
  }

  @Test
  void theSameSeedMeetsTheSameFaultsAgain() {
    assertThat(faultsOf(11)).isEqualTo(faultsOf(11)).isNotEqualTo(faultsOf(12));
  }

  private Map<Fault, Long> faultsOf(long seed) {
    HostileStores stores = hostile(seed);
    fill(stores);
    stores.ledger(BOOK).day(DAY, Optional.empty());
    return stores.faults();
  }

  private static Set<String> subjects(List<Change> changes) {
    Set<String> subjects = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.Appended appended) {
        subjects.add(appended.step().subject().toString());
      }
    }
    return subjects;
  }

  private HostileStores hostile(long seed) {
    return new HostileStores(new MemoryStores(clock), seed);
  }

  /** Sixty steps of twenty orders and as many messages, each written until it is. */
  private List<Step> fill(HostileStores stores) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Step step = step(order("o" + i / 3), 1 + i % 3, clock.instant().plusNanos(i), 1 + i, DAY);
      steps.add(step);
      assertThat(untilDone(() -> stores.ledger(BOOK).append(step)))
          .isEqualTo(new Append.Appended());
      int number = i;
      assertThat(
              untilDone(() ->
                  stores
                      .inbox(BOOK)
                      .put(message("shop", clock.instant(), "{\"id\":" + number + "}"))))
          .isIn(InboxStore.Put.KEPT, InboxStore.Put.DUPLICATE);
    }
    return steps;
  }

  /** What a caller does whose write timed out: the same once more. */
  private static <T> T untilDone(Supplier<T> write) {
    try {
      return write.get();
    } catch (StoreTimeout timeout) {
      return untilDone(write);
    }
  }
}
