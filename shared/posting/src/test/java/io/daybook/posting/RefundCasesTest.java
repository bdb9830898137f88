package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fulfilment;
import io.daybook.events.Movement;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.ledger.Discrepancy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 4 of ACCOUNTING.md and rules A2, A3, A10, A11 and A14. The net effect of shop and processor together. */
class RefundCasesTest {
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks paidOrder() {
    return TestBooks.standard()
        .tell(
            cost(4000, "2026-01-01"),
            plain(),
            paid("1", 10584, "2026-10-01"),
            charged("1", 10584, "2026-10-01"));
  }

  private static Refund whole(String day, Restock restock) {
    return refund("r1", day, 10584, List.of(returned("cup", 1, 9000, 720, restock)), 800, 64);
  }

  @Test
  @Tag("accounting-26")
  void aFullRefundBeforeFulfilmentComesFromDeferredRevenue() {
    TestBooks books = paidOrder();

    assertThat(
            books.effectOf(
                whole("2026-10-02", Restock.CANCEL), refunded("r1", 10584, "2026-10-02")))
        .isEqualTo(entry("Dr 2100 98.00; Dr 2010 7.84; Cr 1010 105.84"));
    assertThat(books.balance(2230)).isZero();
    assertThat(books.net()).isEmpty();
  }

  @Test
  @Tag("accounting-26")
  void aFullRefundOfEveryComponentGoesBackByTender() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 11884, "2026-10-01"),
                paid("2", OrderPayment.GIFT_CARD, 2000, "2026-10-01"));
    Refund refund =
        new Refund(
            SHOP,
            new RefundId("r1"),
            ORDER,
            at("2026-10-02"),
            USD,
            List.of(
                returned("cup", 1, 9000, 720, Restock.CANCEL),
                returned("card", 1, 2500, 0, Restock.NONE)),
            800,
            64,
            500,
            300,
            0,
            Optional.empty(),
            List.of(
                backTo("r1", TestBooks.CARD, 11884), backTo("r2", OrderPayment.GIFT_CARD, 2000)));

    assertThat(books.effectOf(refund, refunded("r1", 11884, "2026-10-02")))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 2010 7.84; Dr 2220 5.00; Dr 2030 3.00; Dr 2200 25.00; Cr 2200 20.00; Cr 1010 118.84"));
  }

  @Test
  @Tag("accounting-27")
  void aFullRefundAfterFulfilmentIsContraRevenueNetOfDiscount() {
    TestBooks books = paidOrder().tell(PARCEL);

    assertThat(
            books.effectOf(whole("2026-10-08", Restock.NONE), refunded("r1", 10584, "2026-10-08")))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1010 105.84"));
  }

  @Test
  @Tag("accounting-28")
  void goodsThatReturnToStockTakeTheirOriginalCostBack() {
    TestBooks books = paidOrder().tell(PARCEL).tell(cost(9900, "2026-10-06"));

    assertThat(
            books.effectOf(
                whole("2026-10-08", Restock.RETURN), refunded("r1", 10584, "2026-10-08")))
        .isEqualTo(
            entry(
                "Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1010 105.84; Dr 1300 40.00; Cr 5000 40.00"));
  }

  @Test
  @Tag("accounting-28")
  @Tag("failure-36")
  void goodsThatWereNeverShippedCreateNoStock() {
    assertThat(paidOrder().effectOf(whole("2026-10-02", Restock.CANCEL)))
        .doesNotContainKeys("1300", "5000");
    assertThat(paidOrder().tell(PARCEL).effectOf(whole("2026-10-08", Restock.NONE)))
        .doesNotContainKeys("1300", "5000");
  }

  @Test
  @Tag("accounting-28")
  void whatLeftFirstComesBackFirst() {
    OrderState order = order(List.of(goods("a", 3, 3000, 0, List.of())), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(cost(100, "2026-01-01"), cost(300, "2026-10-04"))
            .tell(order, paid("1", 3000, "2026-10-01"))
            .tell(
                parcel("p1", "2026-10-03", shipped("a", 2)),
                parcel("p2", "2026-10-05", shipped("a", 1)));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-08",
                    1000,
                    List.of(returned("a", 1, 1000, 0, Restock.RETURN)),
                    0,
                    0)))
        .containsEntry("1300", 100L);
    assertThat(
            books.effectOf(
                refund(
                    "r2",
                    "2026-10-09",
                    2000,
                    List.of(returned("a", 2, 2000, 0, Restock.RETURN)),
                    0,
                    0)))
        .containsEntry("1300", 400L);
  }

  @Test
  @Tag("accounting-30")
  @Tag("failure-13")
  @Tag("failure-29")
  void twoHalvesReverseExactlyTheTaxThatWasCharged() {
    OrderState order = order(List.of(goods("cup", 1, 10175, 0, tax(825))), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(
                order,
                paid("1", 11000, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("cup", 1)));

    assertThat(books.effectOf(amount("r1", "2026-10-08", 5500), refunded("r1", 5500, "2026-10-08")))
        .isEqualTo(entry("Dr 4900 50.87; Dr 2010 4.13; Cr 1010 55.00"));
    assertThat(books.effectOf(amount("r2", "2026-10-09", 5500), refunded("r2", 5500, "2026-10-09")))
        .isEqualTo(entry("Dr 4900 50.88; Dr 2010 4.12; Cr 1010 55.00"));
    assertThat(books.balance(2010)).isZero();
  }

  @Test
  @Tag("accounting-31")
  void onlyTheShippingIsRefundedWithTheTaxOfItsOwn() {
    Refund refund = refund("r1", "2026-10-08", 864, List.of(), 800, 64);

    assertThat(paidOrder().tell(PARCEL).effectOf(refund, refunded("r1", 864, "2026-10-08")))
        .isEqualTo(entry("Dr 4910 8.00; Dr 2010 0.64; Cr 1010 8.64"));
    assertThat(paidOrder().effectOf(refund, refunded("r1", 864, "2026-10-08")))
        .isEqualTo(entry("Dr 2100 8.00; Dr 2010 0.64; Cr 1010 8.64"));
  }

  @Test
  @Tag("accounting-31")
  void shippingThatWasRefundedIsNotEarnedLater() {
    TestBooks books = paidOrder().tell(refund("r1", "2026-10-02", 324, List.of(), 300, 24));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry(
                "Dr 2100 95.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 5.00; Dr 5000 40.00; Cr 1300 40.00"));
  }

  @Test
  @Tag("accounting-33a")
  @Tag("accounting-33b")
  @Tag("accounting-33c")
  @Tag("failure-14")
  void aRefundIsOwedUntilTheProcessorMovesItAndAgainIfItBounces() {
    TestBooks books = paidOrder().tell(PARCEL, whole("2026-10-08", Restock.NONE));
    assertThat(books.open(2230, "re_r1")).isEqualTo(-10584);

    books.tell(refunded("r1", 10584, "2026-10-09"));
    assertThat(books.open(2230, "re_r1")).isZero();

    assertThat(
            books.effectOf(
                moved("txn_f", Movement.REFUND_FAILURE, 10584, "re_r1", "re_r1", "2026-10-12")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 2230 105.84"));
  }

  @Test
  @Tag("accounting-34")
  void whatTheMerchantKeepsIsIncome() {
    Refund refund =
        new Refund(
            SHOP,
            new RefundId("r1"),
            ORDER,
            at("2026-10-08"),
            USD,
            List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
            0,
            0,
            0,
            0,
            -500,
            Optional.empty(),
            back("r1", 9220));

    assertThat(paidOrder().tell(PARCEL).effectOf(refund, refunded("r1", 9220, "2026-10-08")))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 4030 5.00; Cr 1010 92.20"));
  }

  @Test
  @Tag("accounting-35")
  void aTipIsRefundedFromTheTipsOwed() {
    Refund refund =
        new Refund(
            SHOP,
            new RefundId("r1"),
            ORDER,
            at("2026-10-02"),
            USD,
            List.of(),
            0,
            0,
            500,
            0,
            0,
            Optional.empty(),
            back("r1", 500));
    TestBooks books =
        TestBooks.standard()
            .tell(
                full(),
                paid("1", 11884, "2026-10-01"),
                paid("2", OrderPayment.GIFT_CARD, 2000, "2026-10-01"));

    assertThat(books.effectOf(refund, refunded("r1", 500, "2026-10-02")))
        .isEqualTo(entry("Dr 2220 5.00; Cr 1010 5.00"));
  }

  @Test
  @Tag("accounting-26")
  @Tag("accounting-27")
  void aPartlyShippedOrderIsRefundedFromBothSidesInOneEntry() {
    OrderState order =
        order(
            List.of(goods("a", 2, 4000, 0, tax(320)), goods("b", 1, 1000, 0, tax(80))), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(
                order, paid("1", 5400, "2026-10-01"), parcel("p1", "2026-10-02", shipped("a", 1)));
    Refund refund =
        refund(
            "r1",
            "2026-10-03",
            5400,
            List.of(
                returned("a", 2, 4000, 320, Restock.NONE),
                returned("b", 1, 1000, 80, Restock.CANCEL)),
            0,
            0);

    assertThat(books.effectOf(refund))
        .isEqualTo(entry("Dr 2100 30.00; Dr 4900 20.00; Dr 2010 4.00; Cr 2230 54.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-27")
  void aUnitThatIsCancelledIsNotEarnedByTheParcelThatTakesTheRest() {
    OrderState order = order(List.of(goods("a", 3, 3000, 301, List.of())), List.of());
    TestBooks books =
        TestBooks.standard()
            .tell(order, paid("1", 2699, "2026-10-01"))
            .tell(
                refund(
                    "r1",
                    "2026-10-02",
                    900,
                    List.of(returned("a", 1, 900, 0, Restock.CANCEL)),
                    0,
                    0));

    assertThat(books.effectOf(parcel("p1", "2026-10-03", shipped("a", 2))))
        .isEqualTo(entry("Dr 2100 17.99; Dr 4090 2.01; Cr 4000 20.00"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-26")
  @Tag("accounting-A2")
  void anAmountBeforeShipmentIsShownAsAReturnWhenTheRestIsEarned() {
    TestBooks books = paidOrder();

    assertThat(books.effectOf(amount("r1", "2026-10-02", 1000), refunded("r1", 1000, "2026-10-02")))
        .isEqualTo(entry("Dr 2100 9.26; Dr 2010 0.74; Cr 1010 10.00"));
    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry(
                "Dr 2100 88.74; Dr 4900 9.26; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Dr 5000 40.00; Cr 1300 40.00"));
  }

  @Test
  @Tag("accounting-30")
  @Tag("accounting-A3")
  void thePlatformsFigureOfTheTaxWinsZeroIncluded() {
    assertThat(
            paidOrder()
                .tell(PARCEL)
                .effectOf(adjustment("r1", "2026-10-08", 1000, 1000, Optional.of(0L))))
        .isEqualTo(entry("Dr 4900 10.00; Cr 2230 10.00"));
    assertThat(
            paidOrder()
                .tell(PARCEL)
                .effectOf(adjustment("r1", "2026-10-08", 1000, 1000, Optional.of(80L))))
        .isEqualTo(entry("Dr 4900 9.20; Dr 2010 0.80; Cr 2230 10.00"));
    assertThat(
            paidOrder()
                .tell(PARCEL)
                .effectOf(adjustment("r1", "2026-10-08", 1000, 1000, Optional.empty())))
        .isEqualTo(entry("Dr 4900 9.26; Dr 2010 0.74; Cr 2230 10.00"));
  }

  @Test
  @Tag("accounting-33a")
  @Tag("accounting-33b")
  void goodsNotedAsReturnedAreOwedUntilMoneyFollows() {
    TestBooks books = paidOrder().tell(PARCEL);
    Refund noted =
        refund("r1", "2026-10-08", 0, List.of(returned("cup", 1, 9000, 720, Restock.NONE)), 0, 0);

    assertThat(books.effectOf(noted))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2230 97.20"));
    assertThat(books.open(2230, "refund/r1")).isEqualTo(-9720);

    assertThat(books.effectOf(amount("r2", "2026-10-09", 9720), refunded("r2", 9720, "2026-10-09")))
        .isEqualTo(entry("Dr 2230 97.20; Cr 1010 97.20"));
    assertThat(books.open(2230, "refund/r1")).isZero();
  }

  @Test
  @Tag("accounting-33")
  void goodsReturnedUnpaidLowerTheReceivable() {
    TestBooks books = TestBooks.standard().tell(plain(), PARCEL);

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-08",
                    0,
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 1100 97.20"));
  }

  @Test
  @Tag("accounting-A14")
  void whatIsRefundedBeyondTheOrderIsALossAndAnException() {
    TestBooks books = paidOrder().tell(PARCEL);
    Refund refund =
        refund(
            "r1",
            "2026-10-08",
            11584,
            List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
            800,
            64);

    assertThat(books.effectOf(refund))
        .isEqualTo(
            entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Dr 6010 10.00; Cr 2230 115.84"));
    assertThat(books.only(Discrepancy.Kind.OVER_REFUNDED))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(1000));
  }

  @Test
  @Tag("accounting-96b")
  void aSurplusIsOwedBackAndPaidByARefundWithoutLines() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 11000, "2026-10-01"));

    assertThat(books.net())
        .isEqualTo(entry("Dr 1100 110.00; Cr 2100 98.00; Cr 2010 7.84; Cr 2230 4.16"));
    assertThat(books.open(2230, "ch_1")).isEqualTo(-416);
    assertThat(books.only(Discrepancy.Kind.PAYMENT_UNCLAIMED))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(416));

    books.tell(amount("r1", "2026-10-03", 416));
    assertThat(books.open(2230, "ch_1")).isZero();
    assertThat(books.open(2230, "re_r1")).isEqualTo(-416);
  }

  private static OrderState twoLines() {
    return order(
        List.of(goods("a", 1, 6000, 0, tax(480)), goods("b", 2, 4000, 0, tax(320))), List.of());
  }

  @Test
  @Tag("failure-21")
  void aLineAddedLaterChangesNothingThatWasAllocatedBefore() {
    OrderState before = order(List.of(goods("a", 1, 6000, 0, tax(480))), List.of());
    TestBooks books = TestBooks.standard().tell(before, paid("1", 6480, "2026-10-01"));
    int entries = books.entries().size();

    books.tell(edit("e1", "2026-10-03", List.of(change("b", 2)), List.of()));
    books.tell(version(twoLines(), 2));
    assertThat(books.entries()).hasSize(entries);

    books.tell(paid("2", 4320, "2026-10-03"));
    assertThat(books.on("2026-10-01"))
        .isEqualTo(entry("Dr 1100 64.80; Cr 2100 60.00; Cr 2010 4.80"));
    assertThat(books.on("2026-10-03"))
        .isEqualTo(entry("Dr 1100 43.20; Cr 2100 40.00; Cr 2010 3.20"));
  }

  @Test
  @Tag("failure-22")
  void anEditedOrderKeepsBothItsVersionsAndTheEntriesOfEach() {
    TestBooks books =
        TestBooks.standard()
            .tell(twoLines(), paid("1", 10800, "2026-10-01"))
            .tell(
                version(twoLines(), 2),
                edit("e1", "2026-10-03", List.of(), List.of(change("b", 2))));

    // The shop now shows the first day as if the line had never been; the books show both days.
    assertThat(books.on("2026-10-01"))
        .isEqualTo(entry("Dr 1100 108.00; Cr 2100 100.00; Cr 2010 8.00"));
    assertThat(books.on("2026-10-03"))
        .isEqualTo(entry("Dr 2100 40.00; Dr 2010 3.20; Cr 2230 43.20"));
    assertThat(books.log(SUBJECT).stream().flatMap(step -> step.facts().stream()))
        .filteredOn(OrderState.class::isInstance)
        .extracting(fact -> ((OrderState) fact).version())
        .containsExactly(1L, 2L);
  }

  @Test
  @Tag("failure-21")
  void aLineRemovedIsOwedBackUntilItsRefundNamesIt() {
    TestBooks books = TestBooks.standard().tell(twoLines(), paid("1", 10800, "2026-10-01"));

    assertThat(books.effectOf(edit("e1", "2026-10-03", List.of(), List.of(change("b", 1)))))
        .isEqualTo(entry("Dr 2100 20.00; Dr 2010 1.60; Cr 2230 21.60"));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-2160);

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-04",
                    2160,
                    List.of(returned("b", 1, 2000, 160, Restock.CANCEL)),
                    0,
                    0),
                refunded("r1", 2160, "2026-10-04")))
        .isEqualTo(entry("Dr 2230 21.60; Cr 1010 21.60"));
    assertThat(books.open(2230, "order/1001")).isZero();

    books.tell(parcel("p1", "2026-10-05", shipped("a", 1), shipped("b", 1)));
    assertThat(books.balance(2100)).isZero();
    assertThat(books.balance(4000)).isEqualTo(-8000);
    assertThat(books.kinds()).doesNotContain(Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP);
  }

  @Test
  @Tag("accounting-77")
  void whatIsRemovedPaysForWhatIsAddedInTheSameEdit() {
    TestBooks books = TestBooks.standard().tell(twoLines());
    books.tell(
        edit("e1", "2026-10-03", List.of(change("b", 2)), List.of(change("a", 1))),
        paid("1", 6480, "2026-10-01"));

    assertThat(books.on("2026-10-03"))
        .isEqualTo(entry("Dr 2100 20.00; Dr 2010 1.60; Cr 2230 21.60"));
    assertThat(books.open(2230, "order/1001")).isEqualTo(-2160);
    assertThat(books.balance(2100)).isEqualTo(-4000);
  }

  @Test
  void aParcelThatHoldsMoreThanTheOrderOwesIsReported() {
    TestBooks books = paidOrder().tell(parcel("p1", "2026-10-05", shipped("cup", 2)));

    assertThat(books.balance(4000)).isEqualTo(-10000);
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP);
  }
}
