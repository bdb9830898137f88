package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.ComponentSpent;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.Movement;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.Settlement;
import io.daybook.events.ShippingLine;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRelief;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Returns, refunds, edits and disputes in the variants that section 8 and the rules A10, A11, A14 and A19 name. */
class RefundVariantsTest {
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks sent(TestBooks books) {
    return books.tell(cost(4000, "2026-01-01"), plain(), paid("1", 10584, "2026-10-01"), PARCEL);
  }

  private static Refund goodsBack(Restock restock, Optional<Long> worth) {
    return refund(
        "r1",
        "2026-10-08",
        9720,
        List.of(new Refund.Line(new LineId("cup"), 1, 9000, 720, restock, worth)),
        0,
        0);
  }

  @Test
  @Tag("accounting-29")
  void damagedGoodsAreWrittenOff() {
    TestBooks books = sent(TestBooks.standard());

    assertThat(books.effectOf(goodsBack(Restock.DAMAGED, Optional.empty())))
        .isEqualTo(
            entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2230 97.20; Dr 5010 40.00; Cr 5000 40.00"));
  }

  @Test
  @Tag("accounting-29")
  void damagedGoodsMayBeWorthAPart() {
    TestBooks books = sent(TestBooks.standard());
    books.tell(goodsBack(Restock.DAMAGED, Optional.of(1000L)));
    assertThat(books.of("restock/r1"))
        .isEqualTo(entry("Dr 1300 10.00; Dr 5010 30.00; Cr 5000 40.00"));

    TestBooks more = sent(TestBooks.standard());
    more.tell(goodsBack(Restock.DAMAGED, Optional.of(9900L)));
    assertThat(more.of("restock/r1")).isEqualTo(entry("Dr 1300 40.00; Cr 5000 40.00"));
  }

  @Test
  @Tag("accounting-33d")
  void aRefundThatIsWithdrawnIsAsIfItHadNeverBeenGranted() {
    TestBooks books = sent(TestBooks.standard());
    books.tell(goodsBack(Restock.NONE, Optional.empty()));

    assertThat(books.effectOf(withdrawn("a1", "2026-10-09", "r1")))
        .isEqualTo(entry("Dr 2230 97.20; Cr 4900 90.00; Cr 2010 7.20"));
    assertThat(books.on("2026-10-09"))
        .isEqualTo(entry("Dr 2230 97.20; Cr 4900 90.00; Cr 2010 7.20"));
    assertThat(books.open(2230, "re_r1")).isZero();

    assertThat(
            books.effectOf(
                refund(
                    "r2",
                    "2026-10-10",
                    10584,
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    800,
                    64)))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 2230 105.84"));
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("accounting-33d")
  void twoWithdrawalsDoNotUndoEachOther() {
    TestBooks books = sent(TestBooks.standard());
    books.tell(
        amount("r1", "2026-10-08", 1000),
        amount("r2", "2026-10-09", 2000),
        withdrawn("a1", "2026-10-10", "r1"),
        withdrawn("a2", "2026-10-11", "r2"),
        withdrawn("a3", "2026-10-12", "nobody granted this"));

    assertThat(books.balance(2230)).isZero();
    assertThat(books.balance(4900)).isZero();
    assertThat(books.balance(2010)).isEqualTo(-784);
    assertThat(books.open(2230, "re_r1")).isZero();
    assertThat(books.on("2026-10-12")).isEmpty();
  }

  private static Refund feeKept(Restock restock) {
    return refund(
        "r1",
        "2026-10-08",
        List.of(returned("cup", 1, 9000, 720, restock)),
        0,
        0,
        -500,
        Optional.empty(),
        0,
        back("r1", 9220));
  }

  @Test
  @Tag("accounting-34")
  void aFeeThatIsKeptMayHoldTax() {
    TestBooks books =
        sent(
            TestBooks.under(
                policy -> policy.with(policy.tax().withRestockingFee(TaxPolicy.Kept.TAXED))));

    assertThat(books.effectOf(feeKept(Restock.NONE), refunded("r1", 9220, "2026-10-08")))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 4030 4.63; Cr 2010 0.37; Cr 1010 92.20"));
  }

  @Test
  @Tag("accounting-34")
  void beforeShipmentTheFeeIsKeptFromDeferredRevenue() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(books.effectOf(feeKept(Restock.CANCEL)))
        .isEqualTo(entry("Dr 2100 90.00; Dr 2010 7.20; Cr 4030 5.00; Cr 2230 92.20"));
  }

  @Test
  @Tag("accounting-52")
  void aRefundAtAnotherRateIsExchange() {
    OrderState order =
        in(order(List.of(goods("cup", 1, 13500, 0, List.of())), List.of()), "USD", "EUR");
    TestBooks books = TestBooks.standard().tell(order, paid("1", 13500, "2026-10-01"), PARCEL);
    Refund refund =
        refund(
            "r1", "2026-10-08", 13500, List.of(returned("cup", 1, 13500, 0, Restock.NONE)), 0, 0);

    assertThat(
            books.effectOf(
                refund,
                refunded("r1", 14000, "2026-10-08"),
                new Settlement(
                    SHOP,
                    new Reference("re_r1"),
                    ORDER,
                    order.currency(),
                    -14000,
                    at("2026-10-08"))))
        .isEqualTo(entry("Dr 4900 135.00; Dr 7000 5.00; Cr 1010 140.00"));
    assertThat(books.open(2230, "re_r1")).isZero();
  }

  @Test
  @Tag("accounting-54")
  void aRefundThatDiffersByACentIsRounded() {
    TestBooks books = sent(TestBooks.standard());
    books.tell(goodsBack(Restock.NONE, Optional.empty()), refunded("r1", 9721, "2026-10-08"));

    assertThat(
            books.effectOf(
                new Settlement(
                    SHOP, new Reference("re_r1"), ORDER, TestBooks.USD, -9721, at("2026-10-08"))))
        .isEqualTo(entry("Dr 6050 0.01; Cr 2230 0.01"));
    assertThat(books.open(2230, "re_r1")).isZero();
  }

  @Test
  @Tag("accounting-77")
  void anExchangeWithASurcharge() {
    OrderState order =
        order(
            List.of(goods("cup", 1, 9000, 0, tax(720)), goods("pot", 1, 11000, 0, tax(880))),
            List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(order, edit("e1", "2026-10-08T18:00:00Z", List.of(change("pot", 1)), List.of()))
            .tell(paid("1", 9720, "2026-10-01"), charged("1", 9720, "2026-10-01"), PARCEL);
    assertThat(books.balance(2230)).isZero();

    Refund noted =
        refund("r1", "2026-10-08", 0, List.of(returned("cup", 1, 9000, 720, Restock.NONE)), 0, 0);
    books.tell(noted, paid("2", 2160, "2026-10-09"), charged("2", 2160, "2026-10-09"));

    assertThat(books.of("refund/r1"))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2230 97.20"));
    assertThat(books.of("edit/e1")).isEqualTo(entry("Dr 2230 97.20; Cr 2100 90.00; Cr 2010 7.20"));
    assertThat(books.on("2026-10-09"))
        .isEqualTo(entry("Dr 1010 21.60; Cr 2100 20.00; Cr 2010 1.60"));
    assertThat(books.balance(2100)).isEqualTo(-11000);
    assertThat(books.balance(2230)).isZero();
  }

  @Test
  @Tag("accounting-78a")
  void anAdjustmentBeyondTheOrderIsAReturnAndAnException() {
    TestBooks books = sent(TestBooks.standard());

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-08",
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    800,
                    64,
                    1000,
                    Optional.empty(),
                    0,
                    back("r1", 11584)),
                refunded("r1", 11584, "2026-10-08")))
        .isEqualTo(entry("Dr 4900 100.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1010 115.84"));
    assertThat(books.only(Discrepancy.Kind.OVER_REFUNDED))
        .hasValueSatisfying(found -> {
          assertThat(found.minor()).isEqualTo(1000);
          assertThat(found.reason()).contains("the excess is a return");
        });
  }

  @Test
  @Tag("accounting-A14")
  void whatNobodyNamesBeyondTheOrderIsALoss() {
    TestBooks books = sent(TestBooks.standard());

    assertThat(books.effectOf(amount("r1", "2026-10-08", 11584)))
        .isEqualTo(entry("Dr 4900 98.00; Dr 2010 7.84; Dr 6010 10.00; Cr 2230 115.84"));
    assertThat(books.only(Discrepancy.Kind.OVER_REFUNDED))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains("the excess is a loss"));
  }

  @Test
  @Tag("accounting-A19")
  void anEvenExchangeMovesOnlyStock() {
    TestBooks books = sent(TestBooks.standard());
    Refund exchanged =
        refund(
            "r1", "2026-10-08", 0, List.of(returned("cup", 1, 9000, 720, Restock.EXCHANGE)), 0, 0);

    assertThat(books.effectOf(exchanged)).isEqualTo(entry("Dr 1300 40.00; Cr 5000 40.00"));
    assertThat(books.effectOf(parcel("p2", "2026-10-09", shipped("cup", 1))))
        .isEqualTo(entry("Dr 5000 40.00; Cr 1300 40.00"));
    assertThat(books.kinds()).isEmpty();
    assertThat(
            books.effectOf(
                refund(
                    "r2",
                    "2026-10-10",
                    9720,
                    List.of(returned("cup", 1, 9000, 720, Restock.RETURN)),
                    0,
                    0)))
        .isEqualTo(
            entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2230 97.20; Dr 1300 40.00; Cr 5000 40.00"));
  }

  @Test
  @Tag("accounting-A11")
  void aPriceCutLowersWhatIsOwedOnlyIfShipped() {
    assertThat(
            TestBooks.standard()
                .tell(plain(), PARCEL)
                .effectOf(cheaper("c1", "cup", "2026-10-07", 1000, 80)))
        .isEqualTo(entry("Dr 4900 10.00; Dr 2010 0.80; Cr 1100 10.80"));

    TestBooks open = TestBooks.standard().tell(plain());
    assertThat(open.effectOf(cheaper("c1", "cup", "2026-10-03", 1000, 80))).isEmpty();
    assertThat(open.effectOf(PARCEL))
        .isEqualTo(
            entry("Dr 1100 95.04; Dr 4090 20.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.04"));
  }

  @Test
  @Tag("accounting-A11")
  void aPriceCutAfterPaymentIsOwedBack() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(books.effectOf(cheaper("c1", "cup", "2026-10-03", 1000, 80)))
        .isEqualTo(entry("Dr 2100 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-1080);
    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 2100 88.00; Dr 4090 20.00; Cr 4000 100.00; Cr 4010 8.00"));
    books.tell(amount("r1", "2026-10-09", 1080));
    assertThat(books.open(2230, "order/1001")).isZero();
    assertThat(books.balance(4900)).isZero();
  }

  @Test
  @Tag("accounting-A11")
  void aPriceCutOnWhatWasSentAndPaidIsOwedBack() {
    assertThat(sent(TestBooks.standard()).effectOf(cheaper("c1", "cup", "2026-10-07", 1000, 80)))
        .isEqualTo(entry("Dr 4900 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(
            sent(TestBooks.standard())
                .effectOf(cheaper("c1", "no such line", "2026-10-07", 1000, 80)))
        .isEmpty();
  }

  @Test
  @Tag("failure-37")
  void aCancelledOrderOwesBackAllThatWasPaid() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 11884, "2026-10-01"),
                paid("2", OrderPayment.GIFT_CARD, 2000, "2026-10-01"));

    assertThat(books.effectOf(cancelled(full(), "2026-10-03")))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 2010 7.84; Dr 2220 5.00; Dr 2030 3.00; Dr 2200 25.00; Cr 2230 138.84"));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-13884);
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-04",
                    List.of(
                        returned("cup", 1, 9000, 720, Restock.CANCEL),
                        returned("card", 1, 2500, 0, Restock.NONE)),
                    800,
                    64,
                    0,
                    Optional.empty(),
                    0,
                    List.of(
                        backTo("r1", TestBooks.CARD, 11884),
                        backTo("r2", OrderPayment.GIFT_CARD, 2000))),
                refunded("r1", 11884, "2026-10-04")))
        .isEqualTo(entry("Dr 2230 138.84; Cr 2200 20.00; Cr 1010 118.84"));
    assertThat(books.open(2230, "order/1001")).isZero();
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("failure-37")
  void onlyWhatWasNotSentIsCancelled() {
    OrderState order = order(List.of(goods("a", 2, 2000, 0, tax(160))), List.of(shipping(800, 64)));
    TestBooks books =
        TestBooks.standard()
            .tell(
                order, paid("1", 3024, "2026-10-01"), parcel("p1", "2026-10-02", shipped("a", 1)));

    assertThat(books.effectOf(cancelled(order, "2026-10-03")))
        .isEqualTo(entry("Dr 2100 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.balance(2100)).isZero();
    assertThat(books.balance(4010)).isEqualTo(-800);
  }

  private static ComponentSpent spent(ComponentSpent.Component component, long minor) {
    return new ComponentSpent(SHOP, ORDER, component, minor, at("2026-10-06"));
  }

  @Test
  @Tag("accounting-40")
  @Tag("accounting-A10")
  void whatWasCollectedAndSpentIsALossWhenItIsTakenBack() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 13884, "2026-10-01"),
                spent(ComponentSpent.Component.TIP, 500),
                spent(ComponentSpent.Component.DUTIES, 300),
                spent(ComponentSpent.Component.GIFT_CARDS, 2500));

    assertThat(books.effectOf(lost("dp_1", "2026-10-20", "general", 13884)))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 2010 7.84; Dr 6060 5.00; Dr 5120 3.00; Dr 6010 25.00; Cr 1200 138.84"));
  }

  @Test
  @Tag("accounting-A10")
  void whatIsStillThereIsTakenFirst() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 13884, "2026-10-01"),
                spent(ComponentSpent.Component.TIP, 200),
                spent(ComponentSpent.Component.GIFT_CARDS, 1000));

    assertThat(books.effectOf(amount("r1", "2026-10-20", 10584 + 400)))
        .isEqualTo(
            entry("Dr 2100 98.00; Dr 2010 7.84; Dr 2220 3.00; Dr 6060 1.00; Cr 2230 109.84"));
    assertThat(books.effectOf(amount("r2", "2026-10-21", 100 + 300 + 2500)))
        .isEqualTo(
            entry("Dr 6060 1.00; Dr 2030 3.00; Dr 2200 15.00; Dr 6010 10.00; Cr 2230 29.00"));
  }

  private static TestBooks disputes(DisputePolicy.Lost shown) {
    return TestBooks.under(policy -> policy.with(new DisputePolicy(shown, TaxRelief.NONE)));
  }

  private static Dispute partlyWon() {
    Dispute lost = lost("dp_1", "2026-10-20", "general", 10584);
    return new Dispute(
        lost.origin(),
        lost.id(),
        lost.status(),
        lost.reason(),
        lost.currency(),
        lost.amountMinor(),
        lost.openedAt(),
        lost.closedAt(),
        lost.payment(),
        lost.order(),
        Optional.of(6000L),
        Optional.empty());
  }

  @Test
  @Tag("accounting-41")
  void aDisputeWonInPartIsLostForTheRest() {
    var returned = moved("txn_w", Movement.DISPUTE_REVERSAL, 6000, "dp_1", "dp_1", "2026-10-20");
    var taken = moved("txn_d", Movement.DISPUTE, -10584, "dp_1", "dp_1", "2026-10-10");

    TestBooks expense = sent(disputes(DisputePolicy.Lost.EXPENSE)).tell(taken);
    assertThat(expense.effectOf(partlyWon(), returned))
        .isEqualTo(entry("Dr 1010 60.00; Dr 6010 45.84; Cr 1200 105.84"));
    assertThat(expense.open(1200, "dp_1")).isZero();

    assertThat(
            sent(disputes(DisputePolicy.Lost.CONTRA_REVENUE))
                .tell(taken)
                .effectOf(partlyWon(), returned))
        .isEqualTo(entry("Dr 1010 60.00; Dr 4900 45.84; Cr 1200 105.84"));

    TestBooks unsent = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"), taken);
    assertThat(unsent.effectOf(partlyWon(), returned))
        .isEqualTo(entry("Dr 1010 60.00; Dr 2100 42.44; Dr 2010 3.40; Cr 1200 105.84"));
  }

  @Test
  @Tag("accounting-80a")
  void aDisputeWonAndReopenedTakesTheMoneyAgain() {
    TestBooks books =
        sent(TestBooks.standard())
            .tell(
                moved("txn_d", Movement.DISPUTE, -10584, "dp_1", "dp_1", "2026-10-10"),
                moved("txn_w", Movement.DISPUTE_REVERSAL, 10584, "dp_1", "dp_1", "2026-10-15"));
    books.tell(
        dispute("dp_1", "general", 10584, Dispute.Status.WON, Optional.of(at("2026-10-15"))));
    assertThat(books.balance(1200)).isZero();

    assertThat(
            books.effectOf(moved("txn_r", Movement.DISPUTE, -10584, "dp_1", "dp_1", "2026-10-18")))
        .isEqualTo(entry("Dr 1200 105.84; Cr 1010 105.84"));
    books.tell(lost("dp_1", "2026-10-25", "general", 10584));
    assertThat(books.open(1200, "dp_1")).isZero();
    assertThat(books.on("2026-10-25")).containsEntry("1200", -10584L);
  }

  private static Dispute protectedBy(long minor) {
    Dispute lost = lost("dp_1", "2026-10-20", "fraudulent", 10584);
    return new Dispute(
        lost.origin(),
        lost.id(),
        lost.status(),
        lost.reason(),
        lost.currency(),
        lost.amountMinor(),
        lost.openedAt(),
        Optional.of(at("2026-10-20").plusSeconds(1)),
        lost.payment(),
        lost.order(),
        Optional.empty(),
        Optional.of(new Dispute.Protection(minor, at("2026-10-28"))));
  }

  @Test
  @Tag("accounting-80b")
  void protectionMakesTheLossGood() {
    var paidOut = moved("txn_p", Movement.DISPUTE_REVERSAL, 10584, "dp_1", "dp_1", "2026-10-28");
    TestBooks books =
        sent(TestBooks.standard()).tell(lost("dp_1", "2026-10-20", "fraudulent", 10584));

    assertThat(books.effectOf(protectedBy(10584), paidOut))
        .isEqualTo(entry("Dr 1010 105.84; Cr 6010 105.84"));

    TestBooks contra =
        sent(disputes(DisputePolicy.Lost.CONTRA_REVENUE))
            .tell(lost("dp_1", "2026-10-20", "fraudulent", 10584));
    assertThat(contra.effectOf(protectedBy(10584), paidOut))
        .isEqualTo(entry("Dr 1010 105.84; Cr 4900 105.84"));
  }

  @Test
  @Tag("accounting-80b")
  void whatProtectionPaysAboveTheLossIsIncome() {
    TestBooks books =
        sent(TestBooks.standard()).tell(lost("dp_1", "2026-10-20", "fraudulent", 10584));

    assertThat(books.effectOf(protectedBy(11000)))
        .isEqualTo(entry("Dr 1200 110.00; Cr 6010 105.84; Cr 4040 4.16"));
  }

  @Test
  @Tag("accounting-A11")
  void aPriceCutTakesWhatIsOpenBeforeWhatIsPaidAndThatBeforeWhatIsKept() {
    OrderState order = order(List.of(goods("a", 2, 2000, 0, tax(160))), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(order, parcel("p1", "2026-10-02", shipped("a", 1)))
            .tell(paid("1", 1620, "2026-10-03"));
    assertThat(books.balance(2100)).isEqualTo(-500);

    assertThat(books.effectOf(cheaper("c1", "a", "2026-10-04", 1200, 96)))
        .isEqualTo(entry("Dr 2100 5.00; Dr 4900 2.00; Dr 2010 0.56; Cr 2230 7.56"));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-756);
    assertThat(books.effectOf(parcel("p2", "2026-10-05", shipped("a", 1))))
        .isEqualTo(entry("Dr 4090 10.00; Cr 4000 10.00"));
    assertThat(books.balance(2010)).isEqualTo(-64);
  }

  @Test
  @Tag("accounting-31")
  void shippingOfTwoKindsIsRefundedFromBothWithTheirTaxes() {
    OrderState order =
        order(
            List.of(goods("a", 1, 1000, 0, List.of())),
            List.of(shipping(800, 64), new ShippingLine(new LineId("express"), 500, 0, tax(40))));
    TestBooks books = TestBooks.standard().tell(order, paid("1", 2404, "2026-10-01"));

    assertThat(books.effectOf(refund("r1", "2026-10-02", 1080, List.of(), 1000, 80)))
        .isEqualTo(entry("Dr 2100 10.00; Dr 2010 0.80; Cr 2230 10.80"));
    assertThat(books.effectOf(parcel("p1", "2026-10-03", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 13.00; Cr 4000 10.00; Cr 4010 3.00"));
    assertThat(books.effectOf(refund("r2", "2026-10-04", 324, List.of(), 300, 24)))
        .isEqualTo(entry("Dr 4910 3.00; Dr 2010 0.24; Cr 2230 3.24"));
    assertThat(books.balance(2010)).isZero();
    assertThat(books.kinds()).doesNotContain(Discrepancy.Kind.OVER_REFUNDED);
  }

  @Test
  @Tag("accounting-A14")
  void aLostDisputeCountsAsMoneyThatWentOut() {
    TestBooks books = sent(TestBooks.standard()).tell(lost("dp_1", "2026-10-08", "general", 5000));

    books.tell(
        refund(
            "r1",
            "2026-10-09",
            List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
            800,
            64,
            100,
            Optional.empty(),
            0,
            back("r1", 6000)));
    assertThat(books.only(Discrepancy.Kind.OVER_REFUNDED))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(416));
  }
}
