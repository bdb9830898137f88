package io.daybook.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private static final LocalDate LATER = LocalDate.of(2027, 1, 1);

  private static List<Fact> told(long seed) {
    List<Fact> told = new ArrayList<>();
    for (Operation operation : History.of(seed)) {
      if (operation instanceof Operation.Told message) {
        told.addAll(message.facts());
      }
    }
    return told;
  }

  @Test
  void operationsComeInTheOrderOfTheirInstantsAndASeedMakesTheSame() {
    for (long seed = 0; seed < 50; seed++) {
      List<Operation> history = History.of(seed);

      assertThat(history).isSortedAccordingTo(Comparator.comparing(Operation::at));
      assertThat(History.of(seed)).isEqualTo(history);
    }
  }

  @Test
  void paperBalancesOnEveryDayWhateverTheOrderOfTelling() {
    for (long seed = 0; seed < 50; seed++) {
      List<Fact> told = told(seed);
      Sheet sheet = Paper.of(told, _ -> Habits.standard(), LATER).orElseThrow();

      assertThat(sheet.sums().values().stream().mapToLong(Long::longValue).sum()).isZero();
      assertThat(Paper.of(told.reversed(), _ -> Habits.standard(), LATER).orElseThrow().sums())
          .isEqualTo(sheet.sums());
    }
  }

  @Test
  void paperDoesNotJudgeALifeOfWhichAPartIsMissing() {
    List<Fact> told = told(1);

    assertThat(
            Paper.of(
                told.stream().filter(fact -> !fact.key().kind().equals("order")).toList(),
                _ -> Habits.standard(),
                LATER))
        .isEmpty();
  }

  @Test
  void sharesAreRoundedHalfUp() {
    assertThat(PaperOffice.share(1, 1, 2)).isEqualTo(1);
    assertThat(PaperOffice.share(100, 1, 3)).isEqualTo(33);
    assertThat(PaperOffice.share(100, 2, 3)).isEqualTo(67);
  }
}
