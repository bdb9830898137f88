package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.USD;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Delivery;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderAct.Act;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.events.StockAdjustment;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Policy;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.ledger.policy.RecognitionPolicy.Trigger;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.ledger.policy.TaxRelief;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 11 of ACCOUNTING.md, row by row: where jurisdictions differ, the default of each, and the other ways. */
@Tag("accounting-section-11")
class JurisdictionCasesTest {
  private static final Policy US = Policy.unitedStates();
  private static final Policy EU = Policy.europeanUnion();
  private static final Policy UK = Policy.unitedKingdom();
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static final SortedMap<String, Long> NOTHING = new TreeMap<>();

  private static TestBooks books(Policy policy) {
    return TestBooks.under(_ -> policy);
  }

  /** Tax point and amount of each leg of tax, as the report looks at them. */
  private static List<String> due(TestBooks books) {
    return books.marked(2010).stream().map(JurisdictionCasesTest::due).toList();
  }

  private static String due(Leg leg) {
    return leg.tax().orElseThrow().point().map(LocalDate::toString).orElse("not yet")
        + " "
        + leg.minor();
  }

  @Test
  @Tag("accounting-9")
  @Tag("accounting-74")
  @Tag("accounting-A4")
  void aPrepaidOrderIsTaxedWithTheSaleInTheUsAndAtPaymentInTheEuAndTheUk() {
    OrderState german = order(List.of(goods("cup", 1, 9800, 0, tax("DE", 784))), List.of());
    for (Policy vat : List.of(EU, UK)) {
      TestBooks books = books(vat).tell(german, paid("1", 3175, "2026-10-01"));
      assertThat(books.net()).isEqualTo(entry("Dr 1100 31.75; Cr 2100 29.40; Cr 2010 2.35"));
      assertThat(due(books)).containsExactly("2026-10-01 -235");
    }
    // The platform's tax of a US jurisdiction follows the rule of the US in any book.
    TestBooks sale = books(US).tell(plain(), paid("1", 3175, "2026-10-01"));
    assertThat(sale.net()).isEqualTo(entry("Dr 1100 31.75; Cr 2100 31.75"));
    assertThat(due(sale.tell(paid("2", 7409, "2026-10-02")))).containsExactly("2026-10-02 -784");
  }

  @Test
  @Tag("accounting-84")
  @Tag("accounting-A4")
  void aPrepaidOneStopShopOrderIsTaxedAtSupplyEverywhere() {
    for (Policy policy : List.of(US, EU, UK)) {
      TestBooks books =
          books(policy)
              .tell(
                  order(List.of(goods("cup", 1, 10000, 0, tax("OSS-FR", 2000))), List.of()),
                  paid("1", 12000, "2026-09-30"));
      assertThat(due(books)).containsExactly("not yet -2000");

      books.tell(delivery("p1", "2026-10-08", Delivery.Outcome.DELIVERED), PARCEL);
      String supply = policy.equals(US) ? "2026-10-05" : "2026-10-08";
      assertThat(due(books))
          .containsExactlyInAnyOrder("not yet -2000", "not yet 2000", supply + " -2000");
    }
  }

  private static OrderState card(List<TaxAmount> taxes) {
    return order(List.of(line("card", OrderLine.Kind.GIFT_CARD, 2101, taxes)), List.of());
  }

  @Test
  @Tag("accounting-1")
  @Tag("accounting-76b")
  void aGiftCardIsTaxedAtItsSaleIfItIsASinglePurposeVoucher() {
    TestBooks untaxed = books(US).tell(card(List.of()), paid("1", 2101, "2026-10-01"));
    assertThat(untaxed.net()).isEqualTo(entry("Dr 1100 21.01; Cr 2200 21.01"));
    assertThat(untaxed.discrepancies()).isEmpty();

    for (Policy vat : List.of(EU, UK)) {
      TestBooks single = books(vat).tell(card(tax("DE", 399)), paid("1", 2500, "2026-10-01"));
      assertThat(single.net()).isEqualTo(entry("Dr 1100 25.00; Cr 2200 21.01; Cr 2010 3.99"));
      assertThat(single.discrepancies()).isEmpty();
      assertThat(books(vat).tell(card(List.of())).discrepancies()).isEmpty();
    }
  }

  @Test
  @Tag("accounting-76b")
  void aCardTaxedAgainstThePolicyOfItsKindIsPostedAsThePlatformTaxedItAndShown() {
    TestBooks taxed = books(US).tell(card(tax("DE", 399)), paid("1", 2500, "2026-10-01"));
    assertThat(taxed.net()).isEqualTo(entry("Dr 1100 25.00; Cr 2200 21.01; Cr 2010 3.99"));
    assertThat(taxed.only(Discrepancy.Kind.VOUCHER_TAX))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains("with tax"));

    TestBooks single =
        books(EU.with(EU.tax().with(TaxPolicy.Vouchers.SINGLE_PURPOSE)))
            .tell(card(List.of()), paid("1", 2101, "2026-10-01"));
    assertThat(single.net()).isEqualTo(entry("Dr 1100 21.01; Cr 2200 21.01"));
    assertThat(single.only(Discrepancy.Kind.VOUCHER_TAX))
        .hasValueSatisfying(found -> assertThat(found.reason()).contains("without tax"));
  }

  @Test
  @Tag("accounting-11")
  @Tag("accounting-89")
  void revenueIsEarnedAtShipmentInTheUsAndAtDeliveryInTheEuAndTheUk() {
    assertThat(US.recognition().trigger()).isEqualTo(Trigger.SHIPMENT);
    for (Policy policy : List.of(US, EU, UK)) {
      TestBooks books = books(policy).tell(plain(), paid("1", 10584, "2026-10-01"));
      String earned = "Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00";
      books.tell(delivery("p1", "2026-10-08", Delivery.Outcome.DELIVERED), PARCEL);
      boolean atShipment = policy.equals(US);
      assertThat(books.on("2026-10-05")).isEqualTo(atShipment ? entry(earned) : NOTHING);
      assertThat(books.on("2026-10-08")).isEqualTo(atShipment ? NOTHING : entry(earned));
    }
  }

  @Test
  @Tag("accounting-40")
  @Tag("accounting-60")
  void theTaxOfALostDisputeAndOfABadDebtStaysOwedUnlessItIsClaimed() {
    for (Policy policy : List.of(US, EU, UK)) {
      Policy shipped = policy.with(policy.recognition().with(Trigger.SHIPMENT));
      TestBooks debt = books(shipped).tell(plain(), PARCEL);
      assertThat(debt.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
          .isEqualTo(entry("Dr 6030 105.84; Cr 1100 105.84"));
      TestBooks dispute = books(shipped).tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);
      assertThat(dispute.effectOf(lost("dp_1", "2026-10-20", "product_not_received", 10584)))
          .containsEntry("1200", -10584L)
          .doesNotContainKey("2010");

      DisputePolicy claimed = new DisputePolicy(shipped.disputes().lost(), TaxRelief.CLAIMED);
      TestBooks back =
          books(shipped.with(claimed)).tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);
      assertThat(back.effectOf(lost("dp_1", "2026-10-20", "product_not_received", 10584)))
          .isEqualTo(entry("Dr 4900 90.00; Dr 4910 8.00; Dr 2010 7.84; Cr 1200 105.84"));
    }
  }

  @Test
  @Tag("accounting-60")
  void taxOnABadDebtIsClaimedWithItInTheUsAndTheEu() {
    for (Policy policy : List.of(US, EU)) {
      Policy claims =
          policy
              .with(policy.recognition().with(Trigger.SHIPMENT))
              .with(policy.tax().withBadDebt(TaxRelief.CLAIMED));
      assertThat(
              books(claims).tell(plain(), PARCEL).effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
          .isEqualTo(entry("Dr 6030 98.00; Dr 2010 7.84; Cr 1100 105.84"));
    }
  }

  @Test
  @Tag("accounting-60")
  void taxOnABadDebtIsClaimedSixMonthsAfterTheSupplyInTheUk() {
    Policy claims =
        UK.with(UK.recognition().with(Trigger.SHIPMENT))
            .with(UK.tax().withBadDebt(TaxRelief.CLAIMED));
    TestBooks books = books(claims).tell(plain(), parcel("p1", "2026-04-05", shipped("cup", 1)));

    books.tell(act("a1", "2026-06-20", Act.WRITE_OFF));

    assertThat(books.on("2026-06-20")).isEqualTo(entry("Dr 6030 105.84; Cr 1100 105.84"));
    assertThat(books.on("2026-10-05")).isEqualTo(entry("Dr 2010 7.84; Cr 6030 7.84"));
    assertThat(due(books)).contains("2026-10-05 784");

    TestBooks later = books(claims).tell(plain(), PARCEL);
    assertThat(later.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
        .isEqualTo(entry("Dr 6030 105.84; Cr 1100 105.84"));
    assertThat(later.learn(SUBJECT, List.of()))
        .isInstanceOfSatisfying(
            Outcome.Unchanged.class,
            waits -> assertThat(waits.due()).hasValue(LocalDate.of(2027, 4, 5)));

    TestBooks old = books(claims).tell(plain(), parcel("p1", "2026-03-05", shipped("cup", 1)));
    assertThat(old.effectOf(act("a1", "2026-10-20", Act.WRITE_OFF)))
        .isEqualTo(entry("Dr 6030 98.00; Dr 2010 7.84; Cr 1100 105.84"));
  }

  private static Refund keeping(long fee) {
    return new Refund(
        SHOP,
        new RefundId("r1"),
        ORDER,
        at("2026-10-12"),
        USD,
        List.of(returned("cup", 1, 9000, 720, Restock.NONE)),
        0,
        0,
        0,
        0,
        -fee,
        Optional.empty(),
        back("r1", 9720 - fee));
  }

  @Test
  @Tag("accounting-34")
  void aRestockingFeeHoldsVatInTheEuAndTheUkAndNoTaxInTheUs() {
    for (Policy policy : List.of(US, EU, UK)) {
      TestBooks books =
          books(policy.with(policy.recognition().with(Trigger.SHIPMENT)))
              .tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL);
      assertThat(books.effectOf(keeping(500)))
          .isEqualTo(
              entry(
                  policy.equals(US)
                      ? "Dr 4900 90.00; Dr 2010 7.20; Cr 4030 5.00; Cr 2230 92.20"
                      : "Dr 4900 90.00; Dr 2010 7.20; Cr 4030 4.63; Cr 2010 0.37; Cr 2230 92.20"));
    }
  }

  @Test
  @Tag("accounting-4")
  @Tag("accounting-85")
  void aFacilitatorsTaxIsNeverInTheOwnReturn() {
    for (Policy policy : List.of(US, EU, UK)) {
      OrderState order = order(List.of(facilitated("cup", 10000, 0, 600)), List.of());
      TestBooks gross = books(policy).tell(order, paid("1", 10600, "2026-10-01"));
      assertThat(gross.net()).isEqualTo(entry("Dr 1100 106.00; Cr 2100 100.00; Cr 2020 6.00"));
      assertThat(gross.marked(2010)).isEmpty();
      assertThat(gross.marked(2020)).hasSize(1);

      TestBooks net =
          books(policy.with(policy.tax().with(TaxPolicy.Facilitator.NET)))
              .tell(order, paid("1", 10600, "2026-10-01"));
      assertThat(net.net()).isEqualTo(entry("Dr 1100 100.00; Cr 2100 100.00"));
    }
  }

  @Test
  @Tag("accounting-74")
  void aForfeitedDepositStaysTaxedUnlessItIsCompensation() {
    for (Policy policy : List.of(US, EU, UK)) {
      TestBooks taxed = books(policy).tell(plain(), paid("1", 10584, "2026-10-01"));
      assertThat(taxed.effectOf(act("a1", "2026-10-20", Act.FORFEIT)))
          .isEqualTo(entry("Dr 2100 98.00; Cr 4040 98.00"));

      TestBooks compensation =
          books(policy.with(policy.tax().withDeposit(TaxPolicy.Kept.NOT_TAXED)))
              .tell(plain(), paid("1", 10584, "2026-10-01"));
      assertThat(compensation.effectOf(act("a1", "2026-10-20", Act.FORFEIT)))
          .isEqualTo(entry("Dr 2100 98.00; Dr 2010 7.84; Cr 4040 105.84"));
    }
  }

  private static StockAdjustment stock(StockAdjustment.Kind kind) {
    return new StockAdjustment(
        SHOP, new Reference("s-" + kind), kind, USD, 500, LocalDate.of(2026, 10, 12));
  }

  @Test
  @Tag("accounting-88")
  void aWriteDownIsTakenBackUnderIfrsAndUkGaapAndNeverUnderUsGaap() {
    for (Policy ifrs : List.of(EU, UK)) {
      TestBooks books = books(ifrs).tell(stock(StockAdjustment.Kind.WRITTEN_DOWN));
      assertThat(books.effectOf(stock(StockAdjustment.Kind.WRITTEN_UP)))
          .isEqualTo(entry("Dr 1300 5.00; Cr 5010 5.00"));
    }
    TestBooks books = books(US).tell(stock(StockAdjustment.Kind.WRITTEN_DOWN));
    assertThat(books.effectOf(stock(StockAdjustment.Kind.WRITTEN_UP))).isEmpty();
    assertThat(books.only(Discrepancy.Kind.NOT_ALLOWED))
        .hasValueSatisfying(found -> {
          assertThat(found.minor()).isEqualTo(500);
          assertThat(found.subject())
              .isEqualTo(new SubjectId(SubjectId.Kind.STOCK, SHOP, "s-WRITTEN_UP").toString());
        });
  }

  @Test
  @Tag("accounting-3")
  void taxOnAProcessorsFeeIsAThreeWaySwitchThatIsNeverInferred() {
    Fee fee = new Fee(Fee.Kind.PROCESSING, 300);
    for (Policy policy : List.of(US, EU, UK)) {
      TestBooks cost = books(policy);
      assertThat(cost.effectOf(charged("1", 1000, "2026-10-01", fee, new Fee(Fee.Kind.TAX, 57))))
          .isEqualTo(entry("Dr 1010 6.43; Dr 6000 3.57; Cr 1100 10.00"));

      TestBooks local =
          books(policy.with(policy.tax().with(FeeTax.of(FeeTax.Treatment.RECOVERABLE))));
      assertThat(local.effectOf(charged("1", 1000, "2026-10-01", fee, new Fee(Fee.Kind.TAX, 57))))
          .isEqualTo(entry("Dr 1010 6.43; Dr 6000 3.00; Dr 1330 0.57; Cr 1100 10.00"));

      TestBooks reverse =
          books(policy.with(policy.tax().with(new FeeTax(FeeTax.Treatment.REVERSE_CHARGE, 1900))));
      assertThat(reverse.effectOf(charged("1", 1000, "2026-10-01", fee)))
          .isEqualTo(
              entry("Dr 1010 7.00; Dr 6000 3.00; Cr 1100 10.00; Dr 1330 0.57; Cr 2015 0.57"));
    }
  }
}
