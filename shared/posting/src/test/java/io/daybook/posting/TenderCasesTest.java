package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CardOrigin;
import io.daybook.events.Gateway;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund.Restock;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TenderPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What customers pay with: cards given and sold, store credit, cash, tips, and what is not revenue. */
class TenderCasesTest {
  private static final OrderPayment PROMO = paid("g", OrderPayment.GIFT_CARD, 1500, "2026-10-02");
  private static final CardOrigin GIVEN = card("g", CardOrigin.Source.PROMO, 1500, 0, 0, List.of());

  @Test
  @Tag("accounting-10")
  @Tag("accounting-A7")
  @Tag("failure-45")
  void aCardThatWasNeverSoldIsADiscount() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                plain(),
                PROMO,
                GIVEN,
                paid("1", 9084, "2026-10-01"),
                charged("1", 9084, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 90.84; Cr 2100 83.00; Cr 2010 7.84"));
    assertThat(books.effectOf(parcel("p1", "2026-10-05", shipped("cup", 1))))
        .isEqualTo(entry("Dr 2100 83.00; Dr 4090 25.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.balance(2100)).isZero();
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.COST_UNKNOWN);
  }

  @Test
  @Tag("accounting-10")
  @Tag("failure-45")
  void aRefundOfItPaysBackOnlyWhatWasPaid() {
    TestBooks books =
        TestBooks.standard().tell(plain(), PROMO, GIVEN, paid("1", 9084, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    9084,
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    800,
                    64)))
        .isEqualTo(entry("Dr 2100 83.00; Dr 2010 7.84; Cr 2230 90.84"));
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("accounting-10")
  void withoutDeferralItIsADiscountAtPayment() {
    TestBooks books =
        TestBooks.under(
            policy -> policy.with(policy.recognition().with(RecognitionPolicy.Deferral.OFF)));
    books.tell(plain(), PROMO, GIVEN);

    assertThat(books.effectOf(paid("1", 9084, "2026-10-01"), charged("1", 9084, "2026-10-01")))
        .containsAllEntriesOf(
            entry("Dr 1010 90.84; Dr 4090 25.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84"));
  }

  @Test
  @Tag("accounting-10")
  void aCardThatCoversTheTaxTooLeavesTheTaxToTheMerchant() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("g", OrderPayment.GIFT_CARD, 10584, "2026-10-01"),
                card("g", CardOrigin.Source.PROMO, 10584, 0, 0, List.of()));

    assertThat(books.net()).isEqualTo(entry("Dr 4090 7.84; Cr 2010 7.84"));
    assertThat(books.effectOf(parcel("p1", "2026-10-05", shipped("cup", 1))))
        .isEqualTo(entry("Dr 4090 108.00; Cr 4000 100.00; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-A7")
  void aCardOfUnknownOriginCountsAsSoldAndIsAnException() {
    TestBooks books =
        TestBooks.standard()
            .tell(plain(), PROMO, card("g", CardOrigin.Source.UNKNOWN, 1500, 0, 0, List.of()));

    assertThat(books.balance(2200)).isEqualTo(1500);
    assertThat(books.only(Discrepancy.Kind.CARD_ORIGIN_UNKNOWN))
        .hasValueSatisfying(found -> assertThat(found.minor()).isEqualTo(1500));
    books.tell(
        new CardOrigin(
            SHOP,
            new TransactionId("g"),
            ORDER,
            2,
            CardOrigin.Source.REFUND,
            1500,
            0,
            0,
            List.of()));
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.balance(2200)).isEqualTo(1500);
  }

  private static OrderState cardSold(long discount, List<TaxAmount> taxes) {
    long gross = 2500 - taxes.stream().mapToLong(TaxAmount::minor).sum();
    return order(
        List.of(
            new OrderLine(
                new LineId("card"),
                Optional.empty(),
                OrderLine.Kind.GIFT_CARD,
                1,
                gross,
                discount,
                taxes)),
        List.of());
  }

  @Test
  @Tag("accounting-76a")
  void aCardSoldBelowItsValueHoldsItsDiscountUntilItIsRedeemed() {
    TestBooks sale = TestBooks.standard();
    assertThat(
            sale.effectOf(
                cardSold(500, List.of()),
                paid("1", 2000, "2026-10-01"),
                charged("1", 2000, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 20.00; Dr 2205 5.00; Cr 2200 25.00"));

    TestBooks books = TestBooks.standard();
    assertThat(
            books.effectOf(
                plain(),
                paid("1", 8084, "2026-10-02"),
                charged("1", 8084, "2026-10-02"),
                paid("g", OrderPayment.GIFT_CARD, 2500, "2026-10-02"),
                card("g", CardOrigin.Source.SOLD, 2500, 0, 500, List.of())))
        .isEqualTo(
            entry("Dr 1010 80.84; Dr 2200 25.00; Cr 2205 5.00; Cr 2100 93.00; Cr 2010 7.84"));
    assertThat(books.effectOf(parcel("p1", "2026-10-05", shipped("cup", 1))))
        .isEqualTo(entry("Dr 2100 93.00; Dr 4090 15.00; Cr 4000 100.00; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-76a")
  @Tag("accounting-A7")
  void aPartOfADiscountedCardReleasesItsShareCumulatively() {
    TestBooks first =
        TestBooks.standard()
            .tell(
                plain(),
                paid("g", OrderPayment.GIFT_CARD, 1000, "2026-10-02"),
                card("g", CardOrigin.Source.SOLD, 3000, 0, 500, List.of()));
    assertThat(first.balance(2205)).isEqualTo(-167);

    TestBooks second =
        TestBooks.standard()
            .tell(
                plain(),
                paid("g", OrderPayment.GIFT_CARD, 1000, "2026-10-02"),
                card("g", CardOrigin.Source.SOLD, 3000, 1000, 500, List.of()));
    assertThat(second.balance(2205)).isEqualTo(-166);
    assertThat(second.balance(2200)).isEqualTo(1000);
  }

  @Test
  @Tag("accounting-76a")
  void aDiscountedCardThatIsRefundedTakesItsDiscountBack() {
    TestBooks books =
        TestBooks.standard().tell(cardSold(500, List.of()), paid("1", 2000, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    2000,
                    List.of(returned("card", 1, 2000, 0, Restock.NONE)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 2200 25.00; Cr 2205 5.00; Cr 2230 20.00"));
  }

  @Test
  @Tag("accounting-76b")
  @Tag("failure-53")
  void aSinglePurposeCardIsTaxedOnce() {
    TestBooks sale = TestBooks.standard();
    assertThat(
            sale.effectOf(
                cardSold(0, tax("DE", 399)),
                paid("1", 2500, "2026-10-01"),
                charged("1", 2500, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 25.00; Cr 2200 21.01; Cr 2010 3.99"));

    TestBooks books = TestBooks.standard();
    assertThat(
            books.effectOf(
                order(List.of(goods("cup", 1, 10000, 0, tax("DE", 1900))), List.of()),
                paid("1", 9400, "2026-10-02"),
                charged("1", 9400, "2026-10-02"),
                paid("g", OrderPayment.GIFT_CARD, 2500, "2026-10-02"),
                card("g", CardOrigin.Source.SOLD, 2500, 0, 0, tax("DE", 399))))
        .isEqualTo(entry("Dr 1010 94.00; Dr 2200 21.01; Cr 2100 100.00; Cr 2010 15.01"));
  }

  private static StoreCredit credit(String id, Tender tender, StoreCredit.Change change) {
    return new StoreCredit(
        SHOP, new TransactionId(id), tender, change, USD, 1000, at("2026-10-01"));
  }

  @Test
  @Tag("accounting-75")
  void goodwillIsAReturnUntilItIsSpentOrLapses() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(credit("c1", Tender.STORE_CREDIT, StoreCredit.Change.GOODWILL)))
        .isEqualTo(entry("Dr 4900 10.00; Cr 2210 10.00"));
    assertThat(
            books.effectOf(
                plain(),
                paid("s", OrderPayment.STORE_CREDIT, 1000, "2026-10-02"),
                paid("1", 9584, "2026-10-02"),
                charged("1", 9584, "2026-10-02")))
        .isEqualTo(entry("Dr 2210 10.00; Dr 1010 95.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.effectOf(credit("c2", Tender.STORE_CREDIT, StoreCredit.Change.LAPSED)))
        .isEqualTo(entry("Dr 2210 10.00; Cr 4020 10.00"));
    assertThat(books.effectOf(credit("c3", Tender.GIFT_CARD, StoreCredit.Change.GOODWILL)))
        .isEqualTo(entry("Dr 4900 10.00; Cr 2200 10.00"));
  }

  @Test
  @Tag("accounting-32")
  void aRefundToStoreCreditOrAGiftCardIsAPromise() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plain(),
                paid("1", 10584, "2026-10-01"),
                parcel("p1", "2026-10-02", shipped("cup", 1)));
    var cup = List.of(returned("cup", 1, 9000, 720, Restock.NONE));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    cup,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", Tender.STORE_CREDIT, 9720, 0)))))
        .isEqualTo(entry("Dr 4900 90.00; Dr 2010 7.20; Cr 2210 97.20"));

    TestBooks before = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"));
    assertThat(
            before.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", OrderPayment.STORE_CREDIT, 9720)))))
        .isEqualTo(entry("Dr 2100 90.00; Dr 2010 7.20; Cr 2210 97.20"));

    TestBooks card = TestBooks.standard().tell(plain(), paid("1", 10584, "2026-10-01"));
    assertThat(
            card.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", OrderPayment.GIFT_CARD, 9720)))))
        .isEqualTo(entry("Dr 2100 90.00; Dr 2010 7.20; Cr 2200 97.20"));
  }

  private static OrderState counter(long discount, boolean charged) {
    List<OrderLine> lines =
        charged
            ? List.of(
                goods("cup", 1, 5000, discount, tax(400)),
                line("service", OrderLine.Kind.SERVICE_CHARGE, 1000, List.of()))
            : List.of(goods("cup", 1, 5000, discount, tax(400)));
    OrderState order = order(lines, List.of());
    return with(order, 600, 0, order.totalMinor() + 600);
  }

  @Test
  @Tag("accounting-66")
  void aSaleOverTheCounterIsEarnedAtOnceAndATipIsTheStaffs() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                counter(0, false),
                paid("1", 6000, "2026-10-01"),
                charged("1", 6000, "2026-10-01"),
                parcel("handed over", "2026-10-01", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1010 60.00; Cr 4000 50.00; Cr 2010 4.00; Cr 2220 6.00"));
  }

  @Test
  @Tag("accounting-66")
  void discountsAndServiceChargesStandApart() {
    TestBooks books = TestBooks.standard().tell(cost(2000, "2026-01-01"));

    assertThat(
            books.effectOf(
                counter(500, true),
                paid("1", 6500, "2026-10-01"),
                charged("1", 6500, "2026-10-01"),
                parcel("handed over", "2026-10-01", shipped("cup", 1))))
        .isEqualTo(
            entry(
                "Dr 1010 65.00; Dr 4090 5.00; Cr 4000 50.00; Cr 4050 10.00; Cr 2010 4.00; Cr 2220 6.00; Dr 5000 20.00; Cr 1300 20.00"));
  }

  @Test
  @Tag("accounting-1")
  @Tag("accounting-66")
  void aTipThatIsNotPassedOnIsIncome() {
    TestBooks books =
        TestBooks.under(policy ->
            policy.with(new TenderPolicy(TenderPolicy.Tips.INCOME, policy.tenders().gateways())));

    assertThat(
            books.effectOf(
                counter(0, false),
                paid("1", 6000, "2026-10-01"),
                parcel("handed over", "2026-10-01", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1100 60.00; Cr 4000 50.00; Cr 2010 4.00; Cr 4040 6.00"));
  }

  private static OrderState plainCounter() {
    return order(List.of(goods("cup", 1, 5000, 0, tax(400))), List.of());
  }

  @Test
  @Tag("accounting-67")
  void cashStaysInTheDrawer() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                plainCounter(),
                paid("1", Tender.CASH, 5400, "2026-10-01"),
                parcel("handed over", "2026-10-01", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1020 54.00; Cr 4000 50.00; Cr 2010 4.00"));
  }

  @Test
  @Tag("accounting-67")
  void thePolicySaysWhatAMerchantsOwnNamesMean() {
    TestBooks books =
        TestBooks.under(policy ->
            policy.with(
                new TenderPolicy(TenderPolicy.Tips.LIABILITY, Map.of("Bar bezahlt", Tender.CASH))));

    assertThat(
            books.effectOf(
                plainCounter(), paid("1", new Gateway("Bar bezahlt"), 5400, "2026-10-01")))
        .isEqualTo(entry("Dr 1020 54.00; Cr 2100 50.00; Cr 2010 4.00"));
  }

  @Test
  @Tag("accounting-78b")
  @Tag("failure-51")
  void aCardSaleRefundedInCashIsPaidByTheDrawer() {
    TestBooks books =
        TestBooks.standard()
            .tell(
                plainCounter(),
                paid("1", 5400, "2026-10-01"),
                parcel("handed over", "2026-10-01", shipped("cup", 1)));
    var cup = List.of(returned("cup", 1, 5000, 400, Restock.NONE));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    cup,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", Tender.CASH, 5400, 0)))))
        .isEqualTo(entry("Dr 4900 50.00; Dr 2010 4.00; Cr 1020 54.00"));
  }

  @Test
  @Tag("accounting-78b")
  void aRefundByTransferIsUnderWayToTheCustomersBank() {
    TestBooks books = TestBooks.standard().tell(plainCounter(), paid("1", 5400, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    List.of(returned("cup", 1, 5000, 400, Restock.CANCEL)),
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", Tender.WIRE, 5400, 0)))))
        .isEqualTo(entry("Dr 2100 50.00; Dr 2010 4.00; Cr 1007 54.00"));
  }

  @Test
  @Tag("accounting-94")
  void whatIsCollectedForAThirdPartyIsNeverRevenue() {
    TestBooks books = TestBooks.standard();
    OrderState order =
        order(List.of(line("gift", OrderLine.Kind.THIRD_PARTY, 100, List.of())), List.of());

    assertThat(books.effectOf(order, paid("1", 100, "2026-10-01"), charged("1", 100, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 1.00; Cr 2260 1.00"));
    assertThat(books.effectOf(parcel("p1", "2026-10-02", shipped("gift", 1)))).isEmpty();
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    100,
                    List.of(returned("gift", 1, 100, 0, Restock.NONE)),
                    0,
                    0)))
        .isEqualTo(entry("Dr 2260 1.00; Cr 2230 1.00"));
  }

  @Test
  @Tag("accounting-95")
  void aCashTotalIsRoundedAndTheTaxIsNot() {
    OrderState order = order(List.of(goods("cup", 1, 5003, 0, tax(400))), List.of());
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                order,
                paid("1", Tender.CASH, 5405, "2026-10-01", Optional.empty(), Optional.of(2L)),
                parcel("handed over", "2026-10-01", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1020 54.05; Cr 4000 50.03; Cr 2010 4.00; Cr 6050 0.02"));
    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-02",
                    List.of(returned("cup", 1, 5003, 400, Restock.NONE)),
                    0,
                    0,
                    0,
                    Optional.empty(),
                    0,
                    List.of(backTo("r1", Tender.CASH, 5405, 2)))))
        .isEqualTo(entry("Dr 4900 50.03; Dr 2010 4.00; Dr 6050 0.02; Cr 1020 54.05"));
    assertThat(books.kinds()).containsExactly(Discrepancy.Kind.COST_UNKNOWN);
  }
}
