package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Delivery;
import io.daybook.events.Exemption;
import io.daybook.events.Fulfilment;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund.Restock;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Policy;
import io.daybook.ledger.TaxMark;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When tax is due and to whom, beside the entry that holds it (rule A4, section 11), and sales that bear none. */
class TaxCasesTest {
  private static final Fulfilment PARCEL = parcel("p1", "2026-10-05", shipped("cup", 1));

  private static TestBooks under(TaxPoint point) {
    return TestBooks.under(
        policy -> policy.with(policy.tax().withRules(new TaxRule("R", point), Map.of())));
  }

  private static String mark(Leg leg) {
    TaxMark mark = leg.tax().orElseThrow();
    return mark.point().map(LocalDate::toString).orElse("not yet")
        + " "
        + mark.regime()
        + " "
        + mark.jurisdiction()
        + " "
        + mark.rate()
        + " "
        + leg.minor();
  }

  private static List<String> marks(TestBooks books) {
    return books.marked(2010).stream().map(TaxCasesTest::mark).toList();
  }

  @Test
  @Tag("accounting-74")
  void wherePaymentIsTheTaxPointADepositHoldsItsShareOfTheTax() {
    TestBooks books = under(TaxPoint.PAYMENT).tell(plain());

    assertThat(books.effectOf(paid("1", 3175, "2026-10-01"), charged("1", 3175, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 31.75; Cr 2100 29.40; Cr 2010 2.35"));
    assertThat(books.effectOf(paid("2", 7409, "2026-10-02"), charged("2", 7409, "2026-10-02")))
        .isEqualTo(entry("Dr 1010 74.09; Cr 2100 68.60; Cr 2010 5.49"));
    assertThat(marks(books))
        .containsExactly("2026-10-01 R US-NY 0.08 -235", "2026-10-02 R US-NY 0.08 -549");
  }

  @Test
  @Tag("accounting-74")
  void whereTheSaleIsTheTaxPointTheLastPaymentHoldsItAll() {
    TestBooks books = under(TaxPoint.SALE).tell(plain());

    assertThat(books.effectOf(paid("1", 3175, "2026-10-01"), charged("1", 3175, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 31.75; Cr 2100 31.75"));
    assertThat(books.effectOf(paid("2", 7409, "2026-10-02"), charged("2", 7409, "2026-10-02")))
        .isEqualTo(entry("Dr 1010 74.09; Cr 2100 66.25; Cr 2010 7.84"));
    assertThat(marks(books)).containsExactly("2026-10-02 R US-NY 0.08 -784");
  }

  @Test
  @Tag("accounting-74")
  void whereTheSaleIsTheTaxPointWhatIsSentUnpaidIsTaxedThen() {
    TestBooks books = under(TaxPoint.SALE).tell(plain(), paid("1", 3175, "2026-10-01"));

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(
            entry(
                "Dr 2100 31.75; Dr 1100 74.09; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00; Cr 2010 7.84"));
    assertThat(marks(books)).containsExactly("2026-10-05 R US-NY 0.08 -784");
  }

  @Test
  @Tag("accounting-A4")
  void whereSupplyIsTheTaxPointPrepaidTaxHasNoDayUntilThen() {
    TestBooks books = under(TaxPoint.SUPPLY).tell(plain(), paid("1", 10584, "2026-10-01"));
    assertThat(marks(books)).containsExactly("not yet R US-NY 0.08 -784");

    assertThat(books.effectOf(PARCEL))
        .isEqualTo(entry("Dr 2100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(marks(books))
        .containsExactlyInAnyOrder(
            "not yet R US-NY 0.08 -784",
            "not yet R US-NY 0.08 784",
            "2026-10-05 R US-NY 0.08 -784");

    books.tell(calledBack(PARCEL, "2026-10-06"));
    assertThat(books.balance(2010)).isEqualTo(-784);
    assertThat(marks(books))
        .contains("not yet R US-NY 0.08 -784", "2026-10-06 R US-NY 0.08 784")
        .hasSize(5);
  }

  @Test
  @Tag("accounting-A4")
  void whatIsGivenBackBeforeItsSupplyWasNeverDue() {
    TestBooks books = under(TaxPoint.SUPPLY).tell(plain(), paid("1", 10584, "2026-10-01"));

    books.tell(
        refund(
            "r1",
            "2026-10-03",
            10584,
            List.of(returned("cup", 1, 9000, 720, Restock.CANCEL)),
            800,
            64));
    assertThat(marks(books))
        .containsExactly("not yet R US-NY 0.08 -784", "not yet R US-NY 0.08 784");

    TestBooks amount =
        under(TaxPoint.SUPPLY)
            .tell(plain(), paid("1", 10584, "2026-10-01"), amount("r1", "2026-10-03", 1000));
    assertThat(marks(amount))
        .containsExactly("not yet R US-NY 0.08 -784", "not yet R US-NY 0.08 74");

    TestBooks sent =
        under(TaxPoint.SUPPLY)
            .tell(plain(), paid("1", 10584, "2026-10-01"), PARCEL)
            .tell(amount("r1", "2026-10-08", 1000));
    assertThat(marks(sent)).contains("2026-10-08 R US-NY 0.08 74");
  }

  @Test
  @Tag("accounting-A4")
  void aForfeitedDepositIsSupplied() {
    TestBooks books =
        under(TaxPoint.SUPPLY)
            .tell(plain(), paid("1", 10584, "2026-10-01"))
            .tell(act("a1", "2026-10-20", OrderAct.Act.FORFEIT));

    assertThat(books.of("act/a1")).isEqualTo(entry("Dr 2100 98.00; Cr 4040 98.00"));
    assertThat(marks(books)).contains("2026-10-20 R US-NY 0.08 -784");
  }

  @Test
  @Tag("accounting-A4")
  void ratesOfOneJurisdictionAreToldApartAndAddUpOnItsAccount() {
    OrderState order =
        order(
            List.of(
                goods(
                    "a", 1, 10000, 0, List.of(new TaxAmount(new Jurisdiction("DE"), "0.19", 1900))),
                goods(
                    "b", 1, 10000, 0, List.of(new TaxAmount(new Jurisdiction("DE"), "0.07", 700)))),
            List.of());
    TestBooks books = under(TaxPoint.PAYMENT).tell(order, paid("1", 22600, "2026-10-01"));

    assertThat(books.balance("2010:DE")).isEqualTo(-2600);
    assertThat(marks(books))
        .containsExactlyInAnyOrder("2026-10-01 R DE 0.07 -700", "2026-10-01 R DE 0.19 -1900");
    books.tell(
        refund(
            "r1",
            "2026-10-03",
            10700,
            List.of(returned("b", 1, 10000, 700, Restock.CANCEL)),
            0,
            0));
    assertThat(marks(books)).contains("2026-10-03 R DE 0.07 700");
  }

  @Test
  @Tag("accounting-11")
  void anEuropeanBookEarnsAtDeliveryAndOwesVatAtPayment() {
    TestBooks books =
        TestBooks.under(any -> Policy.europeanUnion())
            .tell(
                order(List.of(goods("cup", 1, 10000, 0, tax("DE", 1900))), List.of()),
                paid("1", 11900, "2026-10-01"),
                PARCEL,
                delivery("p1", "2026-10-08", Delivery.Outcome.DELIVERED));

    assertThat(books.on("2026-10-01"))
        .isEqualTo(entry("Dr 1100 119.00; Cr 2100 100.00; Cr 2010 19.00"));
    assertThat(books.on("2026-10-05")).isEmpty();
    assertThat(books.on("2026-10-08")).isEqualTo(entry("Dr 2100 100.00; Cr 4000 100.00"));
    assertThat(marks(books)).containsExactly("2026-10-01 EU DE 0.19 -1900");
  }

  @Test
  @Tag("accounting-84a")
  void aOneStopShopSaleIsDueAtSupply() {
    TestBooks books =
        TestBooks.under(policy ->
                Policy.europeanUnion()
                    .with(policy.recognition().with(RecognitionPolicy.Trigger.SHIPMENT)))
            .tell(
                order(List.of(goods("cup", 1, 10000, 0, tax("OSS-FR", 2000))), List.of()),
                paid("1", 12000, "2026-09-30"),
                charged("1", 12000, "2026-09-30"),
                parcel("p1", "2026-10-01", shipped("cup", 1)));

    assertThat(books.on("2026-09-30"))
        .isEqualTo(entry("Dr 1010 120.00; Cr 2100 100.00; Cr 2010 20.00"));
    assertThat(books.balance("2010:OSS-FR")).isEqualTo(-2000);
    assertThat(marks(books)).contains("2026-10-01 OSS OSS-FR 0.19 -2000");
  }

  private static OrderState exempt() {
    Optional<Exemption> why = Optional.of(new Exemption("reverse-charge", "VIES-1"));
    OrderLine cup =
        new OrderLine(
            new LineId("cup"),
            Optional.of(CUP),
            OrderLine.Kind.GOODS,
            1,
            10000,
            1000,
            List.of(),
            Optional.empty(),
            why,
            Optional.empty());
    return order(
        List.of(cup), List.of(new ShippingLine(new LineId("ship"), 800, 0, List.of(), why)));
  }

  private static String base(Leg leg) {
    TaxMark mark = leg.tax().orElseThrow();
    return leg.account()
        + " "
        + leg.minor()
        + " "
        + mark.point().orElseThrow()
        + " "
        + mark.rate()
        + " "
        + mark.exemption().orElseThrow().reason()
        + " "
        + mark.exemption().orElseThrow().evidence();
  }

  @Test
  @Tag("accounting-85")
  void anExemptSaleShowsItsBaseItsReasonAndItsEvidence() {
    TestBooks books = TestBooks.standard();

    assertThat(
            books.effectOf(
                exempt(), paid("1", 9800, "2026-10-01"), charged("1", 9800, "2026-10-01")))
        .isEqualTo(entry("Dr 1010 98.00; Cr 2100 98.00"));
    assertThat(books.marked(2100))
        .extracting(TaxCasesTest::base)
        .containsExactly("2100 -9800 2026-10-01 0 reverse-charge VIES-1");

    books.tell(PARCEL);
    assertThat(books.marked(2100)).hasSize(1);
    assertThat(books.balance(2100)).isZero();
  }

  @Test
  @Tag("accounting-85")
  void anExemptSaleSentUnpaidShowsItsBaseAsRevenueAndAReturnOfIt() {
    TestBooks books = TestBooks.standard();

    assertThat(books.effectOf(exempt(), PARCEL))
        .isEqualTo(entry("Dr 1100 98.00; Dr 4090 10.00; Cr 4000 100.00; Cr 4010 8.00"));
    assertThat(books.marked(4000))
        .extracting(TaxCasesTest::base)
        .containsExactly("4000 -9000 2026-10-05 0 reverse-charge VIES-1");

    books.tell(
        refund("r1", "2026-10-08", 0, List.of(returned("cup", 1, 9000, 0, Restock.NONE)), 0, 0));
    assertThat(books.marked(4900))
        .extracting(TaxCasesTest::base)
        .containsExactly("4900 9000 2026-10-08 0 reverse-charge VIES-1");
    books.tell(calledBack(PARCEL, "2026-10-09"));
    assertThat(books.marked(4010))
        .extracting(TaxCasesTest::base)
        .containsExactly(
            "4010 -800 2026-10-05 0 reverse-charge VIES-1",
            "4010 800 2026-10-09 0 reverse-charge VIES-1");
  }

  @Test
  @Tag("accounting-85")
  void anExemptSaleRefundedBeforeShipmentTakesItsBaseBack() {
    TestBooks books = TestBooks.standard().tell(exempt(), paid("1", 9800, "2026-10-01"));

    books.tell(
        refund(
            "r1",
            "2026-10-03",
            9800,
            List.of(returned("cup", 1, 9000, 0, Restock.CANCEL)),
            800,
            0));
    assertThat(books.marked(2100).stream().mapToLong(Leg::minor).sum()).isZero();
    assertThat(books.marked(2100))
        .extracting(TaxCasesTest::base)
        .contains("2100 9800 2026-10-03 0 reverse-charge VIES-1");
  }
}
