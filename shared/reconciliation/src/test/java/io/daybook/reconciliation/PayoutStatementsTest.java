package io.daybook.reconciliation;

import static io.daybook.reconciliation.TestBook.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLineId;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.reconciliation.PayoutStatement.Arrival;
import io.daybook.reconciliation.PayoutStatement.Line;
import io.daybook.reconciliation.PayoutStatement.Membership;
import io.daybook.reconciliation.PayoutStatement.Status;
import io.daybook.reconciliation.PayoutStatement.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PayoutStatementsTest {
  private final TestBook book = new TestBook();

  /** A payout's statement; in short it says the same. */
  private PayoutStatement statement(String id) {
    PayoutStatement whole = book.statements().statement(TestBook.payout(id)).orElseThrow();
    PayoutStatements.InShort inShort = book.statements().inShort(TestBook.payout(id)).orElseThrow();
    assertThat(inShort.payout().id()).isEqualTo(whole.payout());
    assertThat(inShort.status()).isEqualTo(whole.status());
    assertThat(inShort.differenceMinor()).isEqualTo(whole.differenceMinor());
    assertThat(inShort.arrivedOn()).isEqualTo(whole.bank().map(Arrival::bookedOn));
    return whole;
  }

  /** Every statement's roll forward leads from its opening to its closing balance. */
  private static void rolls(PayoutStatement statement) {
    assertThat(
            statement.openingMinor() + statement.activity().totalMinor() - statement.amountMinor())
        .as("roll forward of %s", statement.payout())
        .isEqualTo(statement.closingMinor());
  }

  private BalanceTransaction charge(String id, long minor, long fee, int day) {
    return book.moved(
        id, Movement.CHARGE, TestBook.PAYMENTS, "ch_" + id, minor, fee, DAY.plusDays(day));
  }

  @Test
  @Tag("accounting-42")
  @Tag("accounting-43")
  void aPayoutThatTiesAndArrivedIsReconciled() {
    BalanceTransaction one = charge("txn_1", 10_000, 320, 0);
    BalanceTransaction two = book.refunded("txn_2", "re_1", 2_000, DAY.plusDays(1));
    BalanceTransaction next = charge("txn_3", 5_000, 175, 4);
    book.paidOut("po_1", 7_680, DAY.plusDays(4));
    book.manifest("po_1", one, two);
    book.line("L1", 7_680, DAY.plusDays(6), "po_1");
    book.settle();

    PayoutStatement statement = statement("po_1");
    assertThat(statement.status()).isEqualTo(Status.RECONCILED);
    assertThat(statement.differenceMinor()).isZero();
    assertThat(statement.from()).isEqualTo(DAY);
    assertThat(statement.issuedOn()).isEqualTo(DAY.plusDays(4));
    assertThat(statement.openingMinor()).isZero();
    assertThat(statement.proof()).isEqualTo(new Totals(10_000, -2_000, 0, -320, 0));
    assertThat(statement.activity()).isEqualTo(new Totals(15_000, -2_000, 0, -495, 0));
    assertThat(statement.closingMinor()).isEqualTo(4_825);
    assertThat(statement.bank())
        .contains(new Arrival(new BankLineId("L1"), DAY.plusDays(6), 7_680, 0));
    rolls(statement);
    assertThat(statement.lines())
        .extracting(line -> line.id().value(), Line::membership, Line::entries)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "txn_1", Membership.THIS_PAYOUT, List.of("transaction/txn_1")),
            org.assertj.core.groups.Tuple.tuple(
                "txn_2", Membership.THIS_PAYOUT, List.of("transaction/txn_2")),
            org.assertj.core.groups.Tuple.tuple(
                "txn_3", Membership.NOT_IN_THIS_PAYOUT, List.of("transaction/txn_3")));

    book.paidOut("po_2", 4_825, DAY.plusDays(11));
    book.manifest("po_2", next);
    PayoutStatement second = statement("po_2");
    assertThat(second.from()).isEqualTo(DAY.plusDays(5));
    assertThat(second.openingMinor()).isEqualTo(4_825);
    assertThat(second.closingMinor()).isZero();
    assertThat(second.status()).isEqualTo(Status.IN_TRANSIT);
    assertThat(second.lines())
        .singleElement()
        .matches(
            line -> line.day().equals(Optional.of(DAY.plusDays(4))) && line.netMinor() == 4_825);
    rolls(second);
  }

  @Test
  @Tag("failure-9")
  void aPayoutThatDoesNotTieShowsItsDifferenceAndPlugsNothing() {
    BalanceTransaction one = charge("txn_1", 7_755, 0, 0);
    book.paidOut("po_1", 6_028, DAY.plusDays(2));
    book.manifest("po_1", one);
    PayoutStatement statement = statement("po_1");
    assertThat(statement.status()).isEqualTo(Status.DIFFERENCE);
    assertThat(statement.differenceMinor()).isEqualTo(-1_727);
    assertThat(statement.proof().totalMinor()).isEqualTo(7_755);
    rolls(statement);
  }

  @Test
  @Tag("failure-9")
  void whatAPayoutPostedBecauseItDoesNotTieIsAnAdjustment() {
    BalanceTransaction one = charge("txn_1", 7_755, 0, 0);
    book.paidOut("po_1", 6_028, DAY.plusDays(2));
    book.manifest("po_1", one);
    book.post(
        TestBook.payout("po_1"),
        List.of(),
        TestBook.entry(
            "payout-difference/po_1",
            DAY.plusDays(2),
            TestBook.debit(TestBook.CLEARING, -1_727),
            TestBook.debit(TestBook.SUSPENSE, 1_727)));
    PayoutStatement statement = statement("po_1");
    assertThat(statement.activity()).isEqualTo(new Totals(7_755, 0, 0, 0, -1_727));
    assertThat(statement.closingMinor()).isZero();
    assertThat(statement.lines().getLast().entries()).containsExactly("payout-difference/po_1");
    rolls(statement);
  }

  @Test
  @Tag("failure-43")
  void aPayoutWithoutAListIsUnattributedUntilTheListIsWhole() {
    BalanceTransaction one = charge("txn_1", 500, 0, 0);
    BalanceTransaction two = charge("txn_2", 700, 0, 0);
    book.paidOut("po_1", 1_200, DAY.plusDays(1));
    assertThat(statement("po_1").status()).isEqualTo(Status.UNATTRIBUTED);

    List<io.daybook.events.PayoutManifest> chunks = new ArrayList<>();
    for (BalanceTransaction transaction : List.of(one, two)) {
      chunks.add(
          new io.daybook.events.PayoutManifest(
              TestBook.STRIPE,
              new io.daybook.events.PayoutId("po_1"),
              2,
              chunks.size() + 1,
              2,
              TestBook.USD,
              List.of(
                  new io.daybook.events.PayoutManifest.Item(
                      transaction.id(),
                      Movement.CHARGE,
                      transaction.amountMinor(),
                      transaction.netMinor()))));
    }
    book.post(TestBook.payout("po_1"), List.of(chunks.get(1)), Optional.empty());
    assertThat(statement("po_1").status()).isEqualTo(Status.UNATTRIBUTED);
    book.post(TestBook.payout("po_1"), List.of(chunks.get(0)), Optional.empty());
    assertThat(statement("po_1").status()).isEqualTo(Status.IN_TRANSIT);
  }

  @Test
  @Tag("failure-12")
  void aReserveIsAnAdjustmentOfTheClearingAccount() {
    BalanceTransaction one = charge("txn_1", 10_000, 0, 0);
    BalanceTransaction held =
        book.moved(
            "txn_2", Movement.RESERVE_HOLD, AccountCode.of(1210, "stripe"), "rsv", -400, 0, DAY);
    book.paidOut("po_1", 9_600, DAY.plusDays(1));
    book.manifest("po_1", one, held);
    PayoutStatement statement = statement("po_1");
    assertThat(statement.differenceMinor()).isZero();
    assertThat(statement.activity().adjustmentsMinor()).isEqualTo(-400);
    assertThat(statement.closingMinor()).isZero();
    rolls(statement);
  }

  @Test
  @Tag("accounting-44")
  void aPayoutThatCameBackHasFailedAndStaysInTheRollForward() {
    BalanceTransaction one = charge("txn_1", 5_000, 0, 0);
    book.paidOut("po_1", 5_000, DAY.plusDays(1));
    book.manifest("po_1", one);
    book.payout("po_1", Payout.Status.FAILED, 5_000, DAY.plusDays(1), Optional.empty());
    book.comesBack("po_1", 5_000, DAY.plusDays(3));
    book.paidOut("po_2", 5_000, DAY.plusDays(5));
    assertThat(statement("po_1").status()).isEqualTo(Status.FAILED);
    assertThat(statement("po_2").activity().adjustmentsMinor()).isEqualTo(5_000);
    rolls(statement("po_1"));
    rolls(statement("po_2"));
  }

  @Test
  void aPayoutThatHasNotLeftIsPending() {
    charge("txn_1", 5_000, 0, 0);
    book.payout("po_1", Payout.Status.PENDING, 5_000, DAY.plusDays(1), Optional.empty());
    assertThat(statement("po_1").status()).isEqualTo(Status.PENDING);
    assertThat(statement("po_1").closingMinor()).isEqualTo(5_000);
  }

  @Test
  void aTransactionThatIsListedAndWasNeverToldHasNoDayAndNoEntry() {
    BalanceTransaction ghost =
        TestBook.transactionFact("txn_ghost", Movement.CHARGE, "ch_9", 300, 0, DAY);
    BalanceTransaction one = charge("txn_1", 200, 0, 0);
    book.paidOut("po_1", 500, DAY.plusDays(1));
    book.manifest("po_1", one, ghost);
    assertThat(statement("po_1").lines().getLast())
        .satisfies(line -> {
          assertThat(line.id().value()).isEqualTo("txn_ghost");
          assertThat(line.day()).isEmpty();
          assertThat(line.entries()).isEmpty();
          assertThat(line.netMinor()).isEqualTo(300);
        });
  }

  @Test
  void twoPayoutsOfOneDayShareItsRollForward() {
    charge("txn_1", 800, 0, 0);
    book.paidOut("po_1", 300, DAY.plusDays(1));
    book.paidOut("po_2", 500, DAY.plusDays(1));
    assertThat(statement("po_1").activity().adjustmentsMinor()).isEqualTo(-500);
    assertThat(statement("po_2").activity().adjustmentsMinor()).isEqualTo(-300);
    assertThat(statement("po_2").lines()).anyMatch(line -> line.id().value().equals("txn_po_1"));
    rolls(statement("po_1"));
    rolls(statement("po_2"));
  }

  @Test
  void aPayoutThatDebitsTheBankRollsToo() {
    book.refunded("txn_1", "re_1", 250, DAY);
    book.paidOut("po_1", -250, DAY.plusDays(1));
    assertThat(statement("po_1").closingMinor()).isZero();
    rolls(statement("po_1"));
  }

  @Test
  @Tag("accounting-72")
  void whatWasTakenOverAtCutOverIsTheFirstOpening() {
    book.rules =
        new Rules(
            1,
            TestBook.USD,
            book.rules.zone(),
            Map.of(TestBook.STRIPE, DAY),
            book.rules.clearing(),
            Map.of(),
            book.rules.banks(),
            book.rules.policy());
    book.post(
        new SubjectId(SubjectId.Kind.OPENING, new Origin("daybook", "demo"), "1"),
        List.of(),
        TestBook.entry(
            "opening/1",
            DAY,
            TestBook.debit(TestBook.CLEARING, 50_000),
            TestBook.debit(AccountCode.of(3000), -50_000)));
    charge("txn_1", 100, 0, 1);
    book.payout("po_0", Payout.Status.PAID, 9, DAY.minusDays(1), Optional.empty());
    book.paidOut("po_1", 50_100, DAY.plusDays(2));
    PayoutStatement statement = statement("po_1");
    assertThat(statement.from()).isEqualTo(DAY);
    assertThat(statement.openingMinor()).isEqualTo(50_000);
    assertThat(statement.activity()).isEqualTo(new Totals(100, 0, 0, 0, 0));
    rolls(statement);
    assertThat(book.statements().list()).hasSize(1);
  }

  @Test
  void aMatchIsAnArrivalOnlyOnceItIsPosted() {
    charge("txn_1", 500, 0, 0);
    book.paidOut("po_1", 500, DAY);
    book.line("L1", 500, DAY, "po_1");
    assertThat(book.reconcile().facts()).hasSize(1);
    assertThat(statement("po_1").bank()).isEmpty();
    book.settle();
    assertThat(statement("po_1").bank()).isPresent();
  }

  /** Two books learn the same in another order: their steps differ, their statements do not. */
  @Test
  void statementsDoNotDependOnWhatCameFirst() {
    for (int round = 0; round < 20; round++) {
      long seed = System.nanoTime();
      List<PayoutStatement> one = month(seed, new Random(seed));
      List<PayoutStatement> other = month(seed, new Random(seed + 1));
      assertThat(one).as("seed %d", seed).hasSize(4).isEqualTo(other);
      one.forEach(PayoutStatementsTest::rolls);
    }
  }

  private static List<PayoutStatement> month(long seed, Random order) {
    TestBook book = new TestBook();
    Random month = new Random(seed);
    List<Runnable> tellings = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      String payout = "po_" + week;
      List<BalanceTransaction> listed = new ArrayList<>();
      long paid = 0;
      for (int i = 0; i < 10; i++) {
        String id = "txn_" + week + "_" + i;
        long minor = month.nextLong(100, 10_000);
        long fee = month.nextInt(90);
        int day = week * 7 + month.nextInt(7);
        listed.add(
            TestBook.transactionFact(
                id, Movement.CHARGE, "ch_" + id, minor, fee, DAY.plusDays(day)));
        tellings.add(() ->
            book.moved(
                id, Movement.CHARGE, TestBook.PAYMENTS, "ch_" + id, minor, fee, DAY.plusDays(day)));
        paid += minor - fee;
      }
      long amount = paid;
      int leaves = week * 7 + 7;
      tellings.add(() ->
          book.payout(payout, Payout.Status.PAID, amount, DAY.plusDays(leaves), Optional.empty()));
      tellings.add(() -> book.leaves(payout, amount, DAY.plusDays(leaves)));
      tellings.add(() -> book.manifest(payout, listed.toArray(BalanceTransaction[]::new)));
      tellings.add(() -> book.line("L" + payout, amount, DAY.plusDays(leaves + 2), payout));
    }
    Collections.shuffle(tellings, order);
    for (Runnable telling : tellings) {
      book.clock.advance(Duration.ofSeconds(order.nextInt(100)));
      telling.run();
      if (order.nextInt(10) == 0) {
        book.settle();
      }
    }
    book.settle();
    return book.statements().all();
  }
}
