package io.daybook.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.simulation.history.History;
import io.daybook.simulation.history.Operation;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some hundred histories, and how one that goes wrong is shown. */
final class SimulationTest {
  private static final int HISTORIES = 200;

  @TempDir Path folder;

  @Test
  @Tag("failure-1")
  @Tag("failure-2")
  @Tag("failure-5")
  void historiesOnAMachineThatFailsLeaveTheBooksThatPaperHas() {
    Simulation.Outcome outcome = new Simulation(folder).run(1, HISTORIES, _ -> {});

    assertThat(outcome.failures()).as(outcome.words()).isEmpty();
    assertThat(outcome.counts().histories()).isEqualTo(HISTORIES);
    assertThat(outcome.counts().facts()).isGreaterThan(30L * HISTORIES);
    assertThat(outcome.counts().crashes()).isGreaterThan(10L * HISTORIES);
    assertThat(outcome.counts().faults()).isGreaterThan(20L * HISTORIES);
    assertThat(outcome.counts().acts()).isGreaterThan(HISTORIES);
  }

  @Test
  void aSeedPlaysTheSameHistoryWithTheSameFaultsAgain() {
    Judge judge = new Judge(folder);

    Verdict once = judge.judge(History.of(7), 7, Play.Balances.SHOWN);
    Verdict again = judge.judge(History.of(7), 7, Play.Balances.SHOWN);

    assertThat(again).isEqualTo(once);
  }

  @Test
  void aHistoryThatGoesWrongIsMadeShort() {
    Judge judge = new Judge(folder);
    List<Operation> history = History.of(11);

    Verdict verdict =
        new Simulation(
                (operations, seed, shown) -> {
                  Verdict played = judge.judge(operations, seed, shown);
                  return operations.stream().anyMatch(Operation.Told.class::isInstance)
                      ? new Verdict(List.of("a fault"), true, played.log(), played.counts())
                      : played;
                })
            .run(11, 1, _ -> {}).failures().stream()
                .map(failure ->
                    new Verdict(failure.shortestWrong(), true, failure.shortest(), Counts.NONE))
                .findFirst()
                .orElseThrow();

    assertThat(history).hasSizeGreaterThan(20);
    assertThat(verdict.wrong()).containsExactly("a fault");
    // The one operation that it takes, and the balances after it.
    assertThat(verdict.log()).hasSize(2);
  }

  @Test
  void aLockedMonthTakesWhatComesLateInTheNextOpenOne() {
    Calendar calendar = new Calendar();
    YearMonth january = YearMonth.of(2026, 1);
    calendar.fenced(january);
    calendar.note(january.atEndOfMonth().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());

    assertThat(calendar.counts(january.atDay(9), java.time.Instant.parse("2026-02-03T00:00:00Z")))
        .isEqualTo(january.plusMonths(1).atDay(1));
  }
}
