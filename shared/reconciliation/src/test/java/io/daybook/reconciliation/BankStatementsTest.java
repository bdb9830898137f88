package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Discrepancy.Kind;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.SubjectId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class BankStatementsTest {
  private final TestBook book = new TestBook();

  private List<Discrepancy> wrong() {
    return book.settle().discrepancies().stream()
        .filter(found -> found.kind() == Kind.STATEMENT_DOES_NOT_ADD_UP)
        .toList();
  }

  private boolean open(String id) {
    return book.state
        .get(
            StateStore.Kind.OPEN_ITEM,
            new SubjectId(SubjectId.Kind.BANK_STATEMENT, TestBook.BANK, id).toString())
        .isPresent();
  }

  @Test
  @Tag("failure-47")
  void statementsThatFollowEachOtherAndTheBooksAreDone() {
    book.line("L1", 500, DAY);
    book.line("L2", -120, DAY.plusDays(1));
    book.line("L3", 70, DAY.plusDays(9));
    book.statement("S2", DAY.plusDays(7), DAY.plusDays(13), 10_380, 10_450, 70);
    book.statement("S1", DAY, DAY.plusDays(6), 10_000, 10_380, 380);
    assertThat(wrong()).isEmpty();
    assertThat(open("S1")).isFalse();
    assertThat(open("S2")).isFalse();
  }

  @Test
  void aStatementThatDoesNotAddUpShowsItsDifferenceOnce() {
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY, 1_000, 1_499, 500);
    assertThat(wrong())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.minor()).isEqualTo(-1);
          assertThat(found.subject()).isEqualTo("bank-statement/bank:DE89/S1");
        });
    assertThat(open("S1")).isTrue();
  }

  @Test
  void aMissingStatementIsTheGapBetweenTwo() {
    book.statement("S1", DAY, DAY, 1_000, 1_000, 0);
    assertThat(wrong()).isEmpty();
    book.line("L9", 50, DAY.plusDays(9));
    book.statement("S3", DAY.plusDays(9), DAY.plusDays(9), 1_300, 1_350, 50);
    assertThat(wrong())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.minor()).isEqualTo(300);
          assertThat(found.reason())
              .contains("13.00 USD")
              .contains("10.00 USD")
              .contains("3.00 USD");
        });
    book.statement("S4", DAY.plusDays(10), DAY.plusDays(10), 1_350, 1_350, 0);
    assertThat(wrong()).hasSize(1);

    book.line("L5", 300, DAY.plusDays(5));
    book.statement("S2", DAY.plusDays(1), DAY.plusDays(8), 1_000, 1_300, 300);
    assertThat(wrong()).isEmpty();
    assertThat(open("S3")).isFalse();
    assertThat(open("S4")).isFalse();
  }

  @Test
  @Tag("failure-47")
  void aLineThatWasNotImportedIsADifferenceWithTheBooks() {
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY, 0, 620, 620);
    assertThat(wrong()).singleElement().matches(found -> found.minor() == 120);
    book.line("L2", 120, DAY);
    assertThat(wrong()).isEmpty();
  }

  @Test
  @Tag("failure-47")
  void somethingElseThatMovesTheBankBetweenStatementsIsFound() {
    book.statement("S1", DAY, DAY, 0, 0, 0);
    book.line("twice", 77, DAY.plusDays(1));
    book.statement("S2", DAY.plusDays(2), DAY.plusDays(2), 0, 0, 0);
    assertThat(wrong()).singleElement().matches(found -> found.minor() == -77);
  }

  @Test
  @Tag("failure-47")
  void aLinePostedLaterIntoProvenDaysIsFound() {
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY, 0, 500, 500);
    assertThat(wrong()).isEmpty();
    book.line("L1-again", 500, DAY);
    assertThat(wrong())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.minor()).isEqualTo(-500);
          assertThat(found.reason()).contains("1000:main").contains("proven");
        });
  }

  @Test
  void anOpeningBalanceIsNoMovement() {
    book.post(
        new SubjectId(SubjectId.Kind.OPENING, new Origin("daybook", "demo"), "1"),
        List.of(),
        TestBook.entry(
            "opening/1",
            DAY,
            TestBook.debit(TestBook.BOOKS_BANK, 9_000),
            TestBook.debit(AccountCode.of(3000), -9_000)));
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY.plusDays(1), 9_000, 9_500, 500);
    assertThat(wrong()).isEmpty();
  }

  @Test
  void anEarlierStatementThatComesLaterIsProvenToo() {
    book.line("L2", 10, DAY.plusDays(1));
    book.statement("S2", DAY.plusDays(1), DAY.plusDays(1), 500, 510, 10);
    assertThat(wrong()).isEmpty();
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY, 0, 500, 500);
    assertThat(wrong()).isEmpty();
    assertThat(wrong()).isEmpty();
    assertThat(open("S1")).isFalse();
  }

  @Test
  void aStatementWhoseDaysRunBackwardsIsADifferenceAndNoCrash() {
    book.line("L1", 500, DAY);
    book.statement("S1", DAY, DAY.minusDays(1), 0, 500, 500);
    assertThat(wrong()).singleElement().matches(found -> found.minor() == 500);
  }
}
