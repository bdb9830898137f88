package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Settlement;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Walking from the horizon finds what walking from the beginning finds, and reads less. */
final class HorizonPropertyTest {
  private static void forget(StateStore state) {
    state
        .get(StateStore.Kind.CURSOR, "reconcile/meetings")
        .ifPresent(item -> state.delete(StateStore.Kind.CURSOR, item.id(), item.version()));
  }

  /** How late facts may be. */
  private enum Late {
    /** What happens later counts later. */
    NEVER,
    /** Some are weeks late, into days that were settled long ago. */
    SOMETIMES
  }

  /** Two books live the same life; one of them forgets its horizon before each run. */
  @Test
  void theHorizonNeverChangesWhatIsFound() {
    for (int round = 0; round < 4; round++) {
      long seed = System.nanoTime();
      Life life = new Life(seed, Late.NEVER);
      for (int step = 0; step < 120; step++) {
        if (life.live()) {
          List<Fact> told = life.remembering.reconcile().facts();
          assertThat(told)
              .as("seed %d step %d", seed, step)
              .isEqualTo(life.forgetting.reconcile().facts());
          assertThat(life.remembering.exceptions())
              .as("seed %d", seed)
              .isEqualTo(life.forgetting.exceptions());
          told.forEach(fact -> life.both().forEach(book -> hear(book, fact)));
        }
      }
    }
  }

  /** However late and however often: in the end each open amount is settled with its order or moved to suspense. */
  @Test
  void lateFactsIntoSettledDaysAreNotLost() {
    for (int round = 0; round < 4; round++) {
      long seed = System.nanoTime();
      Life life = new Life(seed, Late.SOMETIMES);
      TestBook book = life.remembering;
      for (int step = 0; step < 120; step++) {
        if (life.live()) {
          book.reconcile().facts().forEach(fact -> hear(book, fact));
        }
      }
      book.clock.advance(Duration.ofDays(100));
      for (int run = 0; run < 4; run++) {
        book.reconcile().facts().forEach(fact -> hear(book, fact));
      }
      assertThat(book.reconcile().facts()).as("seed %d", seed).isEmpty();
      forget(book.state);
      for (Meeting meeting : everything(book)) {
        boolean settled =
            meeting.of(SubjectId.Kind.ORDER).stream()
                .anyMatch(part ->
                    Logs.facts(book.ledger.read(part.subject()), Settlement.class)
                        .anyMatch(told -> told.payment().equals(meeting.item().reference())));
        assertThat(meeting.item().minor() == 0 || settled).as("seed %d %s", seed, meeting).isTrue();
      }
    }
  }

  private static List<Meeting> everything(TestBook book) {
    Meetings walked = Meetings.walk(book.ledger, book.state);
    List<Meeting> all = new ArrayList<>(walked.on(Meetings.PAYMENTS));
    all.addAll(walked.on(Meetings.REFUNDS));
    return all;
  }

  private static final class Life {
    private final TestBook remembering = new TestBook();
    private final TestBook forgetting = new TestBook();
    private final Random random;
    private final Late late;
    private int moved;

    Life(long seed, Late late) {
      this.random = new Random(seed);
      this.late = late;
    }

    List<TestBook> both() {
      return List.of(remembering, forgetting);
    }

    /** Something happens in both books; whether they are to be reconciled now. */
    boolean live() {
      int id = random.nextInt(60);
      int action = random.nextInt(6);
      long minor = 1_000L + id + (random.nextInt(8) == 0 ? 1 : 0);
      Duration pause = Duration.ofHours(random.nextInt(48)).plusSeconds(1);
      int back =
          late == Late.NEVER ? 0 : random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(4);
      moved++;
      for (TestBook book : both()) {
        book.clock.advance(pause);
        LocalDate today = book.rules.day(book.clock.instant());
        LocalDate day = today.minusDays(back).isBefore(DAY) ? DAY : today.minusDays(back);
        switch (action) {
          case 0, 1 -> book.paid("order" + id, "ch_" + id, minor, day);
          case 2, 3 -> book.charged("txn_" + moved, "ch_" + id, minor, day);
          case 4 -> book.refundGranted("order" + id, "re_" + id, minor, day);
          default -> book.refunded("txn_" + moved, "re_" + id, minor, day);
        }
      }
      boolean reconciled = random.nextInt(3) == 0;
      if (reconciled) {
        forget(forgetting.state);
      }
      return reconciled;
    }
  }

  private static void hear(TestBook book, Fact fact) {
    // A settlement whose order meanwhile agrees has nothing to post.
    if (fact instanceof Settlement settled) {
      book.post(
          new SubjectId(SubjectId.Kind.ORDER, settled.origin(), settled.order().value()),
          List.of(settled),
          Optional.empty());
    } else {
      book.hear(fact);
    }
  }

  @Test
  void theWalkReadsWholeDaysOnlyFromTheHorizonOn() {
    TestBook book = new TestBook();
    for (int day = 0; day < 300; day++) {
      book.paid("order" + day, "ch_" + day, 100, DAY.plusDays(day));
      book.charged("txn_" + day, "ch_" + day, 100, DAY.plusDays(day + 1));
      book.clock.advance(Duration.ofDays(1));
    }
    book.reconcile();
    book.clock.advance(Duration.ofDays(1));
    Counting counting = new Counting(book.ledger);
    new Reconciler(counting, book.state, book.balances(), book.clock, Duration.ofMinutes(1))
        .run(book.rules, "x");
    assertThat(counting.wholeDays).hasSizeLessThanOrEqualTo(4);
    assertThat(counting.late).isLessThanOrEqualTo(4);
  }

  /** The other side was recorded before the run that folded its day away, and shows in the index only after it. */
  @Test
  void anEntryThatTheIndexShowsHoursLateIsNotLost() {
    TestBook book = new TestBook();
    book.paid("1001", "ch_1", 100, DAY);
    book.charged("txn_1", "ch_1", 100, DAY);
    book.clock.advance(Duration.ofDays(3));
    book.paid("1002", "ch_2", 100, DAY.plusDays(1));
    book.charged("txn_2", "ch_2", 100, DAY.plusDays(1));
    book.clock.advance(Duration.ofHours(12));
    Lagging lagging = new Lagging(book.ledger, TestBook.transaction("txn_2"));
    new Reconciler(lagging, book.state, book.balances(), book.clock, Duration.ofMinutes(1))
        .run(book.rules, "x");
    book.clock.advance(Duration.ofDays(30));
    assertThat(book.reconcile().facts()).isEmpty();
  }

  @Test
  void neverMoreThanTheLimitIsCarried() {
    TestBook book = new TestBook();
    for (int i = 0; i < Horizon.MAX_CARRIED * 2; i++) {
      book.charged("txn_" + i, "ch_" + i, 100, DAY.plusDays(i / 50));
    }
    book.clock.advance(Duration.ofDays(60));
    book.reconcile();
    Horizon horizon =
        StateJson.read(
            book.state.get(StateStore.Kind.CURSOR, "reconcile/meetings").orElseThrow(),
            new com.fasterxml.jackson.core.type.TypeReference<Horizon>() {});
    assertThat(horizon.carried()).hasSize(Horizon.MAX_CARRIED);
    assertThat(horizon.from()).isEqualTo(DAY.plusDays(4));
  }

  /** An index that does not show a subject yet. */
  private static final class Lagging extends Passing {
    private final SubjectId unseen;

    Lagging(LedgerStore ledger, SubjectId unseen) {
      super(ledger);
      this.unseen = unseen;
    }

    @Override
    public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
      return super.day(day, knownAt).stream()
          .filter(step -> !step.subject().equals(unseen))
          .toList();
    }
  }

  /** Counts what is read by day. */
  private static final class Counting extends Passing {
    private final List<LocalDate> wholeDays = new ArrayList<>();
    private int late;

    Counting(LedgerStore ledger) {
      super(ledger);
    }

    @Override
    public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
      wholeDays.add(day);
      return super.day(day, knownAt);
    }

    @Override
    public List<Step> daySince(LocalDate day, Instant after) {
      List<Step> since = ledger.daySince(day, after);
      late += since.size();
      return since;
    }
  }

  /** Passes everything on. */
  private static class Passing implements LedgerStore {
    final LedgerStore ledger;

    Passing(LedgerStore ledger) {
      this.ledger = ledger;
    }

    @Override
    public io.daybook.ledger.Book book() {
      return ledger.book();
    }

    @Override
    public List<Step> read(SubjectId subject) {
      return ledger.read(subject);
    }

    @Override
    public io.daybook.ledger.Append append(Step step) {
      return ledger.append(step);
    }

    @Override
    public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
      return ledger.day(day, knownAt);
    }

    @Override
    public SortedSet<LocalDate> days() {
      return ledger.days();
    }
  }
}
