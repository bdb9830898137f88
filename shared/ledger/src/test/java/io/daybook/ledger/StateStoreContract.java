package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} does. */
public interface StateStoreContract extends StoresUnderTest {
  @Test
  default void whatNobodyWroteIsNotThere() {
    assertThat(state().get(Kind.CURSOR, "orders")).isEmpty();
    assertThat(state().list(Kind.CURSOR)).isEmpty();
    assertThat(state().delete(Kind.CURSOR, "orders", 0)).isFalse();
    assertThat(state().delete(Kind.CURSOR, "orders", 1)).isFalse();
  }

  @Test
  default void eachWriteRaisesTheVersionByOne() {
    assertThat(state().put(new Write(Kind.CURSOR, "orders", 0, "{\"a\":1}"))).isTrue();
    assertThat(state().get(Kind.CURSOR, "orders")).contains(new Item("orders", 1, "{\"a\":1}"));
    assertThat(state().put(new Write(Kind.CURSOR, "orders", 1, "{\"a\":2}"))).isTrue();
    assertThat(state().get(Kind.CURSOR, "orders")).contains(new Item("orders", 2, "{\"a\":2}"));
  }

  @Test
  default void aWriteAtAnotherVersionChangesNothing() {
    assertThat(state().put(new Write(Kind.CURSOR, "orders", 1, "{}"))).isFalse();
    state().put(new Write(Kind.CURSOR, "orders", 0, "kept"));
    for (long version : new long[] {0, 2, 7}) {
      assertThat(state().put(new Write(Kind.CURSOR, "orders", version, "lost")))
          .as("at %d", version)
          .isFalse();
    }
    assertThat(state().get(Kind.CURSOR, "orders")).contains(new Item("orders", 1, "kept"));
  }

  @Test
  default void onlyTheVersionThatIsThereCanBeDeletedAndThenTheItemBeginsAnew() {
    state().put(new Write(Kind.LEASE, "reconcile", 0, "{}"));
    state().put(new Write(Kind.LEASE, "reconcile", 1, "{}"));
    assertThat(state().delete(Kind.LEASE, "reconcile", 1)).isFalse();
    assertThat(state().get(Kind.LEASE, "reconcile")).isPresent();
    assertThat(state().delete(Kind.LEASE, "reconcile", 2)).isTrue();
    assertThat(state().get(Kind.LEASE, "reconcile")).isEmpty();
    assertThat(state().put(new Write(Kind.LEASE, "reconcile", 0, "new"))).isTrue();
    assertThat(state().get(Kind.LEASE, "reconcile")).contains(new Item("reconcile", 1, "new"));
  }

  @Test
  default void itemsAreListedByIdWithinTheirKind() {
    for (String id : List.of("b", "a/2", "a", "a/10", "B")) {
      state().put(new Write(Kind.OPEN_ITEM, id, 0, "of " + id));
    }
    state().put(new Write(Kind.PAYOUT, "a", 0, "another kind"));
    assertThat(state().list(Kind.OPEN_ITEM))
        .extracting(Item::id)
        .containsExactly("B", "a", "a/10", "a/2", "b");
    assertThat(state().list(Kind.PAYOUT)).containsExactly(new Item("a", 1, "another kind"));
  }

  @Test
  default void aListOfMoreThanOnePageIsWhole() {
    String large = "x".repeat(90_000);
    for (int i = 0; i < 30; i++) {
      state().put(new Write(Kind.SEEN, String.format("%03d", i), 0, large));
    }
    assertThat(state().list(Kind.SEEN)).hasSize(30).allMatch(item -> item.json().equals(large));
  }

  @Test
  default void noIdReachesIntoAnothersItem() {
    for (String id : LedgerStoreContract.HOSTILE_IDS) {
      assertThat(state().put(new Write(Kind.SEEN, id, 0, "of " + id))).as(id).isTrue();
    }
    for (String id : LedgerStoreContract.HOSTILE_IDS) {
      assertThat(state().get(Kind.SEEN, id)).contains(new Item(id, 1, "of " + id));
    }
    assertThat(state().list(Kind.SEEN)).hasSize(LedgerStoreContract.HOSTILE_IDS.size());
  }

  @Test
  default void allOfAHundredAreWrittenOrNone() {
    List<Write> writes =
        IntStream.range(0, 100)
            .mapToObj(i -> new Write(Kind.CLAIM, "claim/" + i, 0, "{}"))
            .toList();
    state().put(new Write(Kind.CLAIM, "claim/99", 0, "taken"));
    assertThat(state().putAll(writes)).isFalse();
    assertThat(state().list(Kind.CLAIM)).containsExactly(new Item("claim/99", 1, "taken"));
    state().delete(Kind.CLAIM, "claim/99", 1);
    assertThat(state().putAll(writes)).isTrue();
    assertThat(state().list(Kind.CLAIM)).hasSize(100);
  }

  @Test
  default void writesOfSeveralKindsAndVersionsGoTogether() {
    state().put(new Write(Kind.OPEN_ITEM, "x", 0, "open"));
    assertThat(
            state()
                .putAll(
                    List.of(
                        new Write(Kind.OPEN_ITEM, "x", 1, "matched"),
                        new Write(Kind.CLAIM, "x", 0, "mine"))))
        .isTrue();
    assertThat(state().get(Kind.OPEN_ITEM, "x")).contains(new Item("x", 2, "matched"));
    assertThat(state().get(Kind.CLAIM, "x")).contains(new Item("x", 1, "mine"));
    assertThat(state().putAll(List.of())).isTrue();
  }

  @Test
  default void moreThanAHundredWritesAndTwoOfOneItemAreRefused() {
    List<Write> tooMany =
        IntStream.range(0, 101).mapToObj(i -> new Write(Kind.CLAIM, "c" + i, 0, "{}")).toList();
    assertThatThrownBy(() -> state().putAll(tooMany)).isInstanceOf(IllegalArgumentException.class);
    Write one = new Write(Kind.CLAIM, "c", 0, "{}");
    assertThatThrownBy(() -> state().putAll(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(state().list(Kind.CLAIM)).isEmpty();
  }

  @Test
  default void ofEightThreadsThatTakeALeaseOneGetsIt() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Write mine = new Write(Kind.LEASE, "reconcile", 0, "thread " + thread);
      tasks.add(() -> state().put(mine));
    }
    assertThat(StoresUnderTest.together(tasks)).containsOnlyOnce(true);
    assertThat(state().get(Kind.LEASE, "reconcile")).map(Item::version).contains(1L);
  }

  @Test
  default void ofEightThreadsThatClaimOverlappingItemsNoneGetsHalf() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      List<Write> mine =
          List.of(
              new Write(Kind.CLAIM, "line/" + thread / 2, 0, "thread " + thread),
              new Write(Kind.CLAIM, "payout/" + (thread + 1) / 2, 0, "thread " + thread));
      tasks.add(() -> state().putAll(mine));
    }
    List<Boolean> won = StoresUnderTest.together(tasks);
    List<String> expected = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      if (won.get(thread)) {
        expected.addAll(List.of("thread " + thread, "thread " + thread));
      }
    }
    assertThat(state().list(Kind.CLAIM))
        .extracting(Item::json)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(won).contains(true);
  }

  @Test
  default void countsAreNotLostBetweenThreadsAndAreListed() throws Exception {
    assertThat(state().counted("duplicates")).isZero();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      tasks.add(() -> {
        for (int i = 0; i < 5; i++) {
          state().count("duplicates");
        }
        return 5;
      });
    }
    StoresUnderTest.together(tasks);
    assertThat(state().counted("duplicates")).isEqualTo(THREADS * 5);
    assertThat(state().counted("refusals")).isZero();
    assertThat(state().list(Kind.COUNTER)).containsExactly(new Item("duplicates", 40, "40"));
  }
}
