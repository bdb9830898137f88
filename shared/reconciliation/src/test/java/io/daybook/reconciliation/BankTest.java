package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static io.daybook.reconciliation.TestBook.TRANSIT;
import static io.daybook.reconciliation.TestBook.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.Fact;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Discrepancy.Kind;
import io.daybook.ledger.StateStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class BankTest {
  private final TestBook book = new TestBook();

  private static void isMatch(Fact fact, String line, String payout) {
    assertThat(fact)
        .isInstanceOfSatisfying(
            BankMatch.class,
            match -> {
              assertThat(match.line()).isEqualTo(new BankLineId(line));
              assertThat(match.payout()).isEqualTo(new PayoutId(payout));
            });
  }

  private List<Discrepancy> found(Kind kind) {
    return book.exceptions().stream().filter(wrong -> wrong.kind() == kind).toList();
  }

  @Test
  @Tag("accounting-43")
  @Tag("failure-7")
  void aLineThatCarriesThePayoutsIdIsItsArrival() {
    book.paidOut("po_1AbC", 500_000, DAY);
    book.line("L1", 500_000, DAY.plusDays(2), "NOTPROVIDED1", "PO_1ABC");
    Findings findings = book.reconcile();
    isMatch(findings.facts().getFirst(), "L1", "po_1AbC");
    assertThat(findings.discrepancies()).isEmpty();

    Findings done = book.settle();
    assertThat(done.settled()).contains(TestBook.payout("po_1AbC"));
    assertThat(book.state.list(StateStore.Kind.OPEN_ITEM)).isEmpty();
    assertThat(book.balances().minor(TRANSIT, USD, DAY.plusDays(2))).isZero();
    assertThat(book.balances().minor(TestBook.SUSPENSE, USD, DAY.plusDays(2))).isZero();
    assertThat(book.balances().minor(TestBook.BOOKS_BANK, USD, DAY.plusDays(2))).isEqualTo(500_000);
  }

  @Test
  void aLineThatCarriesTheTraceIsItsArrival() {
    book.payout("po_1", Payout.Status.PAID, 700, DAY, Optional.of("STRIPE-7F2K9"));
    book.line("L1", 700, DAY.plusDays(1), "stripe-7f2k9");
    isMatch(book.reconcile().facts().getFirst(), "L1", "po_1");
  }

  @Test
  void anAmountAndADateAloneOnlySuggestHoweverUnique() {
    book.paidOut("po_1", 500_000, DAY);
    book.line("L1", 500_000, DAY.plusDays(2), "REF00001");
    Findings findings = book.settle();
    assertThat(findings.facts()).isEmpty();
    assertThat(found(Kind.BANK_LINE_SUGGESTION))
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.subject()).isEqualTo("bank-line/bank:DE89/L1");
          assertThat(wrong.minor()).isEqualTo(500_000);
          assertThat(wrong.reason()).contains("payout/stripe:acct_1/po_1");
        });
    assertThat(book.state.list(StateStore.Kind.CLAIM)).isEmpty();
  }

  @Test
  void aSuggestionLooksNoFurtherThanTwoDaysBackAndSevenAhead() {
    book.paidOut("po_1", 100, DAY);
    book.line("early", 100, DAY.minusDays(3));
    book.line("first", 100, DAY.minusDays(2));
    book.line("last", 100, DAY.plusDays(7));
    book.line("late", 100, DAY.plusDays(8));
    book.reconcile();
    assertThat(found(Kind.BANK_LINE_SUGGESTION))
        .extracting(Discrepancy::subject)
        .containsExactly("bank-line/bank:DE89/first", "bank-line/bank:DE89/last");
    assertThat(found(Kind.BANK_LINE_UNKNOWN)).hasSize(2);
  }

  @Test
  @Tag("failure-9")
  void anIdWithAnotherAmountIsNoMatchAndShowsTheExactDifference() {
    book.paidOut("po_1", 7_755, DAY);
    book.line("L1", 6_028, DAY.plusDays(1), "po_1");
    Findings findings = book.settle();
    assertThat(findings.facts()).isEmpty();
    assertThat(findings.discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.minor()).isEqualTo(-1_727);
          assertThat(wrong.reason()).contains("-17.27 USD").contains("po_1");
        });
  }

  @Test
  @Tag("failure-44")
  void twoEqualLinesOfOneDayAreNeverPairedByGuess() {
    book.paidOut("po_1", 500, DAY);
    book.paidOut("po_2", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1));
    book.line("L2", 500, DAY.plusDays(1), "po_2");
    Findings findings = book.reconcile();
    assertThat(findings.facts()).hasSize(1);
    isMatch(findings.facts().getFirst(), "L2", "po_2");
    assertThat(book.settle().discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.subject()).isEqualTo("bank-line/bank:DE89/L1");
          assertThat(wrong.kind()).isEqualTo(Kind.BANK_LINE_SUGGESTION);
          assertThat(wrong.reason()).contains("po_1").doesNotContain("po_2");
        });
  }

  @Test
  @Tag("failure-44")
  void twoLinesThatCarryOneIdAreForAPerson() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    book.line("L2", 500, DAY.plusDays(1), "po_1");
    assertThat(book.settle().facts()).isEmpty();
    assertThat(found(Kind.BANK_LINE_SUGGESTION)).hasSize(2);
  }

  @Test
  @Tag("failure-44")
  void aSecondLineWithTheIdOfAPayoutThatArrivedIsUnknown() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    book.settle();
    book.line("L2", 500, DAY.plusDays(2), "po_1");
    assertThat(book.settle().discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.kind()).isEqualTo(Kind.BANK_LINE_UNKNOWN);
          assertThat(wrong.reason()).contains("already arrived as bank-line/bank:DE89/L1");
        });
  }

  @Test
  @Tag("failure-25")
  void aLineThatNobodyKnowsIsListedWithItsAmount() {
    book.line("rent", -120_000, DAY, "SEPA0001");
    assertThat(book.settle().discrepancies())
        .containsExactly(
            new Discrepancy(
                Kind.BANK_LINE_UNKNOWN,
                "bank-line/bank:DE89/rent",
                -120_000,
                Optional.of(USD),
                "the line of 2026-10-05 over -1,200.00 USD fits no payout that is known"));
  }

  @Test
  void aPayoutIsMissedOnlyAfterTheBooksWaitingTime() {
    book.paidOut("po_1", 500, DAY);
    book.payout("po_2", Payout.Status.PENDING, 600, DAY, Optional.empty());
    book.clock.advance(Duration.ofDays(7));
    assertThat(book.reconcile().discrepancies()).isEmpty();
    book.clock.advance(Duration.ofDays(1));
    assertThat(book.reconcile().discrepancies())
        .singleElement()
        .satisfies(wrong -> {
          assertThat(wrong.kind()).isEqualTo(Kind.PAYOUT_NOT_IN_BANK);
          assertThat(wrong.subject()).isEqualTo("payout/stripe:acct_1/po_1");
          assertThat(wrong.minor()).isEqualTo(500);
        });
  }

  @Test
  void aPayoutIsNotMissedByDaysThatNoStatementCoversYet() {
    book.paidOut("po_1", 500, DAY);
    book.statement("S1", DAY.minusDays(5), DAY.plusDays(6), 0, 0, 0);
    book.clock.advance(Duration.ofDays(60));
    assertThat(book.settle().discrepancies()).isEmpty();
    book.statement("S2", DAY.plusDays(7), DAY.plusDays(20), 0, 0, 0);
    assertThat(book.settle().discrepancies())
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.kind()).isEqualTo(Kind.PAYOUT_NOT_IN_BANK));
  }

  @Test
  void aPayoutThatDebitsTheBankMatchesANegativeLine() {
    book.paidOut("po_1", -25_000, DAY);
    book.line("L1", -25_000, DAY.plusDays(2), "po_1");
    isMatch(book.reconcile().facts().getFirst(), "L1", "po_1");
    book.settle();
    assertThat(book.balances().minor(TRANSIT, USD, DAY.plusDays(3))).isZero();
  }

  @Test
  @Tag("accounting-44")
  void aPayoutThatFailedBeforeTheBankNeedsNoLine() {
    book.paidOut("po_1", 500, DAY);
    book.payout("po_1", Payout.Status.FAILED, 500, DAY, Optional.empty());
    book.comesBack("po_1", 500, DAY.plusDays(1));
    book.clock.advance(Duration.ofDays(30));
    Findings findings = book.settle();
    assertThat(findings.discrepancies()).isEmpty();
    assertThat(findings.settled()).containsExactly(TestBook.payout("po_1"));
    assertThat(book.balances().minor(TRANSIT, USD, DAY.plusDays(1))).isZero();
  }

  @Test
  void aPayoutThatTheBankSentBackComesBackByALineOfItsOwn() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    book.settle();
    book.payout("po_1", Payout.Status.FAILED, 500, DAY, Optional.empty());
    book.comesBack("po_1", 500, DAY.plusDays(3));
    book.settle();
    book.line("L2", -500, DAY.plusDays(4), "po_1");
    isMatch(book.reconcile().facts().getFirst(), "L2", "po_1");
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(book.balances().minor(TRANSIT, USD, DAY.plusDays(4))).isZero();
    assertThat(book.balances().minor(TestBook.BOOKS_BANK, USD, DAY.plusDays(4))).isZero();
  }

  @Test
  void aPersonsMatchCountsAndClaimsBothSides() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1));
    book.hear(
        new BankMatch(
            TestBook.BANK,
            new BankLineId("L1"),
            TestBook.STRIPE,
            new PayoutId("po_1"),
            "I called the bank",
            "ada",
            TestBook.noon(DAY)));
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(book.state.list(StateStore.Kind.OPEN_ITEM)).isEmpty();
    assertThat(book.state.list(StateStore.Kind.CLAIM)).hasSize(2);
  }

  @Test
  void twoMatchesOfOnePayoutAreAConflict() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    book.line("L2", 500, DAY.plusDays(1));
    book.reconcile().facts().forEach(book::hear);
    book.hear(
        new BankMatch(
            TestBook.BANK,
            new BankLineId("L2"),
            TestBook.STRIPE,
            new PayoutId("po_1"),
            "",
            "ada",
            TestBook.noon(DAY)));
    assertThat(book.settle().discrepancies())
        .singleElement()
        .matches(wrong -> wrong.kind() == Kind.CONFLICT);
  }

  @Test
  void whatARunClaimedIsToldAgainWordForWordUntilItIsPosted() {
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY.plusDays(1), "po_1");
    List<Fact> told = book.reconcile().facts();
    book.clock.advance(Duration.ofHours(3));
    assertThat(book.reconcile().facts()).isEqualTo(told).hasSize(1);
  }

  @Test
  @Tag("accounting-72")
  void whatLeftBeforeTheCutOverIsMissedOnlyIfItWasTakenOver() {
    LocalDate cutOver = DAY.minusDays(2);
    book.rules =
        new io.daybook.ledger.Rules(
            1,
            USD,
            book.rules.zone(),
            Map.of(TestBook.STRIPE, cutOver, TestBook.BANK, cutOver),
            book.rules.clearing(),
            Map.of(),
            book.rules.banks(),
            book.rules.policy());
    book.payout("po_old", Payout.Status.PAID, 300, DAY.minusDays(20), Optional.empty());
    book.payout("po_sent", Payout.Status.PAID, 1_200, DAY.minusDays(3), Optional.empty());
    book.post(
        new io.daybook.ledger.SubjectId(
            io.daybook.ledger.SubjectId.Kind.OPENING,
            new io.daybook.events.Origin("daybook", "demo"),
            "1"),
        List.of(),
        TestBook.entry(
            "opening/1",
            cutOver,
            TestBook.debit(TRANSIT, 1_200, "po_sent"),
            TestBook.debit(io.daybook.ledger.AccountCode.of(3000), -1_200)));
    book.line("before", 300, DAY.minusDays(19));
    book.clock.advance(Duration.ofDays(10));
    assertThat(book.reconcile().discrepancies())
        .singleElement()
        .matches(wrong ->
            wrong.subject().endsWith("po_sent") && wrong.kind() == Kind.PAYOUT_NOT_IN_BANK);
    book.line("L1", 1_200, DAY.minusDays(1), "po_sent");
    assertThat(book.settle().discrepancies()).isEmpty();
    assertThat(book.balances().minor(TRANSIT, USD, DAY)).isZero();
  }
}
