package io.daybook.ledger;

import static io.daybook.ledger.StoreSamples.message;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.ChangeFeed.Batch;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link ChangeFeed} does. */
public interface ChangeFeedContract extends StoresUnderTest {
  /** Everything after a place, in batches; gives up after many empty reads, for a feed may be slow. */
  static Batch drain(ChangeFeed feed, String place, int batch) {
    List<Change> changes = new ArrayList<>();
    String next = place;
    for (int empty = 0; empty < 5; ) {
      Batch read = feed.read(next, batch);
      assertThat(read.changes()).hasSizeLessThanOrEqualTo(batch);
      empty = read.changes().isEmpty() ? empty + 1 : 0;
      changes.addAll(read.changes());
      next = read.next();
    }
    return new Batch(changes, next);
  }

  @Test
  default void whatWasStoredIsToldOnceEachAndStateIsNot() {
    Message message = message("shop", clock().instant(), "{\"id\":1}");
    Step first = step(order("1"), 1, clock().instant(), 1);
    Step second = step(order("1"), 2, clock().instant(), 2);
    inbox().put(message);
    inbox().put(message);
    ledger().append(first);
    ledger().append(step(order("1"), 1, clock().instant(), 99));
    ledger().append(second);
    state().put(new Write(Kind.CURSOR, "orders", 0, "{}"));
    Book other = new Book("red-cup");
    stores().ledger(other).append(first);
    Batch told = drain(stores().feed(), stores().feed().start(), 100);
    assertThat(told.changes())
        .containsExactlyInAnyOrder(
            new Change.Received(book(), message),
            new Change.Appended(book(), first),
            new Change.Appended(book(), second),
            new Change.Appended(other, first));
    assertThat(told.changes())
        .containsSubsequence(
            new Change.Appended(book(), first), new Change.Appended(book(), second));
  }

  @Test
  default void aLargeBodyIsToldWhole() {
    Message message = message("shop", clock().instant(), StoreSamples.noise(2_000_000));
    inbox().put(message);
    assertThat(drain(stores().feed(), stores().feed().start(), 10).changes())
        .containsExactly(new Change.Received(book(), message));
  }

  @Test
  default void aReaderGoesOnFromItsPlaceInBatchesOfAnySize() {
    for (int batch : new int[] {1, 3, 100}) {
      for (int i = 0; i < 10; i++) {
        ledger().append(step(order("of batch " + batch), i + 1, clock().instant(), i + 1));
      }
      assertThat(drain(stores().feed(), stores().feed().start(), batch).changes())
          .doesNotHaveDuplicates();
    }
    Batch all = drain(stores().feed(), stores().feed().start(), 7);
    assertThat(all.changes()).hasSize(30);
    assertThat(stores().feed().read(all.next(), 10).changes()).isEmpty();
    Step late = step(order("late"), 1, clock().instant(), 5);
    ledger().append(late);
    assertThat(drain(stores().feed(), all.next(), 7).changes())
        .containsExactly(new Change.Appended(book(), late));
  }

  @Test
  default void whatEightThreadsStoreWhileAReaderReadsIsToldCompletely() throws Exception {
    List<Callable<List<Change>>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS - 1; thread++) {
      int mine = thread;
      tasks.add(() -> {
        for (int i = 1; i <= 20; i++) {
          ledger().append(step(order("thread " + mine), i, clock().instant(), i));
        }
        return List.of();
      });
    }
    tasks.add(() -> drainUntil(7 * 20));
    List<Change> told = StoresUnderTest.together(tasks).getLast();
    assertThat(told).doesNotHaveDuplicates().hasSize(7 * 20);
  }

  private List<Change> drainUntil(int expected) {
    List<Change> told = new ArrayList<>();
    String place = stores().feed().start();
    for (int reads = 0; told.size() < expected && reads < 100_000; reads++) {
      Batch batch = stores().feed().read(place, 5);
      told.addAll(batch.changes());
      place = batch.next();
    }
    return told;
  }

  @Test
  default void aPlaceThatNoFeedGaveIsRefused() {
    assertThatThrownBy(() -> stores().feed().read("nowhere", 10))
        .isInstanceOf(IllegalArgumentException.class);
    String start = stores().feed().start();
    assertThatThrownBy(() -> stores().feed().read(start, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
