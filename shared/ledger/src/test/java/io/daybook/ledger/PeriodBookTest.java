package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.memory.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PeriodBookTest {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T00:00:00Z"));
  private final StateStore state = new MemoryStores(clock).state(new Book("blue-cup"));
  private final PeriodBook periods = new PeriodBook(state, clock);

  private PeriodState stands(PeriodState.Status status) {
    return new PeriodState(status, "A. Keeper", "month's end", clock.instant());
  }

  @Test
  @Tag("failure-38")
  void whatBelongsToAClosedMonthCountsOnTheFirstOpenDayAfter() {
    periods.note(JANUARY, stands(PeriodState.Status.CLOSED));
    periods.note(FEBRUARY, stands(PeriodState.Status.FENCED));

    assertThat(periods.countsOn(LocalDate.parse("2026-01-20"))).isEqualTo("2026-03-01");
    assertThat(periods.countsOn(LocalDate.parse("2026-02-28"))).isEqualTo("2026-03-01");
    assertThat(periods.countsOn(LocalDate.parse("2026-03-09"))).isEqualTo("2026-03-09");
    // Months close in order: what was never closed by itself, and lies before, is closed with them
    // (decision 31).
    assertThat(periods.countsOn(LocalDate.parse("2025-12-31"))).isEqualTo("2026-03-01");
  }

  @Test
  void aMonthThatIsOpenedAgainTakesEntries() {
    periods.note(JANUARY, stands(PeriodState.Status.CLOSED));
    clock.advance(Duration.ofMinutes(1));
    periods.note(JANUARY, stands(PeriodState.Status.OPEN));

    assertThat(periods.countsOn(LocalDate.parse("2026-01-20"))).isEqualTo("2026-01-20");
    assertThat(periods.states().get(JANUARY))
        .isEqualTo(stands(PeriodState.Status.OPEN))
        .hasToString(stands(PeriodState.Status.OPEN).toString());
  }

  @Test
  void anOlderNoteChangesNothing() {
    PeriodState before = stands(PeriodState.Status.CLOSED);
    clock.advance(Duration.ofMinutes(1));
    PeriodState later = stands(PeriodState.Status.OPEN);
    periods.note(JANUARY, later);
    periods.note(JANUARY, before);

    assertThat(periods.states()).containsEntry(JANUARY, later);
  }

  @Test
  void whatOthersNoteIsSeenOnceWhatWasReadIsTooOld() {
    LocalDate day = LocalDate.parse("2026-01-20");
    assertThat(periods.countsOn(day)).isEqualTo(day);
    new PeriodBook(state, clock).note(JANUARY, stands(PeriodState.Status.FENCED));

    assertThat(periods.countsOn(day)).isEqualTo(day);
    clock.advance(PeriodBook.MAX_AGE);
    assertThat(periods.countsOn(day)).isEqualTo("2026-02-01");
  }

  @Test
  void statusesAreWrittenAsTheyAreCalled() {
    assertThat(PeriodState.Status.FENCED).hasToString("fenced");
  }
}
