package io.daybook.ledger;

import static io.daybook.ledger.StoreSamples.learnt;
import static io.daybook.ledger.StoreSamples.order;
import static io.daybook.ledger.StoreSamples.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerStore} does. */
public interface LedgerStoreContract extends StoresUnderTest {
  /** Ids that would reach into other keys if keys were put together carelessly. */
  List<String> HOSTILE_IDS =
      List.of(
          "1",
          "1/2",
          "1/",
          "/1",
          "1/1",
          "~seal",
          "../2",
          "%",
          "1%",
          "_",
          "'; DROP TABLE step; --",
          "é",
          "咖啡/1",
          "☕",
          "a b");

  @Test
  default void aSubjectThatNobodyWroteIsEmpty() {
    assertThat(ledger().read(order("1"))).isEmpty();
    assertThat(ledger().days()).isEmpty();
    assertThat(ledger().day(LocalDate.parse("2025-03-01"), Optional.empty())).isEmpty();
  }

  @Test
  default void stepsAreReadBackAsTheyWereAppendedAndByNumber() {
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      Instant at = clock().instant().plusNanos(number);
      steps.add(
          number % 2 == 0 ? learnt(order("1"), number, at) : step(order("1"), number, at, number));
      assertThat(ledger().append(steps.getLast())).isEqualTo(new Append.Appended());
    }
    assertThat(ledger().read(order("1"))).containsExactlyElementsOf(steps);
    assertThat(stores().ledger(book()).read(order("1"))).containsExactlyElementsOf(steps);
  }

  @Test
  default void aSubjectWithManyLargeStepsIsReadWhole() {
    List<Step> steps = new ArrayList<>();
    for (int number = 1; number <= 40; number++) {
      steps.add(large(number));
      ledger().append(steps.getLast());
    }
    assertThat(ledger().read(order("large"))).containsExactlyElementsOf(steps);
    assertThat(ledger().day(steps.getFirst().entry().orElseThrow().day(), Optional.empty()))
        .containsExactlyElementsOf(steps);
  }

  /** About 40 kB each: enough that a read answers in several pages. */
  private Step large(int number) {
    Step one = step(order("large"), number, clock().instant().plusNanos(number), number);
    Entry entry = one.entry().orElseThrow();
    String memo = HexFormat.of().formatHex(StoreSamples.noise(40_000).toArray());
    Entry large =
        new Entry(
            entry.occasion(),
            memo,
            entry.happenedAt(),
            entry.belongsTo(),
            entry.day(),
            entry.legs());
    return new Step(one.subject(), number, one.recordedAt(), 1, one.facts(), Optional.of(large));
  }

  @Test
  default void aNumberThatIsTakenIsLost() {
    Step first = step(order("1"), 1, clock().instant(), 100);
    ledger().append(first);
    assertThat(ledger().append(step(order("1"), 1, clock().instant(), 200)))
        .isEqualTo(new Append.Lost());
    assertThat(ledger().read(order("1"))).containsExactly(first);
  }

  @Test
  default void aRetryThatMeetsItsOwnStepHasSucceededWheneverItStampedIt() {
    Step first = step(order("1"), 1, clock().instant(), 100, LocalDate.parse("2025-03-01"));
    ledger().append(first);
    clock().advance(Duration.ofSeconds(7));
    Step again = step(order("1"), 1, clock().instant(), 100, LocalDate.parse("2025-03-01"));
    assertThat(ledger().append(again)).isEqualTo(new Append.Appended());
    assertThat(ledger().read(order("1"))).containsExactly(first);
    assertThat(ledger().day(LocalDate.parse("2025-03-01"), Optional.empty()))
        .containsExactly(first);
  }

  @Test
  default void aStampOlderThanThirtySecondsIsRefusedAndOneOfThirtyIsNot() {
    Instant now = clock().instant();
    assertThat(ledger().append(step(order("1"), 1, now.minusSeconds(30).minusNanos(1), 100)))
        .isEqualTo(new Append.Stale());
    assertThat(ledger().read(order("1"))).isEmpty();
    assertThat(ledger().append(step(order("1"), 1, now.minusSeconds(30), 100)))
        .isEqualTo(new Append.Appended());
  }

  @Test
  default void ofEightThreadsExactlyOneWinsEachNumber() throws Exception {
    for (int number = 1; number <= 10; number++) {
      List<Callable<Append>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Step mine = step(order("contested"), number, clock().instant(), 1000 + thread);
        tasks.add(() -> ledger().append(mine));
      }
      assertThat(StoresUnderTest.together(tasks))
          .as("step %d", number)
          .containsOnlyOnce(new Append.Appended())
          .hasSize(THREADS)
          .filteredOn(new Append.Lost()::equals)
          .hasSize(THREADS - 1);
    }
    assertThat(ledger().read(order("contested")))
        .extracting(Step::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @Test
  default void eightThreadsThatMeanTheSameStepAllSucceedAndItIsThereOnce() throws Exception {
    List<Callable<Append>> tasks = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Step mine =
          step(
              order("twin"),
              1,
              clock().instant().plusNanos(thread),
              500,
              LocalDate.parse("2025-03-01"));
      tasks.add(() -> ledger().append(mine));
    }
    assertThat(StoresUnderTest.together(tasks)).containsOnly(new Append.Appended());
    assertThat(ledger().read(order("twin"))).hasSize(1);
    assertThat(ledger().day(LocalDate.parse("2025-03-01"), Optional.empty())).hasSize(1);
  }

  @Test
  default void aDayIsInTheOrderOfRecordingThenSubjectThenNumber() {
    Instant now = clock().instant();
    LocalDate day = LocalDate.parse("2025-02-28");
    Step later = step(order("1"), 1, now.plusNanos(1), 1, day);
    Step b2 = step(order("b"), 2, now, 2, day);
    Step b10 = step(order("b"), 10, now, 3, day);
    Step a = step(order("a"), 1, now, 4, day);
    Step exactSecond = step(order("z"), 1, now.minusSeconds(5), 5, day);
    for (Step step : List.of(later, b10, b2, a, exactSecond)) {
      ledger().append(step);
    }
    ledger().append(step(order("elsewhere"), 1, now, 6, day.plusDays(1)));
    ledger().append(learnt(order("no entry"), 1, now));
    assertThat(ledger().day(day, Optional.empty())).containsExactly(exactSecond, a, b2, b10, later);
  }

  @Test
  default void aDayAsItWasKnownAtAnInstantLeavesOutWhatCameLater() {
    Instant now = clock().instant();
    LocalDate day = LocalDate.parse("2025-02-28");
    Step before = step(order("1"), 1, now, 1, day);
    Step after = step(order("1"), 2, now.plusMillis(1), 2, day);
    ledger().append(before);
    ledger().append(after);
    assertThat(ledger().day(day, Optional.of(now.minusNanos(1)))).isEmpty();
    assertThat(ledger().day(day, Optional.of(now))).containsExactly(before);
    assertThat(ledger().day(day, Optional.of(now.plusNanos(999_999)))).containsExactly(before);
    assertThat(ledger().day(day, Optional.of(now.plusMillis(1)))).containsExactly(before, after);
  }

  @Test
  default void ofADayOnlyWhatWasRecordedAfterAnInstantIsRead() {
    Instant now = clock().instant();
    LocalDate day = LocalDate.parse("2025-02-28");
    Step before = step(order("1"), 1, now, 1, day);
    Step after = step(order("1"), 2, now.plusMillis(1), 2, day);
    ledger().append(before);
    ledger().append(after);
    assertThat(ledger().daySince(day, Instant.MIN)).containsExactly(before, after);
    assertThat(ledger().daySince(day, now.minusNanos(1))).containsExactly(before, after);
    assertThat(ledger().daySince(day, now)).containsExactly(after);
    assertThat(ledger().daySince(day, now.plusMillis(1))).isEmpty();
  }

  @Test
  default void aGlanceShowsWhatWasAppended() {
    Step step = step(order("1"), 1, clock().instant(), 1);
    ledger().append(step);
    assertThat(ledger().glance(order("1"))).containsExactly(step);
    assertThat(ledger().glance(order("2"))).isEmpty();
  }

  @Test
  default void theDaysAreInOrderAndHoldOnlyThoseOfEntries() {
    ledger().append(step(order("1"), 1, clock().instant(), 1, LocalDate.parse("2025-03-02")));
    ledger().append(step(order("1"), 2, clock().instant(), 2, LocalDate.parse("2024-12-31")));
    ledger().append(step(order("2"), 1, clock().instant(), 3, LocalDate.parse("2025-03-02")));
    ledger().append(learnt(order("3"), 1, clock().instant()));
    assertThat(ledger().days())
        .containsExactly(LocalDate.parse("2024-12-31"), LocalDate.parse("2025-03-02"));
  }

  @Test
  default void noIdReachesIntoAnothersLog() {
    for (String id : HOSTILE_IDS) {
      assertThat(ledger().append(step(order(id), 1, clock().instant(), id.hashCode() | 1L)))
          .isEqualTo(new Append.Appended());
    }
    SubjectId cousin =
        new SubjectId(SubjectId.Kind.PAYOUT, new Origin("shopify", "blue-cup.myshopify.com"), "1");
    ledger().append(step(cousin, 1, clock().instant(), 7));
    for (String id : HOSTILE_IDS) {
      assertThat(ledger().read(order(id)))
          .as(id)
          .containsExactly(step(order(id), 1, clock().instant(), id.hashCode() | 1L));
    }
    assertThat(ledger().read(cousin)).hasSize(1);
  }
}
