package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.AccountCode;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepostingTest {
  private static final LocalDate THE_20TH = LocalDate.of(2026, 10, 20);
  private static final LocalDate END = LocalDate.of(2026, 10, 31);
  private static final AccountCode OTHER_BANK = AccountCode.of(1000, "savings");

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
    book().bankLine("1", THE_20TH, -1200);
    Rules _ =
        new RulesVersions(book().deployment().stores().state(ActsBook.BOOK))
            .amend(
                new RulesVersions(book().deployment().stores().state(ActsBook.BOOK))
                    .current()
                    .orElseThrow(),
                rules ->
                    new Rules(
                        rules.version(),
                        rules.currency(),
                        rules.zone(),
                        rules.cutOver(),
                        rules.clearing(),
                        rules.feeds(),
                        Map.of(ActsBook.BANK, "savings"),
                        rules.policy()));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  @Test
  void newRulesChangeNothingOfThePastUntilANamedPersonHasItPostedAgain() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    assertThat(book().balance(ActsBook.BOOKS_BANK, END)).isEqualTo(-1200);

    Reposting.Preview shown = book().reposting().preview(THE_20TH, END);
    assertThat(shown.entries()).hasSize(1);
    assertThat(book().balance(OTHER_BANK, END)).isZero();

    Reposting.Preview done = book().reposting().repost(THE_20TH, END, ActsBook.KEEPER);
    assertThat(done).isEqualTo(shown);
    assertThat(book().balance(OTHER_BANK, END)).isEqualTo(-1200);
    assertThat(book().balance(ActsBook.BOOKS_BANK, END)).isZero();
    assertThat(book().reposting().preview(THE_20TH, END).entries()).isEmpty();
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.act()).isEqualTo("repost"));
  }

  @Test
  void aClosedMonthIsNotPostedAgain() throws Exception {
    var _ = book().closing().fence(YearMonth.of(2026, 10), ActsBook.KEEPER);
    book().pass(PeriodBook.FENCE_HOLDS_AFTER);

    assertThatThrownBy(() -> book().reposting().preview(THE_20TH, END))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("2026-10 is closed");
  }

  @Test
  void itIsNobodysActWithoutANameAndAReason() {
    assertThatThrownBy(() -> book().reposting().repost(THE_20TH, END, new Who("A", "")))
        .hasMessageContaining("Why");
  }
}
