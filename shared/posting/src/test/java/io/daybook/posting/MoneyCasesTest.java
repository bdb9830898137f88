package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.BANK;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankStatement;
import io.daybook.events.Charge;
import io.daybook.events.CurrencyCode;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Gateway;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PolicyChange.Setting;
import io.daybook.events.Reference;
import io.daybook.events.ReportedPayout;
import io.daybook.events.Repost;
import io.daybook.events.Settlement;
import io.daybook.events.TransactionId;
import io.daybook.events.Unclaimed;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.ExchangePolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 6 of ACCOUNTING.md: payouts, reserves, rounding, exchange, the bank and the opening. */
class MoneyCasesTest {
  private static BalanceTransaction payout(
      String id, Movement movement, long minor, String payout, String day) {
    return moved(id, movement, minor, payout, "", day);
  }

  @Test
  @Tag("accounting-42")
  @Tag("accounting-43")
  void aPayoutIsInTransitUntilABankLineIsItsArrival() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(payout("t1", Movement.PAYOUT, -500000, "po_1", "2026-10-12")))
        .isEqualTo(entry("Dr 1005 5000.00; Cr 1010 5000.00"));
    assertThat(books.effectOf(arrival("b1", "po_1"), bankLine("b1", 500000, "2026-10-14")))
        .isEqualTo(entry("Dr 1000 5000.00; Cr 1005 5000.00"));
    assertThat(books.open(1005, "po_1")).isZero();
    assertThat(books.balance("1000:checking")).isEqualTo(500000);
  }

  @Test
  @Tag("accounting-44")
  void aPayoutThatFailsComesBack() {
    TestBooks books =
        TestBooks.standard().tell(payout("t1", Movement.PAYOUT, -500000, "po_1", "2026-10-12"));

    assertThat(books.effectOf(payout("t2", Movement.PAYOUT_FAILURE, 500000, "po_1", "2026-10-13")))
        .isEqualTo(entry("Dr 1010 5000.00; Cr 1005 5000.00"));
    assertThat(books.net()).isEmpty();
  }

  @Test
  @Tag("accounting-45")
  void aPayoutReturnedByTheBankIsTwoFactsOnTwoDays() {
    TestBooks books =
        TestBooks.standard()
            .tell(payout("t1", Movement.PAYOUT, -500000, "po_1", "2026-10-12"))
            .tell(arrival("b1", "po_1"), bankLine("b1", 500000, "2026-10-14"))
            .tell(arrival("b2", "po_1"), bankLine("b2", -500000, "2026-10-16"))
            .tell(payout("t2", Movement.PAYOUT_FAILURE, 500000, "po_1", "2026-10-17"));

    assertThat(books.on("2026-10-16")).isEqualTo(entry("Dr 1005 5000.00; Cr 1000 5000.00"));
    assertThat(books.on("2026-10-17")).isEqualTo(entry("Dr 1010 5000.00; Cr 1005 5000.00"));
    assertThat(books.net()).isEmpty();
  }

  @Test
  @Tag("accounting-46")
  void aNegativePayoutDebitsTheBank() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(payout("t1", Movement.PAYOUT, 25000, "po_1", "2026-10-12")))
        .isEqualTo(entry("Dr 1010 250.00; Cr 1005 250.00"));
    assertThat(books.balance(1005)).isEqualTo(-25000);
    assertThat(books.effectOf(bankLine("l1", -25000, "2026-10-14"), arrival("l1", "po_1")))
        .isEqualTo(entry("Dr 1005 250.00; Cr 1000 250.00"));
    assertThat(books.open(1005, "po_1")).isZero();
  }

  @Test
  @Tag("accounting-47")
  @Tag("failure-10")
  void anInstantPayoutsFeeMayOverdrawTheBalanceWhichStillTies() {
    TestBooks books = TestBooks.standard().tell(charged("1", 10584, "2026-10-10"));

    assertThat(
            books.effectOf(
                payout("t1", Movement.PAYOUT, -10584, "po_1", "2026-10-12"),
                moved("t2", Movement.FEE, -106, "po_1", "", "2026-10-12")))
        .isEqualTo(entry("Dr 1005 105.84; Dr 6000 1.06; Cr 1010 106.90"));
    // What the processor says of its balance: the merchant owes it the fee.
    assertThat(books.balance("1010:stripe")).isEqualTo(-106);
    assertThat(books.effectOf(charged("2", 5000, "2026-10-13")))
        .isEqualTo(entry("Dr 1010 50.00; Cr 1100 50.00"));
    assertThat(books.balance("1010:stripe")).isEqualTo(4894);
  }

  @Test
  @Tag("failure-16")
  void aPayoutsDayIsNotTheDayOfItsSalesAndBothAreRight() {
    // Cut off at five in the afternoon in California: one payout takes sales of two business days.
    TestBooks books =
        TestBooks.standard()
            .tell(
                charged("1", 3000, "2026-10-01T21:00:00Z"),
                charged("2", 2000, "2026-10-02T20:59:00Z"),
                payout("t1", Movement.PAYOUT, -5000, "po_1", "2026-10-03T00:30:00Z"));

    assertThat(books.on("2026-10-01")).isEqualTo(entry("Dr 1010 30.00; Cr 1100 30.00"));
    assertThat(books.on("2026-10-02"))
        .isEqualTo(entry("Dr 1010 20.00; Cr 1100 20.00; Dr 1005 50.00; Cr 1010 50.00"));
    assertThat(books.balance("1010:stripe")).isZero();
    assertThat(books.open(1005, "po_1")).isEqualTo(5000);
  }

  @Test
  @Tag("failure-20")
  @Tag("accounting-91")
  void aSettlementOverAMonthsEndLeavesInEachMonthWhatHappenedInIt() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                charged("1", 6000, "2026-09-29", new Fee(Fee.Kind.PROCESSING, 200)),
                charged("2", 4000, "2026-10-02", new Fee(Fee.Kind.PROCESSING, 150)),
                payout("t1", Movement.PAYOUT, -9650, "po_1", "2026-10-04"));

    assertThat(books.on("2026-09-29"))
        .isEqualTo(entry("Dr 1010 58.00; Dr 6000 2.00; Cr 1100 60.00"));
    assertThat(books.on("2026-10-02"))
        .isEqualTo(entry("Dr 1010 38.50; Dr 6000 1.50; Cr 1100 40.00"));
    assertThat(books.on("2026-10-04")).isEqualTo(entry("Dr 1005 96.50; Cr 1010 96.50"));
    assertThat(books.balance("1010:stripe")).isZero();
  }

  @Test
  @Tag("failure-23")
  void anOrderPaidThroughTwoGatewaysIsRightOnBothClearingAccounts() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 6000, "2026-10-01"),
                paid("2", new Gateway("voucher"), 4584, "2026-10-01"),
                charged("1", 6000, "2026-10-01", new Fee(Fee.Kind.PROCESSING, 204)));

    assertThat(books.net())
        .isEqualTo(entry("Dr 1010 103.80; Dr 6000 2.04; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.balance("1010:stripe")).isEqualTo(5796);
    assertThat(books.balance("1010:voucher")).isEqualTo(4584);
    assertThat(books.balance(1100)).isZero();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("failure-32")
  void aCouponThatDiffersInTwoCurrenciesIsWorthTheCashAndTheDifferenceIsShown() {
    OrderState order = order(List.of(goods("cup", 1, 30000, 4900, List.of())), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(order, paid("1", 25100, "2026-10-01"), charged("1", 25075, "2026-10-01"));
    assertThat(books.balance("1010:stripe")).isEqualTo(25075);

    books.tell(settled("1", 25075, "2026-10-01"));

    assertThat(books.balance("1010:stripe")).isEqualTo(25075);
    assertThat(books.only(Discrepancy.Kind.SETTLEMENT_DIFFERS))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(-25));
    assertThat(books.balance(6050)).isZero();
  }

  @Test
  @Tag("accounting-A22")
  void aFeeIsExpensedOnTheProcessorsDayThoughItsRevenueIsDeferred() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                charged("1", 10584, "2026-10-01", new Fee(Fee.Kind.PROCESSING, 337)));

    assertThat(books.on("2026-10-01"))
        .isEqualTo(entry("Dr 1010 102.47; Dr 6000 3.37; Cr 2100 98.00; Cr 2010 7.84"));
    books.tell(parcel("p1", "2026-11-05", shipped("cup", 1)));
    assertThat(books.of("shipment/p1"))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-A1")
  @Tag("failure-24")
  void aGatewayWithoutAFeedIsUnprovenAndKeepsTheFeeThatNobodyToldUntilTheBankProvesIt() {
    Gateway unheard = new Gateway("wallet");
    TestBooks books = TestBooks.standard();
    assertThat(books.effectOf(plain())).isEmpty();
    assertThat(books.effectOf(paid("1", unheard, 10584, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 2100 98.00; Cr 2010 7.84"));

    assertThat(
            books.effectOf(bankLine("l1", 10247, "2026-10-05"), allocated("1010:wallet", -10247)))
        .isEqualTo(entry("Dr 1000 102.47; Cr 1010 102.47"));
    assertThat(books.balance("1010:wallet")).isEqualTo(337);

    BankAllocation proven =
        new BankAllocation(
            BANK,
            new Reference("l1"),
            2,
            List.of(leg("1010:wallet", -10584), leg("6000", 337)),
            "its statement shows the fee",
            "A. Keeper",
            "seen",
            at("2026-10-06"));
    assertThat(books.effectOf(proven)).isEqualTo(entry("Dr 6000 3.37; Cr 1010 3.37"));
    assertThat(books.balance("1010:wallet")).isZero();
  }

  private static EnteredLeg leg(String account, long minor) {
    return new EnteredLeg(account, USD, minor, minor, Optional.empty());
  }

  private static BankAllocation allocated(String account, long minor) {
    return new BankAllocation(
        BANK,
        new Reference("l1"),
        1,
        List.of(leg(account, minor)),
        "it came from there",
        "A. Keeper",
        "seen",
        at("2026-10-05"));
  }

  @Test
  @Tag("accounting-A15")
  void nothingButABankLineMovesTheBank() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 11884, "2026-10-01"),
                paid("2", OrderPayment.GIFT_CARD, 2000, "2026-10-01"),
                charged("1", 11884, "2026-10-01", new Fee(Fee.Kind.PROCESSING, 375)),
                parcel("p1", "2026-10-02", shipped("cup", 1)),
                amount("r1", "2026-10-08", 1000),
                refunded("r1", 1000, "2026-10-08"),
                lost("dp_1", "2026-10-20", "fraudulent", 2000),
                payout("t1", Movement.PAYOUT, -5000, "po_1", "2026-10-12"));
    assertThat(books.net()).doesNotContainKey("1000");

    assertThat(books.effectOf(bankLine("l1", 5000, "2026-10-14"), arrival("l1", "po_1")))
        .containsEntry("1000", 5000L);
    assertThat(books.on("2026-10-14")).containsEntry("1000", 5000L);
  }

  @Test
  @Tag("accounting-47")
  void anInstantPayoutsFeeIsATransactionOfItsOwn() {
    assertThat(
            TestBooks.standard()
                .effectOf(moved("t1", Movement.FEE, -244, "po_1", "", "2026-10-12")))
        .isEqualTo(entry("Dr 6000 2.44; Cr 1010 2.44"));
  }

  @Test
  @Tag("accounting-36")
  @Tag("failure-11")
  void aFeeGivenBackReducesTheExpense() {
    assertThat(
            TestBooks.standard().effectOf(moved("t1", Movement.FEE, 375, "ch_1", "", "2026-10-12")))
        .isEqualTo(entry("Dr 1010 3.75; Cr 6000 3.75"));
    assertThat(
            TestBooks.standard()
                .effectOf(
                    moved(
                        "t2",
                        Movement.REFUND,
                        -1000,
                        "re_1",
                        "re_1",
                        "2026-10-12",
                        new Fee(Fee.Kind.PROCESSING, -375))))
        .isEqualTo(entry("Dr 2230 10.00; Cr 1010 6.25; Cr 6000 3.75"));
  }

  @Test
  @Tag("accounting-48")
  void aReserveMovesNothingButTheBalanceSheet() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(moved("t1", Movement.RESERVE_HOLD, -40000, "rs_1", "", "2026-10-12")))
        .isEqualTo(entry("Dr 1210 400.00; Cr 1010 400.00"));
    assertThat(books.balance("1210:stripe")).isEqualTo(40000);
    assertThat(
            books.effectOf(moved("t2", Movement.RESERVE_RELEASE, 40000, "rs_1", "", "2026-10-14")))
        .isEqualTo(entry("Dr 1010 400.00; Cr 1210 400.00"));
  }

  @Test
  @Tag("accounting-55")
  @Tag("failure-25")
  void moneyThatNamesNothingStandsOn2900() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(moved("t1", Movement.CHARGE, 4000, "ch_9", "", "2026-10-12")))
        .isEqualTo(entry("Dr 1010 40.00; Cr 2900 40.00"));
    assertThat(books.open(2900, "t1")).isEqualTo(-4000);
    assertThat(books.only(Discrepancy.Kind.PAYMENT_UNCLAIMED))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(4000));
    books.tell(moved("t2", Movement.REFUND, -500, "re_9", "", "2026-10-12"));
    books.tell(moved("t3", Movement.UNKNOWN, -39, "x", "x", "2026-10-12"));
    books.tell(payout("t4", Movement.PAYOUT, -100, "", "2026-10-12"));
    assertThat(books.kinds())
        .containsExactly(
            Discrepancy.Kind.PAYMENT_UNCLAIMED,
            Discrepancy.Kind.REFUND_UNCLAIMED,
            Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN,
            Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN);
    assertThat(books.balance(2900)).isEqualTo(-4000 + 500 + 39 + 100);
    assertThat(books.balance(1010)).isEqualTo(4000 - 500 - 39 - 100);
  }

  @Test
  @Tag("accounting-55")
  void moneyThatNobodyClaimedMovesTo2900AndBackWhenItIsClaimed() {
    TestBooks books = TestBooks.standard().tell(charged("9", 4000, "2026-10-02"));
    Reference open = new Reference("ch_9");
    LocalDate day = LocalDate.parse("2026-10-09");

    assertThat(books.effectOf(new Unclaimed(STRIPE, "1100", open, 1, USD, -4000, day)))
        .isEqualTo(entry("Dr 1100 40.00; Cr 2900 40.00"));
    assertThat(books.open(2900, "ch_9")).isEqualTo(-4000);
    assertThat(books.effectOf(new Unclaimed(STRIPE, "1100", open, 2, USD, 0, day)))
        .isEqualTo(entry("Dr 2900 40.00; Cr 1100 40.00"));
  }

  @Test
  @Tag("accounting-55")
  void aBankLineThatNobodyKnowsStandsOn2900UntilItIsMatched() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(bankLine("b1", -2500, "2026-10-14")))
        .isEqualTo(entry("Dr 2900 25.00; Cr 1000 25.00"));
    assertThat(books.only(Discrepancy.Kind.BANK_LINE_UNKNOWN))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(-2500));
    assertThat(books.effectOf(arrival("b1", "po_1")))
        .isEqualTo(entry("Dr 1005 25.00; Cr 2900 25.00"));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aTestTransactionAndAForeignOnePostNothing() {
    BalanceTransaction live = charged("1", 1000, "2026-10-02");
    BalanceTransaction test =
        new BalanceTransaction(
            STRIPE,
            live.id(),
            live.movement(),
            "",
            live.currency(),
            1000,
            List.of(),
            1000,
            live.at(),
            "ch_1",
            live.reference(),
            Optional.empty(),
            Mode.TEST);
    BalanceTransaction foreign =
        new BalanceTransaction(
            STRIPE,
            new TransactionId("t2"),
            live.movement(),
            "",
            new CurrencyCode("EUR"),
            1000,
            List.of(),
            1000,
            live.at(),
            "ch_1",
            live.reference(),
            Optional.empty(),
            Mode.LIVE);
    TestBooks books = TestBooks.standard().tell(test, foreign);

    assertThat(books.entries()).isEmpty();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.RATE_UNKNOWN);
  }

  @Test
  void aChargeAnnouncesItsTransactionAndPostsNothing() {
    TestBooks books = TestBooks.standard();
    Charge charge =
        new Charge(
            STRIPE, new Reference("ch_1"), new TransactionId("txn_1"), USD, 1000, at("2026-10-01"));

    books.tell(charge);
    assertThat(books.entries()).isEmpty();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.CHARGE_WITHOUT_TRANSACTION);

    books.tell(charged("1", 1000, "2026-10-01"));
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.balance(1010)).isEqualTo(1000);
  }

  private static Payout payoutOf(long minor, Payout.Status status) {
    return new Payout(
        STRIPE, new PayoutId("po_1"), status, USD, minor, at("2026-10-12"), Optional.empty());
  }

  @Test
  void aTraceThatBecomesKnownWithoutANewStatusIsLearnt() {
    TestBooks books = TestBooks.standard().tell(payoutOf(5_000, Payout.Status.PAID));
    Payout traced =
        new Payout(
            STRIPE,
            new PayoutId("po_1"),
            Payout.Status.PAID,
            USD,
            5_000,
            at("2026-10-12"),
            Optional.of(new Reference("TRACE-1")));
    SubjectId payout = new SubjectId(SubjectId.Kind.PAYOUT, STRIPE, "po_1");

    assertThat(books.learn(payout, List.of(traced))).isInstanceOf(Outcome.Learnt.class);
    assertThat(books.learn(payout, List.of(payoutOf(5_000, Payout.Status.PAID))))
        .isInstanceOf(Outcome.Unchanged.class);
  }

  private static PayoutManifest chunk(
      long version, int chunk, int chunks, PayoutManifest.Item... items) {
    return new PayoutManifest(
        STRIPE, new PayoutId("po_1"), version, chunk, chunks, USD, List.of(items));
  }

  private static PayoutManifest.Item item(String id, Movement movement, long net) {
    return new PayoutManifest.Item(new TransactionId(id), movement, net, net);
  }

  @Test
  @Tag("failure-9")
  void aPayoutThatDoesNotTieIsShownWithItsExactDifferenceAndNeverPlugged() {
    TestBooks books = TestBooks.standard().tell(payoutOf(6028, Payout.Status.PAID));
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.PAYOUT_UNATTRIBUTED);

    assertThat(
            books.effectOf(
                chunk(2, 1, 1, item("a", Movement.CHARGE, 8000), item("b", Movement.REFUND, -245))))
        .isEqualTo(entry("Dr 2900 17.27; Cr 1010 17.27"));
    assertThat(books.only(Discrepancy.Kind.PAYOUT_DOES_NOT_TIE))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(-1727));
    assertThat(books.open(2900, "po_1")).isEqualTo(1727);
    assertThat(books.effectOf(payoutOf(6028, Payout.Status.FAILED))).isEmpty();

    books.tell(
        chunk(
            3,
            1,
            1,
            item("a", Movement.CHARGE, 8000),
            item("b", Movement.REFUND, -245),
            item("c", Movement.UNKNOWN, -1727)));
    assertThat(books.net()).isEmpty();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("failure-9")
  void aPayoutThatTiesPostsNothingWhateverTheOrderOfItsChunks() {
    PayoutManifest first =
        chunk(3, 1, 2, item("a", Movement.CHARGE, 8000), item("p", Movement.PAYOUT, -7755));
    PayoutManifest second = chunk(3, 2, 2, item("b", Movement.REFUND, -245));
    TestBooks books = TestBooks.standard().tell(second, payoutOf(7755, Payout.Status.PAID));
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.PAYOUT_UNATTRIBUTED);

    books.tell(first);
    assertThat(books.entries()).isEmpty();
    assertThat(books.discrepancies()).isEmpty();
  }

  private static ReportedPayout report(int version, ReportedPayout.Line... lines) {
    return new ReportedPayout(STRIPE, new PayoutId("po_1"), version, 1, 1, USD, List.of(lines));
  }

  private static ReportedPayout.Line line(String id, long net) {
    return new ReportedPayout.Line(new TransactionId(id), net);
  }

  @Test
  @Tag("failure-9")
  void aReportThatSaysTheSameIsNoExceptionAndPostsNothing() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                payoutOf(7755, Payout.Status.PAID),
                chunk(
                    3,
                    1,
                    1,
                    item("a", Movement.CHARGE, 8000),
                    item("p", Movement.PAYOUT, -7755),
                    item("b", Movement.REFUND, -245)),
                report(2, line("b", -245), line("a", 8000)));

    assertThat(books.entries()).isEmpty();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("failure-9")
  void aReportThatSaysOtherwiseIsAnExceptionWithBothAmountsUntilTheListSaysSoToo() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                payoutOf(7755, Payout.Status.PAID),
                report(3, line("a", 8010), line("b", -245), line("c", 5)));
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.PAYOUT_UNATTRIBUTED);

    books.tell(chunk(2, 1, 1, item("a", Movement.CHARGE, 8000), item("b", Movement.REFUND, -245)));

    assertThat(books.only(Discrepancy.Kind.PAYOUT_REPORT_DIFFERS))
        .hasValueSatisfying(found -> {
          assertThat(found.minor()).isEqualTo(15);
          assertThat(found.reason())
              .isEqualTo(
                  "the processor's report has 3 transactions of payout po_1, which sum to 77.70 USD; its list"
                      + " has 2, which sum to 77.55 USD: a is 80.10 USD in the report and 80.00 USD in the"
                      + " list, c is 0.05 USD in the report and not in the list");
        });
    assertThat(books.entries()).isEmpty();

    books.tell(report(4, line("a", 8000), line("b", -250), line("b2", 5), line("c", 0)));
    assertThat(books.only(Discrepancy.Kind.PAYOUT_REPORT_DIFFERS)).isPresent();
    books.tell(
        chunk(
            4,
            1,
            1,
            item("a", Movement.CHARGE, 8000),
            item("b", Movement.REFUND, -250),
            item("b2", Movement.FEE, 5),
            item("c", Movement.FEE, 0)));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aReportOfWhichAChunkIsMissingIsWaitedFor() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                payoutOf(8000, Payout.Status.PAID),
                chunk(1, 1, 1, item("a", Movement.CHARGE, 8000)),
                new ReportedPayout(
                    STRIPE, new PayoutId("po_1"), 501, 1, 2, USD, List.of(line("z", 1))));

    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aPayoutThatHasNotLeftRequiresNothing() {
    assertThat(TestBooks.standard().tell(payoutOf(7755, Payout.Status.PENDING)).discrepancies())
        .isEmpty();
    assertThat(TestBooks.standard().tell(payoutOf(7755, Payout.Status.CANCELLED)).discrepancies())
        .isEmpty();
  }

  private static TestBooks foreignSale(ExchangePolicy.Settled settled) {
    return TestBooks.under(policy -> policy.with(new ExchangePolicy(settled)))
        .tell(
            in(order(List.of(goods("cup", 1, 10900, 0, List.of())), List.of()), "USD", "EUR"),
            paid("1", 10900, "2026-10-01"),
            charged("1", 10800, "2026-10-03"));
  }

  @Test
  @Tag("accounting-50")
  void aSaleInOtherMoneyIsWorthWhatWasSettled() {
    TestBooks books =
        foreignSale(ExchangePolicy.Settled.SETTLEMENT_VALUE)
            .tell(settled("1", 10800, "2026-10-03"));
    assertThat(books.net()).isEqualTo(entry("Dr 1010 108.00; Cr 2100 108.00"));

    assertThat(books.effectOf(parcel("p1", "2026-10-04", shipped("cup", 1))))
        .isEqualTo(entry("Dr 2100 108.00; Cr 4000 108.00"));
  }

  @Test
  @Tag("accounting-50")
  void aSaleThatWasEarnedBeforeItsSettlementFollows() {
    TestBooks books =
        foreignSale(ExchangePolicy.Settled.SETTLEMENT_VALUE)
            .tell(parcel("p1", "2026-10-04", shipped("cup", 1)));

    assertThat(books.effectOf(settled("1", 10800, "2026-10-05")))
        .isEqualTo(entry("Dr 4000 1.00; Cr 1100 1.00"));
    assertThat(books.open(1100, "ch_1")).isZero();
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-50")
  void aSaleThatWasEarnedBeforeItWasPaidIsCorrectedInRevenue() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                in(order(List.of(goods("cup", 1, 10900, 0, List.of())), List.of()), "USD", "EUR"),
                parcel("p1", "2026-09-30", shipped("cup", 1)),
                paid("1", 10900, "2026-10-01"));

    assertThat(books.effectOf(settled("1", 10800, "2026-10-03")))
        .isEqualTo(entry("Dr 4000 1.00; Cr 1100 1.00"));
  }

  @Test
  @Tag("accounting-50")
  void underTheOrdersRateTheGapIsExchange() {
    TestBooks books =
        foreignSale(ExchangePolicy.Settled.ORDER_RATE).tell(settled("1", 10800, "2026-10-03"));

    assertThat(books.net()).isEqualTo(entry("Dr 1010 108.00; Dr 7000 1.00; Cr 2100 109.00"));
  }

  @Test
  @Tag("accounting-54")
  @Tag("failure-27")
  void roundingIsALegOfItsOwn() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                order(List.of(goods("cup", 1, 10000, 1000, tax(721))), List.of(shipping(800, 64))),
                paid("1", 10585, "2026-10-01"),
                charged("1", 10584, "2026-10-01"));

    books.tell(settled("1", 10584, "2026-10-01"));
    assertThat(books.net())
        .isEqualTo(entry("Dr 1010 105.84; Dr 6050 0.01; Cr 2100 98.00; Cr 2010 7.85"));
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-54")
  void beyondTheCapOfAnOrderADifferenceStaysOpenAndIsShown() {
    TestBooks books =
        TestBooks.standard()
            .tell(plain(), paid("1", 5000, "2026-10-01"), paid("2", 5584, "2026-10-01"))
            .tell(settled("1", 4997, "2026-10-02"), settled("2", 5587, "2026-10-03"));

    assertThat(books.balance(6050)).isEqualTo(3);
    assertThat(books.open(1100, "ch_1")).isEqualTo(4997);
    assertThat(books.open(1100, "ch_2")).isEqualTo(5584);
    assertThat(books.only(Discrepancy.Kind.SETTLEMENT_DIFFERS))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(3));
  }

  @Test
  void aSettlementThatIsCorrectedLaterIsFollowedInWhateverOrderItComes() {
    Settlement first = settled("1", 10580, "2026-10-02");
    Settlement corrected = settled("1", 10582, "2026-10-02").after(first);
    TestBooks books =
        TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"), first, corrected);
    TestBooks late =
        TestBooks.standard().tell(corrected, plain(), paid("1", 10584, "2026-10-01"), first);

    assertThat(books.balance(6050)).isEqualTo(2);
    assertThat(books.open(1100, "ch_1")).isEqualTo(10582);
    assertThat(late.net()).isEqualTo(books.net());
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aDifferenceAboveTheCapIsClearedByACorrectionOrByAPolicyThatTakesItAndARepost() {
    Settlement first = settled("1", 10500, "2026-10-02");
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"), first);
    assertThat(books.only(Discrepancy.Kind.SETTLEMENT_DIFFERS))
        .hasValueSatisfying(found -> {
          assertThat(found.minor()).isEqualTo(-84);
          assertThat(found.reason())
              .isEqualTo(
                  "payment ch_1 was settled at 105.00 USD, which differs from what the order says by 0.84 USD, more than the policy takes for rounding");
        });

    TestBooks corrected =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                first,
                settled("1", 10584, "2026-10-03").after(first));
    assertThat(corrected.discrepancies()).isEmpty();
    assertThat(corrected.balance(6050)).isZero();

    books.amend(
        rules -> rules.changed(Optional.empty(), List.of(new Setting("rounding.capMinor", "100"))));
    books.learn(
        SUBJECT,
        List.of(
            new Repost(
                Origin.parse("daybook:" + TestBooks.BOOK.name()),
                SUBJECT.toString(),
                2,
                "A. Keeper",
                "the difference is right",
                at("2026-11-01"))));
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.balance(6050)).isEqualTo(84);
  }

  @Test
  @Tag("accounting-54")
  void theCapItselfIsStillRounding() {
    assertThat(
            TestBooks.standard()
                .tell(plain(), paid("1", 10584, "2026-10-01"), settled("1", 10579, "2026-10-02"))
                .balance(6050))
        .isEqualTo(5);
  }

  private static Opening.Balance balance(String account, long minor) {
    return new Opening.Balance(account, USD, minor, Optional.empty());
  }

  private static Opening opening(List<Opening.Balance> balances) {
    Origin book = Origin.parse("daybook:blue-cup");
    return new Opening(
        book, new Reference("cut-over"), LocalDate.parse("2026-10-01"), "Ann", balances);
  }

  @Test
  @Tag("accounting-72")
  void openingBalancesAreTakenOverAnd3000TakesTheRest() {
    assertThat(
            TestBooks.standard()
                .effectOf(
                    opening(
                        List.of(
                            balance("1010:stripe", 50000),
                            balance("1005", 120000),
                            balance("2100", -30000),
                            balance("2200", -15000),
                            balance("2010:US-NY", -2400)))))
        .isEqualTo(
            entry(
                "Dr 1010 500.00; Dr 1005 1200.00; Cr 2100 300.00; Cr 2200 150.00; Cr 2010 24.00; Cr 3000 1226.00"));
  }

  @Test
  @Tag("accounting-72")
  void manyOpenItemsAreSeveralEntriesEachBalanced() {
    List<Opening.Balance> items = new ArrayList<>();
    for (int item = 0; item < 450; item++) {
      items.add(
          new Opening.Balance("2100", USD, -100, Optional.of(new Reference("order/" + item))));
    }
    TestBooks books = TestBooks.standard().tell(opening(items));

    assertThat(books.net()).isEqualTo(entry("Cr 2100 450.00; Dr 3000 450.00"));
    assertThat(books.entries()).hasSize(3).allMatch(entry -> entry.legs().size() <= Entry.MAX_LEGS);
    assertThat(books.open(2100, "order/449")).isEqualTo(-100);
  }

  @Test
  @Tag("accounting-72")
  @Tag("failure-52")
  @Tag("failure-8")
  void anOrderPaidBeforeTheCutOverConsumesItsOpeningItem() {
    TestBooks books =
        TestBooks.with(rules -> TestBooks.withCutOver(rules, LocalDate.parse("2026-10-01")))
            .tell(
                opening(
                    List.of(
                        balance("1010:stripe", 10277),
                        balance("2100", -9800),
                        balance("2010:US-NY", -784))))
            .tell(plain(), paid("1", 10584, "2026-09-29"), charged("1", 10584, "2026-09-29"));
    assertThat(books.entries()).hasSize(1);

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("cup", 1))))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("failure-52")
  void whatCannotBeExplainedBeforeTheCutOverIsNotReported() {
    TestBooks books =
        TestBooks.with(rules -> TestBooks.withCutOver(rules, LocalDate.parse("2026-10-15")))
            .tell(
                plain(),
                paid("1", 99999, "2026-10-01"),
                parcel("p1", "2026-10-05", shipped("cup", 3)))
            .tell(payoutOf(100, Payout.Status.PAID), bankLine("b1", 100, "2026-10-14"));

    assertThat(books.entries()).isEmpty();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  void aBankStatementThatDoesNotAddUpIsReported() {
    LocalDate day = LocalDate.parse("2026-10-31");
    BankStatement statement =
        new BankStatement(BANK, new Reference("10"), 1, USD, day, day, 1000, 1500, 400);

    assertThat(
            TestBooks.standard().tell(statement).only(Discrepancy.Kind.STATEMENT_DOES_NOT_ADD_UP))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(100));
  }

  @Test
  @Tag("failure-other")
  void aTestOrderAndAForeignOnePostNothing() {
    TestBooks books = TestBooks.standard().tell(test(plain()), paid("1", 10584, "2026-10-01"));
    assertThat(books.entries()).isEmpty();
    assertThat(books.discrepancies()).isEmpty();

    books = TestBooks.standard().tell(in(plain(), "EUR", "EUR"), paid("1", 10584, "2026-10-01"));
    assertThat(books.entries()).isEmpty();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.RATE_UNKNOWN);
  }

  @Test
  @Tag("failure-26")
  void anOrderThatDoesNotAddUpIsPostedByItsPartsAndReported() {
    TestBooks books =
        TestBooks.standard().tell(with(plain(), 0, 0, 10600), paid("1", 10600, "2026-10-01"));

    assertThat(books.net())
        .isEqualTo(entry("Dr 1100 106.00; Cr 2100 98.00; Cr 2010 7.84; Cr 2230 0.16"));
    assertThat(books.only(Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(16));
  }

  @Test
  @Tag("failure-33")
  void aCurrencyWithoutDecimalsIsCountedInItsOwnUnits() {
    CurrencyCode yen = new CurrencyCode("JPY");
    TestBooks books =
        TestBooks.with(rules ->
            new Rules(
                rules.version(),
                yen,
                rules.zone(),
                rules.cutOver(),
                rules.clearing(),
                rules.feeds(),
                rules.banks(),
                rules.policy()));
    books.tell(
        new BalanceTransaction(
            STRIPE,
            new TransactionId("t1"),
            Movement.CHARGE,
            "charge",
            yen,
            500,
            List.of(),
            500,
            at("2026-10-01"),
            "ch_1",
            Optional.of(new Reference("ch_1")),
            Optional.empty(),
            Mode.LIVE));

    assertThat(books.balance("1010:stripe")).isEqualTo(500);
  }
}
