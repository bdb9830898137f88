package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Delivery.Outcome;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.Invoice.Claim;
import io.daybook.events.OrderAct.Act;
import io.daybook.events.OrderState;
import io.daybook.events.Refund.Restock;
import io.daybook.events.Tender;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRelief;
import io.daybook.ledger.policy.TaxRule;
import io.daybook.ledger.policy.TenderPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 7 of ACCOUNTING.md: cash on delivery, transfers, bad debts, and what Magento tells. */
class ManualCasesTest {
  private static final Gateway ON_DELIVERY = new Gateway("cash_on_delivery");
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks standard() {
    return TestBooks.under(policy ->
        policy.with(
            new TenderPolicy(
                TenderPolicy.Tips.LIABILITY,
                Map.of("cash_on_delivery", Tender.COD, "bank deposit", Tender.WIRE))));
  }

  private static TestBooks atDelivery() {
    return TestBooks.under(policy ->
        policy
            .with(policy.recognition().with(RecognitionPolicy.Trigger.DELIVERY))
            .with(
                new TenderPolicy(
                    TenderPolicy.Tips.LIABILITY, Map.of("cash_on_delivery", Tender.COD))));
  }

  @Test
  @Tag("accounting-56")
  void cashOnDeliveryIsOwedByTheCarrier() {
    TestBooks books = standard().tell(payableBy(plain(), ON_DELIVERY));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry("Dr 1150 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84"));
    assertThat(books.open(1150, "order/1001")).isEqualTo(10584);
    assertThat(books.effectOf(paid("1", ON_DELIVERY, 10584, "2026-10-09"))).isEmpty();
    assertThat(books.open(1150, "order/1001")).isEqualTo(10584);
  }

  @Test
  @Tag("accounting-56")
  void underTheDeliveryPolicyTheCarrierOwesItAtDelivery() {
    TestBooks books = atDelivery().tell(cost(4000, "2026-01-01"), payableBy(plain(), ON_DELIVERY));

    assertThat(books.effectOf(parcel("p1", "2026-10-30", shipped("cup", 1))))
        .isEqualTo(entry("Dr 1310 40.00; Cr 1300 40.00"));
    assertThat(books.effectOf(delivery("p1", "2026-10-31", Outcome.DELIVERED)))
        .isEqualTo(
            entry(
                "Dr 1150 105.84; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84; Dr 5000 40.00; Cr 1310 40.00"));
  }

  @Test
  @Tag("accounting-58")
  void aRefusedParcelTakesSaleReceivableAndCostBack() {
    TestBooks books =
        standard().tell(cost(4000, "2026-01-01"), payableBy(plain(), ON_DELIVERY), PARCEL);

    assertThat(books.effectOf(delivery("p1", "2026-10-09", Outcome.RETURNED)))
        .isEqualTo(
            entry(
                "Dr 4000 100.00; Dr 4010 8.00; Dr 2010 7.84; Cr 4090 10.00; Cr 1150 105.84; Dr 1300 40.00; Cr 5000 40.00"));
    assertThat(books.net()).isEmpty();
  }

  @Test
  @Tag("accounting-58")
  void underTheDeliveryPolicyARefusalMovesOnlyStock() {
    TestBooks books =
        atDelivery()
            .tell(
                cost(4000, "2026-01-01"),
                payableBy(plain(), ON_DELIVERY),
                parcel("p1", "2026-10-30", shipped("cup", 1)));

    assertThat(books.effectOf(delivery("p1", "2026-10-31", Outcome.RETURNED)))
        .isEqualTo(entry("Dr 1300 40.00; Cr 1310 40.00"));
  }

  @Test
  @Tag("accounting-59")
  @Tag("failure-47")
  void aTransferBeforeShipmentWaitsAsDeferredRevenue() {
    TestBooks books = standard().tell(plain());

    assertThat(
            books.effectOf(
                wire("b1", Optional.empty(), 10584, 0, "2026-10-02"),
                bankLine("b1", 10584, "2026-10-02")))
        .isEqualTo(entry("Dr 1000 105.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.open(1100, "wire/b1")).isZero();
    assertThat(books.discrepancies()).isEmpty();
    assertThat(books.entries())
        .anySatisfy(entry -> assertThat(entry.memo()).isEqualTo("Transfer for order 1001"));
  }

  @Test
  @Tag("accounting-59")
  void aTransferOfWhichTheShopToldIsNotPaidTwice() {
    TestBooks books =
        standard().tell(plain(), paid("1", new Gateway("bank deposit"), 10584, "2026-10-01"));
    assertThat(books.open(1100, "ch_1")).isEqualTo(10584);

    assertThat(
            books.effectOf(
                wire("b1", Optional.of("ch_1"), 10584, 0, "2026-10-02"),
                bankLine("b1", 10584, "2026-10-02")))
        .isEqualTo(entry("Dr 1000 105.84; Cr 1100 105.84"));
    assertThat(books.open(1100, "ch_1")).isZero();
    assertThat(books.balance(2100)).isEqualTo(-9800);
  }

  @Test
  @Tag("accounting-96a")
  void aBanksProvenFeeIsACharge() {
    TestBooks books = standard().tell(plain(), PARCEL);

    assertThat(
            books.effectOf(
                wire("b1", Optional.empty(), 9584, 1000, "2026-10-09"),
                bankLine("b1", 9584, "2026-10-09")))
        .isEqualTo(entry("Dr 1000 95.84; Dr 6080 10.00; Cr 1100 105.84"));
    assertThat(books.balance(1100)).isZero();
  }

  @Test
  @Tag("accounting-96a")
  void whatIsShortWithoutProofStaysReceivable() {
    TestBooks books = standard().tell(plain(), PARCEL);

    assertThat(
            books.effectOf(
                wire("b1", Optional.empty(), 9584, 0, "2026-10-09"),
                bankLine("b1", 9584, "2026-10-09")))
        .isEqualTo(entry("Dr 1000 95.84; Cr 1100 95.84"));
    assertThat(books.open(1100, "order/1001")).isEqualTo(1000);
  }

  @Test
  @Tag("accounting-96b")
  void aSurplusIsOwedBack() {
    TestBooks books = standard().tell(plain(), PARCEL);

    assertThat(
            books.effectOf(
                wire("b1", Optional.empty(), 11000, 0, "2026-10-09"),
                bankLine("b1", 11000, "2026-10-09")))
        .isEqualTo(entry("Dr 1000 110.00; Cr 1100 105.84; Cr 2230 4.16"));
    assertThat(books.open(2230, "wire/b1")).isEqualTo(-416);
    assertThat(books.kinds()).contains(Discrepancy.Kind.PAYMENT_UNCLAIMED);

    TestBooks told =
        standard()
            .tell(plain(), PARCEL, paid("1", new Gateway("bank deposit"), 10584, "2026-10-08"));
    assertThat(
            told.effectOf(
                wire("b1", Optional.of("ch_1"), 11000, 0, "2026-10-09"),
                bankLine("b1", 11000, "2026-10-09")))
        .isEqualTo(entry("Dr 1000 110.00; Cr 1100 105.84; Cr 2230 4.16"));
    assertThat(told.open(1100, "ch_1")).isZero();
  }

  @Test
  @Tag("accounting-60")
  void aBadDebtLeavesRevenueAndUnlessClaimedTheTax() {
    TestBooks books = standard().tell(plain(), PARCEL);

    assertThat(books.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
        .isEqualTo(entry("Dr 6030 105.84; Cr 1100 105.84"));
    assertThat(books.effectOf(paid("1", 5000, "2026-10-25")))
        .isEqualTo(entry("Dr 1100 50.00; Cr 6030 50.00"));
    assertThat(books.effectOf(paid("2", 6000, "2026-10-26")))
        .isEqualTo(entry("Dr 1100 60.00; Cr 6030 55.84; Cr 2230 4.16"));
  }

  @Test
  @Tag("accounting-60")
  void taxOnABadDebtMayBeClaimed() {
    TestBooks books =
        TestBooks.under(policy -> policy.with(policy.tax().withBadDebt(TaxRelief.CLAIMED)))
            .tell(plain(), PARCEL);

    assertThat(books.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
        .isEqualTo(entry("Dr 6030 98.00; Dr 2010 7.84; Cr 1100 105.84"));

    TestBooks half =
        TestBooks.under(policy -> policy.with(policy.tax().withBadDebt(TaxRelief.CLAIMED)))
            .tell(plain(), PARCEL, paid("1", 5292, "2026-10-06"));
    assertThat(half.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
        .isEqualTo(entry("Dr 6030 49.00; Dr 2010 3.92; Cr 1100 52.92"));
  }

  @Test
  @Tag("accounting-61")
  @Tag("accounting-73")
  void anOrderIsACommitmentAndPostsNothing() {
    assertThat(standard().effectOf(plain())).isEmpty();
    assertThat(standard().effectOf(cancelled(plain(), "2026-10-02"))).isEmpty();
  }

  private static OrderState three() {
    return order(List.of(goods("a", 3, 1000, 0, tax(71))), List.of());
  }

  @Test
  @Tag("accounting-62")
  void aCapturedInvoiceIsAPaymentWithItsOwnTax() {
    TestBooks books = standard().tell(plain());

    assertThat(
            books.effectOf(
                paid("1", Tender.CARD, 10584, "2026-10-01", Optional.of(784L), Optional.empty()),
                charged("1", 10584, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 2100 98.00; Cr 2010 7.84"));
  }

  @Test
  @Tag("accounting-62")
  void partialInvoicesAddUpToTheOrder() {
    TestBooks figures = standard().tell(three());
    assertThat(
            figures.effectOf(
                paid("1", Tender.CARD, 357, "2026-10-01", Optional.of(24L), Optional.empty())))
        .isEqualTo(entry("Dr 1100 3.57; Cr 2100 3.33; Cr 2010 0.24"));
    assertThat(
            figures.effectOf(
                paid("2", Tender.CARD, 357, "2026-10-02", Optional.of(24L), Optional.empty())))
        .isEqualTo(entry("Dr 1100 3.57; Cr 2100 3.33; Cr 2010 0.24"));
    assertThat(
            figures.effectOf(
                paid("3", Tender.CARD, 357, "2026-10-03", Optional.of(24L), Optional.empty())))
        .isEqualTo(entry("Dr 1100 3.57; Cr 2100 3.34; Cr 2010 0.23"));

    TestBooks none = standard().tell(three());
    none.tell(paid("1", 357, "2026-10-01"), paid("2", 357, "2026-10-02"));
    assertThat(none.effectOf(paid("3", 357, "2026-10-03")))
        .isEqualTo(entry("Dr 1100 3.57; Cr 2100 3.33; Cr 2010 0.24"));
    assertThat(none.balance(2010)).isEqualTo(-71);
  }

  private static TestBooks vat() {
    return TestBooks.under(policy ->
        policy.with(policy.tax().withRules(new TaxRule("EU", TaxPoint.INVOICE), Map.of())));
  }

  @Test
  @Tag("accounting-63")
  void anUnpaidInvoiceThatCanBeCancelledIsNoReceivable() {
    assertThat(
            standard()
                .tell(plain())
                .effectOf(invoice("i1", "2026-10-02", 9800, 784, Claim.CANCELLABLE)))
        .isEmpty();
  }

  @Test
  @Tag("accounting-63")
  void theVatThatAnInvoiceShowsIsOwedUntilThePaymentClearsIt() {
    TestBooks books = vat().tell(plain());

    assertThat(books.effectOf(invoice("i1", "2026-10-02", 9800, 784, Claim.CANCELLABLE)))
        .isEqualTo(entry("Dr 1100 7.84; Cr 2010 7.84"));
    assertThat(books.effectOf(paid("1", 10584, "2026-10-03")))
        .isEqualTo(entry("Dr 1100 98.00; Cr 2100 98.00"));
    assertThat(books.open(1100, "order/1001")).isZero();
    assertThat(books.open(1100, "ch_1")).isEqualTo(10584);
  }

  @Test
  @Tag("accounting-63")
  void aPartialInvoiceShowsAPartOfTheVat() {
    TestBooks books = vat().tell(plain());

    assertThat(books.effectOf(invoice("i1", "2026-10-02", 4900, 392, Claim.CANCELLABLE)))
        .isEqualTo(entry("Dr 1100 3.92; Cr 2010 3.92"));
    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry("Dr 1100 101.92; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 3.92"));
  }

  @Test
  @Tag("accounting-63")
  void aPriceThatIsDueAndCannotBeCancelledIsAReceivable() {
    TestBooks books = standard().tell(plain());

    assertThat(books.effectOf(invoice("i1", "2026-10-02", 9800, 784, Claim.DUE)))
        .isEqualTo(entry("Dr 1100 105.84; Cr 2100 98.00; Cr 2010 7.84"));
    assertThat(books.effectOf(paid("1", 10584, "2026-10-03"), charged("1", 10584, "2026-10-03")))
        .isEqualTo(entry("Dr 1010 105.84; Cr 1100 105.84"));
    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
  }

  @Test
  @Tag("accounting-63")
  void aCancelledInvoiceIsAsIfItHadNeverBeen() {
    var due = invoice("i1", "2026-10-02", 9800, 784, Claim.DUE);
    TestBooks books = vat().tell(plain(), due);

    assertThat(books.effectOf(cancelled(due, "2026-10-04")))
        .isEqualTo(entry("Dr 2100 98.00; Dr 2010 7.84; Cr 1100 105.84"));
    assertThat(books.on("2026-10-04"))
        .isEqualTo(entry("Dr 2100 98.00; Dr 2010 7.84; Cr 1100 105.84"));
    assertThat(books.effectOf(paid("1", 10584, "2026-10-05")))
        .isEqualTo(entry("Dr 1100 105.84; Cr 2100 98.00; Cr 2010 7.84"));
  }

  @Test
  @Tag("accounting-64")
  void aMagentoShipmentEarnsWhatItHolds() {
    TestBooks books =
        standard().tell(cost(4000, "2026-01-01"), plain(), paid("1", 10584, "2026-10-01"));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry(
                "Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Dr 5000 40.00; Cr 1300 40.00"));
  }

  @Test
  @Tag("accounting-65a")
  @Tag("failure-28")
  void aCreditMemosAdjustmentsAreAmountsOfTheirOwn() {
    TestBooks books = standard().tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-08",
                    List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
                    800,
                    64,
                    200,
                    Optional.of(0L),
                    500,
                    back("r1", 10284)),
                refunded("r1", 10284, "2026-10-08")))
        .isEqualTo(
            entry(
                "Dr 4900 90.00; Dr 4900 2.00; Dr 4910 8.00; Dr 2010 7.84; Cr 4030 5.00; Cr 1010 102.84"));
    assertThat(books.kinds()).doesNotContain(Discrepancy.Kind.OVER_REFUNDED);
  }

  @Test
  @Tag("accounting-65b")
  void beforeShipmentTheMemoComesFromDeferredRevenue() {
    TestBooks books = standard().tell(plain(), paid("1", 10584, "2026-10-01"));

    assertThat(
            books.effectOf(
                refund(
                    "r1",
                    "2026-10-03",
                    List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
                    800,
                    64,
                    200,
                    Optional.of(0L),
                    500,
                    back("r1", 10284))))
        .isEqualTo(
            entry("Dr 2100 98.00; Dr 4900 2.00; Dr 2010 7.84; Cr 4030 5.00; Cr 2230 102.84"));
    assertThat(books.kinds()).isEmpty();
  }

  @Test
  @Tag("accounting-65c")
  void anOfflineMemoLowersWhatIsOwedAndElseIsOwedItself() {
    var memo =
        refund(
            "r1",
            "2026-10-08",
            List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
            800,
            64,
            0,
            Optional.empty(),
            0,
            List.of());

    assertThat(standard().tell(plain(), PARCEL).effectOf(memo))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1100 105.84"));
    assertThat(standard().tell(plain(), PARCEL, paid("1", 10584, "2026-10-06")).effectOf(memo))
        .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 2230 105.84"));
  }

  @Test
  @Tag("accounting-74")
  void aForfeitedDepositIsIncomeAndStaysTaxed() {
    TestBooks books = standard().tell(plain(), paid("1", 3175, "2026-10-01"));

    assertThat(books.effectOf(act("a1", "2026-10-20", Act.FORFEIT)))
        .isEqualTo(entry("Dr 2100 29.40; Cr 4040 29.40"));
    assertThat(books.balance(2010)).isEqualTo(-235);
    assertThat(books.effectOf(cancelled(plain(), "2026-10-20"))).isEmpty();
  }

  @Test
  @Tag("accounting-74")
  void aForfeitedDepositMayBeACompensationWithoutTax() {
    TestBooks books =
        TestBooks.under(policy -> policy.with(policy.tax().withDeposit(TaxPolicy.Kept.NOT_TAXED)))
            .tell(plain(), paid("1", 3175, "2026-10-01"));

    assertThat(books.effectOf(act("a1", "2026-10-20", Act.FORFEIT)))
        .isEqualTo(entry("Dr 2100 29.40; Dr 2010 2.35; Cr 4040 31.75"));
  }

  @Test
  @Tag("accounting-60")
  void aTransferAfterABadDebtIsARecoveryToo() {
    TestBooks books = standard().tell(plain(), PARCEL, act("a1", "2026-10-20", Act.WRITE_OFF));

    assertThat(
            books.effectOf(
                wire("b1", Optional.empty(), 11000, 0, "2026-10-25"),
                bankLine("b1", 11000, "2026-10-25")))
        .isEqualTo(entry("Dr 1000 110.00; Cr 6030 105.84; Cr 2230 4.16"));
  }

  @Test
  @Tag("accounting-59")
  void twoTransfersPayOneOrder() {
    TestBooks books = standard().tell(plain());
    books.tell(wire("b1", Optional.of("ref"), 5000, 0, "2026-10-02"));

    assertThat(books.effectOf(wire("b2", Optional.of("ref"), 5584, 0, "2026-10-03")))
        .isEqualTo(entry("Dr 1100 55.84; Cr 2100 51.70; Cr 2010 4.14"));
    assertThat(books.open(1100, "ref")).isEqualTo(10584);

    TestBooks told =
        standard().tell(plain(), paid("1", new Gateway("bank deposit"), 10584, "2026-10-01"));
    told.tell(wire("b1", Optional.of("ch_1"), 5000, 0, "2026-10-02"));
    assertThat(told.effectOf(wire("b2", Optional.of("ch_1"), 5600, 0, "2026-10-03")))
        .isEqualTo(entry("Dr 1100 0.16; Cr 2230 0.16"));
  }

  @Test
  void thePersonOfAnActIsNamed() {
    TestBooks books = standard().tell(plain(), PARCEL, act("a1", "2026-10-20", Act.WRITE_OFF));

    assertThat(books.entries().getLast().memo()).isEqualTo("#1001: decided by Ann");
    assertThat(SHOP).isEqualTo(plain().origin());
  }
}
