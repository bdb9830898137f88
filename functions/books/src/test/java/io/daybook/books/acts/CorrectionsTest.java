package io.daybook.books.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.events.EnteredLeg;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.SubjectId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorrectionsTest {
  private static final LocalDate THE_20TH = LocalDate.of(2026, 10, 20);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 4);
  private static final AccountCode BANK_CHARGES = AccountCode.of(6080);
  private static final AccountCode SUSPENSE = AccountCode.of(2900);

  @TempDir Path folder;
  private Optional<ActsBook> opened = Optional.empty();

  @BeforeEach
  void open() {
    opened = Optional.of(new ActsBook(folder));
  }

  private ActsBook book() {
    return opened.orElseThrow();
  }

  private static EnteredLeg leg(String account, long minor) {
    return new EnteredLeg(account, ActsBook.USD, minor, minor, Optional.empty());
  }

  private static List<EnteredLeg> fee(long minor) {
    return List.of(leg("6080", minor), leg("2900", -minor));
  }

  @Test
  void anEntryByHandCountsOnItsDayWithANameAndAReasonOnIt() throws Exception {
    SubjectId entered =
        book().corrections().enter("fee", THE_20TH, "Bank fee", fee(1200), ActsBook.KEEPER);

    assertThat(book().balance(BANK_CHARGES, THE_20TH)).isEqualTo(1200);
    assertThat(book().balance(SUSPENSE, THE_20TH)).isEqualTo(-1200);
    assertThat(entered).hasToString("manual/daybook:demo/fee");
    assertThat(book().trail().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.by()).isEqualTo("A. Keeper");
          assertThat(line.reason()).isEqualTo("it must be");
          assertThat(line.act()).isEqualTo("manual-entry");
        });
  }

  @Test
  void theSameEntryTwiceIsOneAndAnotherUnderItsNameIsRefused() throws Exception {
    for (int times = 0; times < 2; times++) {
      var _ = book().corrections().enter("fee", THE_20TH, "Bank fee", fee(1200), ActsBook.KEEPER);
    }

    assertThat(book().balance(BANK_CHARGES, THE_20TH)).isEqualTo(1200);
    assertThatThrownBy(
            () -> book().corrections().enter("fee", THE_20TH, "Fee", fee(1300), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("another name");
  }

  @Test
  void whatDoesNotBalanceOrNamesNoAccountOrNobodyIsRefusedAndNothingIsTold() {
    assertThatThrownBy(() ->
            book()
                .corrections()
                .enter(
                    "x",
                    THE_20TH,
                    "x",
                    List.of(leg("6080", 1200), leg("2900", -1100)),
                    ActsBook.KEEPER))
        .hasMessage(
            "The entry does not balance: its debits are 12.00 USD and its credits 11.00 USD.");
    assertThatThrownBy(() ->
            book()
                .corrections()
                .enter(
                    "x",
                    THE_20TH,
                    "x",
                    List.of(leg("1234", 1200), leg("2900", -1200)),
                    ActsBook.KEEPER))
        .hasMessageContaining("no account 1234");
    assertThatThrownBy(
            () -> book().corrections().enter("x", THE_20TH, "x", fee(1), new Who("A", "")))
        .hasMessageContaining("Why");
    assertThat(book().ledger().days()).isEmpty();
    assertThat(book().trail().lines()).isEmpty();
  }

  @Test
  void aReversalUndoesAnEntryOnItsDayAndThereIsOnlyOne() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    SubjectId line = book().steps("1").getFirst().subject();

    SubjectId reversal = book().corrections().reverse(line, 1, NOVEMBER, ActsBook.KEEPER);

    assertThat(book().balance(ActsBook.BOOKS_BANK, THE_20TH)).isEqualTo(-1200);
    assertThat(book().balance(ActsBook.BOOKS_BANK, NOVEMBER)).isZero();
    assertThat(book().balance(SUSPENSE, NOVEMBER)).isZero();
    assertThatThrownBy(() -> book().corrections().reverse(line, 1, NOVEMBER, ActsBook.KEEPER))
        .hasMessageContaining("reversed already");
    assertThatThrownBy(() -> book().corrections().reverse(reversal, 1, NOVEMBER, ActsBook.KEEPER))
        .hasMessageContaining("not reversed");
    assertThatThrownBy(() -> book().corrections().reverse(line, 2, NOVEMBER, ActsBook.KEEPER))
        .hasMessageContaining("no entry at step 2");
    assertThatThrownBy(
            () -> book().corrections().reverse(line, 1, THE_20TH.minusDays(1), ActsBook.KEEPER))
        .isInstanceOf(ActRefused.class);
  }

  @Test
  void twoPeopleWhoReverseTheSameEntryAtOnceMakeOneReversal() throws Exception {
    book().bankLine("1", THE_20TH, -1200);
    SubjectId line = book().steps("1").getFirst().subject();
    java.util.List<io.daybook.ledger.Message> told = new java.util.ArrayList<>();
    for (int people = 0; people < 2; people++) {
      var _ =
          new Corrections(book().deployment(), ActsBook.BOOK, told::add)
              .reverse(line, 1, NOVEMBER, new Who("Person " + people, "it was wrong"));
    }

    told.forEach(book()::tell);

    assertThat(book().balance(ActsBook.BOOKS_BANK, NOVEMBER)).isZero();
  }

  @Test
  void nothingIsEnteredIntoAClosedMonth() throws Exception {
    var _ = book().closing().fence(YearMonth.of(2026, 10), ActsBook.KEEPER);
    book().pass(PeriodBook.FENCE_HOLDS_AFTER);

    assertThatThrownBy(
            () -> book().corrections().enter("fee", THE_20TH, "Fee", fee(1200), ActsBook.KEEPER))
        .hasMessageContaining("first open day after it is 2026-11-01");
  }
}
