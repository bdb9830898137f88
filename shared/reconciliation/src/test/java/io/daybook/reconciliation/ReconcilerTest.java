package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankMatch;
import io.daybook.events.Fact;
import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ReconcilerTest {
  private final TestBook book = new TestBook();

  private Reconciler on(StateStore state) {
    return new Reconciler(book.ledger, state, book.balances(), book.clock, Duration.ofMinutes(5));
  }

  @Test
  void anEmptyBookHasNothingToFind() {
    Findings findings = book.reconcile();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.discrepancies()).isEmpty();
  }

  @Test
  void anItemWhoseStepHasNotLandedYetIsLeftAlone() {
    book.open(TestBook.payout("po_1"));
    book.open(TestBook.line("L1"));
    assertThat(book.settle().settled()).isEmpty();
    assertThat(book.state.list(StateStore.Kind.OPEN_ITEM)).hasSize(2);
  }

  @Test
  void whileOneRunsAnotherIsTurnedAway() {
    assertThat(Lease.take(book.state, Reconciler.LEASE, "other", Duration.ofMinutes(5), book.clock))
        .isPresent();
    assertThat(on(book.state).run(book.rules, "mine"))
        .isEqualTo(new Reconciled.Busy("other", book.clock.instant().plus(Duration.ofMinutes(5))));
    book.clock.advance(Duration.ofMinutes(5));
    assertThat(on(book.state).run(book.rules, "mine")).isInstanceOf(Reconciled.Done.class);
  }

  @Test
  void aRunThatSleptWhileAnotherTookOverClaimsNothing() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    Sleeper state =
        new Sleeper(
            book.state,
            () -> {
              book.clock.advance(Duration.ofMinutes(5));
              assertThat(
                      Lease.take(
                          book.state, Reconciler.LEASE, "taker", Duration.ofMinutes(5), book.clock))
                  .isPresent();
            });
    assertThat(on(state).run(book.rules, "sleeper")).isEqualTo(new Reconciled.Overtaken());
    assertThat(book.state.list(StateStore.Kind.CLAIM)).isEmpty();
    book.clock.advance(Duration.ofMinutes(5));
    assertThat(book.reconcile().facts()).hasSize(1);
  }

  @Test
  void ofManyAtOnceOneRunsAndEachPayoutIsMatchedOnce() throws Exception {
    for (int i = 0; i < 20; i++) {
      book.paidOut("po_" + i, 500, DAY);
      book.line("L" + i, 500, DAY.plusDays(1), "po_" + i);
    }
    int runs = 8;
    CyclicBarrier start = new CyclicBarrier(runs);
    List<Callable<Reconciled>> callables = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      String holder = "run-" + i;
      callables.add(() -> {
        start.await();
        return on(book.state).run(book.rules, holder);
      });
    }
    List<Fact> told = new ArrayList<>();
    int done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(runs)) {
      for (Future<Reconciled> outcome : threads.invokeAll(callables)) {
        switch (outcome.get()) {
          case Reconciled.Done finished -> {
            told.addAll(finished.findings().facts());
            done++;
          }
          case Reconciled.Busy busy -> assertThat(busy.holder()).startsWith("run-");
          case Reconciled.Overtaken overtaken -> assertThat(overtaken).isNotNull();
        }
      }
    }
    assertThat(done).isPositive();
    assertThat(told.stream().distinct()).hasSize(20).allMatch(BankMatch.class::isInstance);
    assertThat(book.state.list(StateStore.Kind.CLAIM)).hasSize(40);
  }

  @Test
  void anOpenItemThatPostingTouchedMeanwhileStaysOpen() {
    book.payout("po_1", io.daybook.events.Payout.Status.PAID, 0, DAY, Optional.empty());
    StateStore state = new Sleeper(book.state, () -> book.open(TestBook.payout("po_1")));
    assertThat(on(state).run(book.rules, "mine")).isInstanceOf(Reconciled.Done.class);
    assertThat(book.state.list(StateStore.Kind.OPEN_ITEM)).hasSize(1);
    book.reconcile();
    assertThat(book.state.list(StateStore.Kind.OPEN_ITEM)).isEmpty();
  }

  /** A state during whose first look at the payouts something else happens. */
  private static final class Sleeper implements StateStore {
    private final StateStore state;
    private final Runnable meanwhile;
    private boolean slept;

    Sleeper(StateStore state, Runnable meanwhile) {
      this.state = state;
      this.meanwhile = meanwhile;
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
      List<Item> items = state.list(kind);
      if (kind == Kind.PAYOUT && !slept) {
        slept = true;
        meanwhile.run();
      }
      return items;
    }

    @Override
    public boolean put(Write write) {
      return state.put(write);
    }

    @Override
    public boolean putAll(List<Write> writes) {
      return state.putAll(writes);
    }

    @Override
    public boolean delete(Kind kind, String id, long expectedVersion) {
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
}
