package io.daybook.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.simulation.hostile.HostileStores;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Each notice is told once: whatever the order of runs, and once more only after a death between sending and noting. */
final class OnceTest {
  /** The process dies: nothing after it runs. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A state that dies at its nth write, before it lands or after. */
  private static final class MortalState implements StateStore {
    private final StateStore state;
    private int left;
    private final boolean landed;

    MortalState(StateStore state, int diesAt, boolean landed) {
      this.state = state;
      this.left = diesAt;
      this.landed = landed;
    }

    private boolean dies() {
      return left-- == 0;
    }

    @Override
    public Book book() {
      return state.book();
    }

    @Override
    public Optional<Item> get(Kind kind, String id) {
      return state.get(kind, id);
    }

    @Override
    public List<Item> list(Kind kind) {
      return state.list(kind);
    }

    @Override
    public boolean put(Write write) {
      return putAll(List.of(write));
    }

    @Override
    public boolean putAll(List<Write> writes) {
      boolean dies = dies();
      if (dies && !landed) {
        throw new Death();
      }
      boolean put = state.putAll(writes);
      if (dies) {
        throw new Death();
      }
      return put;
    }

    @Override
    public boolean delete(Kind kind, String id, long expectedVersion) {
      if (dies()) {
        throw new Death();
      }
      return state.delete(kind, id, expectedVersion);
    }

    @Override
    public void count(String counter) {
      state.count(counter);
    }

    @Override
    public long counted(String counter) {
      return state.counted(counter);
    }
  }

  private final TestClock clock = new TestClock("2026-11-20T15:02:00Z");

  private Teller teller(StateStore state, Postbox postbox) {
    return new Teller(state, postbox.channels(), clock, ZoneOffset.UTC, "", new Random(7));
  }

  private static void tellAtOnce(StateStore state) {
    Preferences _ =
        new PreferencesBook(state)
            .amend(
                NoticeKind.PAYOUT_DOES_NOT_TIE,
                _ ->
                    new Preferences(
                        true,
                        List.of(),
                        Optional.empty(),
                        Duration.ZERO,
                        Optional.empty(),
                        Pace.AT_ONCE,
                        Optional.empty(),
                        true));
  }

  @Test
  void aDeathAtAnyWriteTellsOnceMoreAtMostAndOnlyAfterSending() {
    for (int diesAt = 0; diesAt < 12; diesAt++) {
      for (boolean landed : new boolean[] {false, true}) {
        StateStore state = new MemoryStores(clock).state(Samples.BOOK);
        tellAtOnce(state);
        Postbox postbox = new Postbox();
        List<Notice> found = List.of(Samples.payout("po_1", -1727), Samples.payout("po_2", 5));
        boolean sentAndUnnoted = false;
        try {
          Telling _ =
              teller(new MortalState(state, diesAt, landed), postbox).tell(found, () -> true);
        } catch (Death died) {
          sentAndUnnoted = !postbox.letters.isEmpty() && !landed;
        }
        for (int run = 0; run < 5; run++) {
          clock.pass(Duration.ofMinutes(5));
          Telling _ = teller(state, postbox).tell(found, () -> true);
        }
        assertThat(postbox.letters)
            .as("dies at write %d, landed: %s", diesAt, landed)
            .hasSize(sentAndUnnoted ? 2 : 1);
        assertThat(postbox.letters)
            .extracting(Letter::id)
            .containsOnly(postbox.letters.getFirst().id());
      }
    }
  }

  @Test
  void runsAtOnceTellOnce() throws Exception {
    for (int round = 0; round < 25; round++) {
      StateStore state = new MemoryStores(clock).state(Samples.BOOK);
      tellAtOnce(state);
      List<Postbox> postboxes = new ArrayList<>();
      CountDownLatch start = new CountDownLatch(1);
      try (ExecutorService runs = Executors.newFixedThreadPool(4)) {
        for (int run = 0; run < 4; run++) {
          Postbox postbox = new Postbox();
          postboxes.add(postbox);
          var _ =
              runs.submit(() -> {
                start.await();
                return teller(state, postbox)
                    .tell(List.of(Samples.payout("po_1", -1727)), () -> true);
              });
        }
        start.countDown();
      }
      assertThat(postboxes.stream().mapToInt(postbox -> postbox.letters.size()).sum()).isEqualTo(1);
    }
  }

  @Test
  void aHostileStoreMakesNoTellingLostAndDoublesOnlyWhatFailedAfterSending() {
    for (long seed = 1; seed <= 40; seed++) {
      HostileStores hostile = new HostileStores(new MemoryStores(clock), seed);
      StateStore state = hostile.state(Samples.BOOK);
      Random random = new Random(seed);
      Postbox postbox = new Postbox();
      int[] broken = {0};
      postbox.answer =
          (_, _) ->
              random.nextInt(5) == 0
                  ? new Delivery.Failed("it did not answer")
                  : new Delivery.Sent();
      List<Notice> found = new ArrayList<>();
      for (int run = 0; run < 40; run++) {
        if (random.nextInt(4) == 0) {
          found.add(Samples.payout("po_" + run, 100 + run));
        }
        int before = postbox.letters.size();
        try {
          Telling _ = teller(state, postbox).tell(List.copyOf(found), () -> true);
        } catch (StoreFailure | IllegalStateException died) {
          broken[0] += postbox.letters.size() - before;
        }
        clock.pass(Duration.ofMinutes(5));
      }
      settle(hostile, postbox, found);

      Map<String, Integer> told = new HashMap<>();
      postbox.said().forEach(said -> told.merge(said, 1, Integer::sum));
      assertThat(told).as("seed %d", seed).hasSize(found.size());
      assertThat(told.values().stream().mapToInt(times -> times - 1).max().orElse(0))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(broken[0]);
    }
  }

  private void settle(Stores stores, Postbox postbox, List<Notice> found) {
    if (stores instanceof HostileStores hostile) {
      hostile.settle();
    }
    postbox.answer = (_, _) -> new Delivery.Sent();
    for (int run = 0; run < 60; run++) {
      clock.pass(Duration.ofMinutes(10));
      Telling _ = teller(stores.state(Samples.BOOK), postbox).tell(found, () -> true);
    }
  }
}
