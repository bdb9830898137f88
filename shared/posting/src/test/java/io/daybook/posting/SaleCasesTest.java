package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sections 1 and 2 of ACCOUNTING.md: paid, delivered, and what it cost. */
class SaleCasesTest {
  private static final OrderPayment CARD = paid("1", 11884, "2026-10-01");
  private static final OrderPayment GIFT = paid("2", OrderPayment.GIFT_CARD, 2000, "2026-10-01");

  @Test
  @Tag("accounting-1")
  void aPrepaidOrderIsDeferredByItsComponents() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(full(), CARD, GIFT, charged("1", 11884, "2026-10-01")))
        .isEqualTo(
            entry(
                "Dr 1010 118.84; Dr 2200 20.00; Cr 2100 98.00; Cr 2010 7.84; Cr 2220 5.00; Cr 2030 3.00; Cr 2200 25.00"));
    assertThat(books.balance("2010:US-NY")).isEqualTo(-784);
    assertThat(books.open(1100, "ch_1")).isZero();
    assertThat(books.discrepancies()).isEmpty();
  }

  @Test
  @Tag("accounting-2")
  void theProcessorsFeeIsAnExpenseAndNoCutOfRevenue() {
    TestBooks books = TestBooks.standard().tell(full(), CARD, GIFT);

    assertThat(books.effectOf(charged("1", 11884, "2026-10-01", new Fee(Fee.Kind.PROCESSING, 375))))
        .isEqualTo(entry("Dr 1010 118.84; Cr 1100 118.84; Dr 6000 3.75; Cr 1010 3.75"));
  }

  @Test
  @Tag("accounting-3")
  void taxOnAFeeIsNotRecoverableUnlessABookSaysSo() {
    assertThat(
            TestBooks.standard()
                .effectOf(
                    charged(
                        "1",
                        1000,
                        "2026-10-01",
                        new Fee(Fee.Kind.PROCESSING, 300),
                        new Fee(Fee.Kind.TAX, 57))))
        .isEqualTo(entry("Dr 1010 6.43; Dr 6000 3.57; Cr 1100 10.00"));
  }

  @Test
  @Tag("accounting-6")
  void anUnpaidOrderAtShipmentIsAReceivableWithItsTax() {
    TestBooks books = TestBooks.standard().tell(cost(4000, "2026-01-01"));

    assertThat(books.tell(plain()).net()).isEmpty();
    assertThat(books.effectOf(withoutCost("p1")))
        .isEqualTo(
            entry(
                "Dr 1100 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84; Dr 5000 40.00; Cr 1300 40.00"));
    assertThat(books.open(1100, "order/1001")).isEqualTo(10584);
  }

  @Test
  @Tag("accounting-6")
  void aPartlyPaidOrderAtShipmentLeavesTheRestReceivable() {
    TestBooks books = TestBooks.standard().tell(plain(), paid("1", 3175, "2026-10-01"));
    assertThat(books.net()).isEqualTo(entry("Dr 1100 31.75; Cr 2100 29.40; Cr 2010 2.35"));

    assertThat(books.effectOf(withoutCost("p1")))
        .isEqualTo(
            entry(
                "Dr 2100 29.40; Dr 1100 74.09; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 5.49"));
  }

  @Test
  @Tag("accounting-7")
  void aPaymentAfterShipmentClearsTheReceivable() {
    TestBooks books = TestBooks.standard().tell(plain(), withoutCost("p1"));

    assertThat(books.effectOf(paid("1", 10584, "2026-10-09"), charged("1", 10584, "2026-10-09")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 1100 105.84"));
    assertThat(books.open(1100, "order/1001")).isZero();
    assertThat(books.open(1100, "ch_1")).isZero();
  }

  @Test
  @Tag("accounting-7")
  void aGatewayWithoutAFeedIsPostedFromTheShopsWord() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                withoutCost("p1"),
                paid("1", new Gateway("cash on delivery"), 10584, "2026-10-09"));

    assertThat(books.balance("1010:cash-on-delivery")).isEqualTo(10584);
    assertThat(books.balance(1100)).isZero();
  }

  @Test
  @Tag("accounting-9")
  void revenueIsNetOfTheTaxThatAPriceIncludes() {
    OrderState order = order(List.of(goods("cup", 1, 10000, 0, tax("DE", 1900))), List.of());

    assertThat(
            TestBooks.standard()
                .effectOf(order, paid("1", 11900, "2026-10-01"), charged("1", 11900, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 119.00; Cr 2100 100.00; Cr 2010 19.00"));
  }

  @Test
  @Tag("accounting-11")
  void aFullShipmentRecognisesGrossAndDiscountApart() {
    TestBooks books = TestBooks.standard().tell(full(), CARD, GIFT);

    assertThat(books.effectOf(withoutCost("p1")))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.balance(2100)).isZero();
  }

  private static OrderState threeLines() {
    return order(
        List.of(
            goods("a", 1, 3703, 370, List.of()),
            goods("b", 1, 3148, 315, List.of()),
            goods("c", 1, 3149, 315, List.of())),
        List.of(shipping(800, 0)));
  }

  @Test
  @Tag("accounting-12")
  void aPartialShipmentTakesItsLinesAndWithTheFirstParcelTheShipping() {
    TestBooks books = TestBooks.standard().tell(threeLines(), paid("1", 9800, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 41.33; Dr 4090 3.70; Cr 4000 37.03; Cr 4010 8.00"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("b", 1), shipped("c", 1))))
        .isEqualTo(entry("Dr 2100 56.67; Dr 4090 6.30; Cr 4000 62.97"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-12")
  void shippingMayBeEarnedWithTheLastParcel() {
    TestBooks books = shippingPolicy(RecognitionPolicy.Shipping.LAST_PARCEL);

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 33.33; Dr 4090 3.70; Cr 4000 37.03"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("b", 1), shipped("c", 1))))
        .isEqualTo(entry("Dr 2100 64.67; Dr 4090 6.30; Cr 4000 62.97; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-12")
  void shippingMayBeEarnedByTheShareOfGoodsThatLeft() {
    TestBooks books = shippingPolicy(RecognitionPolicy.Shipping.PRO_RATA);

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 36.29; Dr 4090 3.70; Cr 4000 37.03; Cr 4010 2.96"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("b", 1))))
        .isEqualTo(entry("Dr 2100 30.85; Dr 4090 3.15; Cr 4000 31.48; Cr 4010 2.52"));
    assertThat(books.effectOf(parcel("p3", "2026-10-04", shipped("c", 1))))
        .isEqualTo(entry("Dr 2100 30.86; Dr 4090 3.15; Cr 4000 31.49; Cr 4010 2.52"));
    assertThat(books.balance(2100)).isZero();
  }

  private static TestBooks shippingPolicy(RecognitionPolicy.Shipping shipping) {
    return TestBooks.under(policy -> policy.with(policy.recognition().with(shipping)))
        .tell(threeLines(), paid("1", 9800, "2026-10-01"));
  }

  @Test
  @Tag("accounting-12")
  void quantitiesOfALineAreRoundedCumulatively() {
    OrderState order = order(List.of(goods("a", 3, 1000, 100, List.of())), List.of());
    TestBooks books = TestBooks.standard().tell(order, paid("1", 900, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 3.00; Dr 4090 0.33; Cr 4000 3.33"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 3.00; Dr 4090 0.34; Cr 4000 3.34"));
    assertThat(books.effectOf(parcel("p3", "2026-10-04", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 3.00; Dr 4090 0.33; Cr 4000 3.33"));
  }

  @Test
  @Tag("accounting-12")
  void unitsThatCostNextToNothingNeverCostLess() {
    OrderState order = order(List.of(goods("a", 3, 10001, 10000, List.of())), List.of());
    TestBooks books = TestBooks.standard().tell(order, paid("1", 1, "2026-10-01"));

    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("a", 1))))
        .isEqualTo(entry("Dr 4090 33.33; Cr 4000 33.33"));
    assertThat(books.effectOf(parcel("p2", "2026-10-03", shipped("a", 1))))
        .isEqualTo(entry("Dr 2100 0.01; Dr 4090 33.34; Cr 4000 33.35"));
    assertThat(books.effectOf(parcel("p3", "2026-10-04", shipped("a", 1))))
        .isEqualTo(entry("Dr 4090 33.33; Cr 4000 33.33"));
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-13")
  void theCostOfGoodsLeavesWithTheParcel() {
    TestBooks books =
        TestBooks.standard()
            .tell(cost(3500, "2026-01-01"), cost(4000, "2026-06-01"), cost(4500, "2026-11-01"))
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("cup", 1)));

    assertThat(books.on("2026-10-02"))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Dr 5000 40.00; Cr 1300 40.00"));
  }

  @Test
  @Tag("accounting-13")
  void anUnknownCostIsNoLegAndALateOneIsPostedUnderTheDayOfShipment() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("cup", 1)));
    assertThat(books.balance(5000)).isZero();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.COST_UNKNOWN);

    books.tell(cost(4500, "2026-12-01"), cost(4000, "2026-10-20"));
    books.learn(SUBJECT, List.of());

    assertThat(books.on("2026-10-02")).containsEntry("5000", 4000L).containsEntry("1300", -4000L);
    assertThat(books.discrepancies()).isEmpty();

    books.tell(cost(3800, "2026-09-01"));
    books.learn(SUBJECT, List.of());

    assertThat(books.on("2026-10-02")).containsEntry("5000", 3800L);
  }

  @Test
  @Tag("accounting-13")
  void goodsWithoutAnItemNumberAreReportedToo() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                order(List.of(line("x", OrderLine.Kind.GOODS, 500, List.of())), List.of()),
                paid("1", 500, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("x", 1)));

    assertThat(books.only(Discrepancy.Kind.COST_UNKNOWN))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains("no item number"));
  }

  @Test
  @Tag("accounting-14")
  void aParcelThatIsCalledBackWaitsAgainWithItsCost() {
    var parcel = parcel("p1", "2026-10-02", shipped("cup", 1));
    TestBooks books =
        TestBooks.standard()
            .tell(cost(4000, "2026-01-01"), plain(), paid("1", 10584, "2026-10-01"), parcel);

    assertThat(books.effectOf(calledBack(parcel, "2026-10-03")))
        .isEqualTo(
            entry(
                "Dr 4000 100.00; Dr 4010 8.00; Cr 4090 10.00; Cr 2100 98.00; Dr 1300 40.00; Cr 5000 40.00"));
    assertThat(books.on("2026-10-03")).containsEntry("2100", -9800L).containsEntry("1300", 4000L);
  }

  @Test
  @Tag("accounting-14")
  void aParcelOfAnUnpaidOrderThatIsCalledBackTakesTheReceivableWithIt() {
    var parcel = parcel("p1", "2026-10-02", shipped("cup", 1));
    TestBooks books = TestBooks.standard().tell(plain(), parcel);

    assertThat(books.effectOf(calledBack(parcel, "2026-10-03")))
        .isEqualTo(
            entry("Dr 4000 100.00; Dr 4010 8.00; Dr 2010 7.84; Cr 4090 10.00; Cr 1100 105.84"));
  }

  @Test
  @Tag("accounting-14")
  void whatWasPaidBetweenShipmentAndCallBackWaitsAsPaid() {
    var parcel = parcel("p1", "2026-10-02", shipped("cup", 1));
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(), parcel, paid("1", 10584, "2026-10-03"), calledBack(parcel, "2026-10-04"));

    assertThat(books.net()).isEqualTo(entry("Dr 1100 105.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.open(1100, "order/1001")).isZero();
  }

  @Test
  @Tag("accounting-14")
  void whatWasCalledBackCanBeSentAgain() {
    var parcel = parcel("p1", "2026-10-02", shipped("cup", 1));
    TestBooks books =
        TestBooks.standard()
            .tell(plain(), paid("1", 10584, "2026-10-01"), parcel, calledBack(parcel, "2026-10-03"))
            .tell(withoutCost("p2"));

    assertThat(books.net())
        .isEqualTo(
            entry("Dr 1100 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84"));
  }

  @Test
  @Tag("accounting-1")
  void aServiceIsEarnedWhenTheOrderIsPaidUnlessAFulfilmentMarksIt() {
    OrderState order =
        order(
            List.of(
                goods("cup", 1, 10000, 1000, tax(720)),
                line("wrap", OrderLine.Kind.SERVICE, 300, tax(24))),
            List.of(shipping(800, 64)));
    TestBooks books = TestBooks.standard().tell(order, paid("1", 5000, "2026-10-01"));
    assertThat(books.balance(4000)).isZero();

    books.tell(paid("2", 5908, "2026-10-02"));
    assertThat(books.on("2026-10-02")).containsEntry("4000", -300L);

    books.tell(parcel("p1", "2026-10-05", shipped("cup", 1), shipped("wrap", 1)));
    assertThat(books.on("2026-10-02")).doesNotContainKey("4000");
    assertThat(books.on("2026-10-05")).containsEntry("4000", -10300L);
    assertThat(books.balance(2100)).isZero();
  }

  private static Fulfilment withoutCost(String id) {
    return parcel(id, "2026-10-05", shipped("cup", 1));
  }
}
