package io.daybook.sources.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Label;
import io.daybook.events.Label.Purpose;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.LabelFraction;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.events.WalletTopUp;
import io.daybook.sources.Translation;
import io.daybook.sources.shipping.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyPostSourceTest {
  static final Origin ORIGIN = Origin.parse("easypost:user_1");
  static final EasyPostSource SOURCE = new EasyPostSource();
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final Instant MADE = Instant.parse("2026-10-12T15:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-10-12T15:00:01Z");

  static final String SHIPMENT =
      """
      {'id':'shp_1','object':'Shipment','mode':'production','created_at':'2026-10-12T14:59:00Z',
       'updated_at':'2026-10-12T15:00:01Z','is_return':false,'reference':'#1001','refund_status':null,
       'fees':[
         {'object':'Fee','type':'LabelFee','amount':'0.01000','charged':true,'refunded':false},
         {'object':'Fee','type':'PostageFee','amount':'7.58000','charged':true,'refunded':false},
         {'object':'Fee','type':'InsuranceFee','amount':'0.50000','charged':true,'refunded':false}],
       'selected_rate':{'rate':'7.58','currency':'USD','billing_type':'easypost'},
       'postage_label':{'id':'pl_1','created_at':'2026-10-12T15:00:00Z'},'tracker':null}
      """;

  private static Label label(
      PaidFrom from, long minor, Optional<Instant> refunded, Instant version) {
    return new Label(
        ORIGIN,
        new Reference("shp_1"),
        version.toEpochMilli(),
        Purpose.OUTBOUND,
        from,
        USD,
        minor,
        Optional.of(MADE),
        refunded,
        Optional.empty(),
        Optional.of(new Reference("1001")));
  }

  @Test
  @Tag("accounting-19")
  void aLabelCostsTheFeesThatWereChargedAndNotItsRate() {
    assertThat(Told.fact(SOURCE, "pull/shipments", SHIPMENT, ORIGIN))
        .isEqualTo(label(PaidFrom.WALLET, 809, Optional.empty(), CHANGED));
  }

  @Test
  void aCarbonOffsetIsAFeeLikeAnyOther() {
    String offset =
        SHIPMENT.replace(
            "'fees':[",
            "'fees':[{'object':'Fee','type':'CarbonOffsetFee','amount':'0.05000','charged':true,'refunded':false},");

    assertThat(Told.fact(SOURCE, "pull/shipments", offset, ORIGIN))
        .isEqualTo(label(PaidFrom.WALLET, 814, Optional.empty(), CHANGED));
  }

  @Test
  @Tag("accounting-19")
  void fractionsThatSumToWholeCentsAreExactAndOthersAreToldBesideTheLabel() {
    assertThat(
            Told.fact(
                SOURCE,
                "pull/shipments",
                SHIPMENT.replace("0.50000", "0.50500").replace("0.01000", "0.00500"),
                ORIGIN))
        .isEqualTo(label(PaidFrom.WALLET, 809, Optional.empty(), CHANGED));
    String insured = SHIPMENT.replace("0.50000", "1.24995");
    List<Fact> told = Told.facts(SOURCE, "pull/shipments", insured, ORIGIN);
    assertThat(told).hasSize(2).contains(label(PaidFrom.WALLET, 884, Optional.empty(), CHANGED));
    assertThat(told.getLast())
        .isInstanceOfSatisfying(
            LabelFraction.class,
            fraction -> {
              assertThat(fraction.chargedPart()).isEqualTo(-500);
              assertThat(fraction.refundedAt()).isEmpty();
            });
    assertThat(Told.of(SOURCE, "pull/shipments", SHIPMENT.replace("0.50000", "1.24995001"), ORIGIN))
        .isInstanceOf(Translation.Malformed.class);
  }

  @Test
  @Tag("accounting-20")
  void aLabelOnTheOwnCarrierAccountCostsItsRateThereAndItsFeeFromTheWallet() {
    String own =
        SHIPMENT
            .replace("'billing_type':'easypost'", "'billing_type':'carrier'")
            .replace("'7.58000','charged':true", "'0.00000','charged':true")
            .replace("0.50000", "0.04000");

    assertThat(Told.facts(SOURCE, "pull/shipments", own, ORIGIN))
        .containsExactlyInAnyOrder(
            label(PaidFrom.ACCOUNT, 758, Optional.empty(), CHANGED),
            new Label(
                ORIGIN,
                new Reference("shp_1-fees"),
                CHANGED.toEpochMilli(),
                Purpose.OUTBOUND,
                PaidFrom.WALLET,
                USD,
                5,
                Optional.of(MADE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reference("1001"))));
  }

  @Test
  @Tag("accounting-22")
  void aRefundCountsOnlyOnceItIsConfirmedAndTheShipmentAloneSaysNothingOfIt() {
    Instant confirmed = Instant.parse("2026-10-30T09:00:00Z");
    String refunded =
        SHIPMENT
            .replace("'refund_status':null", "'refund_status':'refunded'")
            .replace("'refunded':false", "'refunded':true");

    assertThat(
            Told.facts(
                SOURCE,
                "pull/shipments",
                SHIPMENT.replace("'refund_status':null", "'refund_status':'submitted'"),
                ORIGIN))
        .containsExactly(label(PaidFrom.WALLET, 809, Optional.empty(), CHANGED));
    assertThat(Told.facts(SOURCE, "pull/shipments", refunded, ORIGIN)).isEmpty();
    assertThat(Told.facts(SOURCE, "pull/refunds", pair("submitted", SHIPMENT), ORIGIN)).isEmpty();
    assertThat(Told.facts(SOURCE, "pull/refunds", pair("rejected", SHIPMENT), ORIGIN)).isEmpty();
    assertThat(((Label) Told.fact(SOURCE, "pull/refunds", pair("refunded", refunded), ORIGIN)))
        .satisfies(label -> {
          assertThat(label.refundedAt()).contains(confirmed);
          assertThat(label.refundedMinor()).contains(809L);
          assertThat(label.version()).isEqualTo(confirmed.toEpochMilli());
        });
  }

  @Test
  @Tag("accounting-22")
  void aFeeThatIsKeptDoesNotComeBack() {
    String kept =
        SHIPMENT.replace(
            "'7.58000','charged':true,'refunded':false",
            "'7.58000','charged':true,'refunded':true");

    assertThat(
            ((Label) Told.fact(SOURCE, "pull/refunds", pair("refunded", kept), ORIGIN))
                .refundedMinor())
        .contains(758L);
  }

  @Test
  @Tag("accounting-25")
  void aReturnLabelIsChargedWhenItIsScanned() {
    String bought =
        SHIPMENT
            .replace("'is_return':false", "'is_return':true")
            .replace("'charged':true", "'charged':false");
    String scanned =
        SHIPMENT
            .replace("'is_return':false", "'is_return':true")
            .replace(
                "'tracker':null",
                "'tracker':{'tracking_details':[{'status':'pre_transit','datetime':'2026-10-13T10:00:00Z'},"
                    + "{'status':'in_transit','datetime':'2026-10-20T10:00:00Z'}]}");

    assertThat((Label) Told.fact(SOURCE, "pull/shipments", bought, ORIGIN))
        .satisfies(label -> {
          assertThat(label.purpose()).isEqualTo(Purpose.RETURN);
          assertThat(label.chargedAt()).isEmpty();
        });
    assertThat(((Label) Told.fact(SOURCE, "pull/shipments", scanned, ORIGIN)).chargedAt())
        .contains(Instant.parse("2026-10-20T10:00:00Z"));
  }

  static String pair(String status, String shipment) {
    return "{'refund':{'id':'rfnd_1','status':'"
        + status
        + "','updated_at':'2026-10-30T09:00:00Z','shipment_id':'shp_1'},'shipment':"
        + shipment
        + "}";
  }

  static String event(String description, String result) {
    return "{'id':'evt_1','object':'Event','mode':'production','description':'"
        + description
        + "','result':"
        + result
        + "}";
  }

  static final String INVOICE =
      "{'id':'shpinv_1','object':'ShipmentInvoice','shipment_id':'shp_1','amount':'1.15000',"
          + "'created_at':'2026-10-28T08:00:00Z'}";
  static final String PAYMENT =
      "{'id':'pay_1','object':'Payment','source_type':'CreditCard','amount':'200.00000',"
          + "'created_at':'2026-10-01T08:00:00Z'}";

  @Test
  @Tag("accounting-21")
  void aReweighIsChargedToTheWallet() {
    assertThat(Told.fact(SOURCE, "any", event("shipment.invoice.created", INVOICE), ORIGIN))
        .isEqualTo(
            new LabelAdjustment(
                ORIGIN,
                new Reference("shpinv_1"),
                new Reference("shp_1"),
                PaidFrom.WALLET,
                USD,
                115,
                Instant.parse("2026-10-28T08:00:00Z")));
    assertThat(
            Told.of(
                SOURCE,
                "any",
                event("shipment.invoice.created", INVOICE.replace("'amount'", "'total'")),
                ORIGIN))
        .isEqualTo(new Translation.Unknown("easypost shipment invoice without amount or shipment"));
  }

  @Test
  @Tag("accounting-18")
  void aCardFillsTheWalletAtOnceAndABankOnlyWhenItIsThrough() {
    WalletTopUp topUp =
        new WalletTopUp(
            ORIGIN, new Reference("pay_1"), USD, 20000, Instant.parse("2026-10-01T08:00:00Z"));
    String bank = PAYMENT.replace("CreditCard", "BankAccount");

    assertThat(Told.facts(SOURCE, "any", event("payment.created", PAYMENT), ORIGIN))
        .containsExactly(topUp);
    assertThat(Told.facts(SOURCE, "any", event("payment.created", bank), ORIGIN)).isEmpty();
    assertThat(Told.facts(SOURCE, "any", event("payment.completed", bank), ORIGIN))
        .containsExactly(topUp);
    assertThat(Told.of(SOURCE, "any", event("payment.failed", bank), ORIGIN))
        .isEqualTo(new Translation.Unknown("easypost event payment.failed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tracker.updated", "refund.successful", "batch.created", "report.available"})
  void whatConcernsNoMoneyOrIsReadByTheSweepTellsNothing(String description) {
    assertThat(Told.facts(SOURCE, "any", event(description, "{}"), ORIGIN)).isEmpty();
  }

  @Test
  void unknownEventsBillingAndRefundsAreParked() {
    assertThat(Told.of(SOURCE, "any", event("claim.approved", "{}"), ORIGIN))
        .isEqualTo(new Translation.Unknown("easypost event claim.approved"));
    assertThat(
            Told.of(
                SOURCE,
                "pull/shipments",
                SHIPMENT.replace("'billing_type':'easypost'", "'billing_type':'barter'"),
                ORIGIN))
        .isEqualTo(new Translation.Unknown("easypost billing of type barter"));
    assertThat(Told.of(SOURCE, "pull/refunds", pair("perhaps", SHIPMENT), ORIGIN))
        .isEqualTo(new Translation.Unknown("easypost refund of status perhaps"));
  }

  @Test
  void whatIsNoShipmentIsRefusedAndNotPassedOver() {
    assertThat(
            Told.of(SOURCE, "pull/shipments", SHIPMENT.replace("'Shipment'", "'Address'"), ORIGIN))
        .isEqualTo(new Translation.Malformed("object", "Shipment"));
  }

  @Test
  @Tag("failure-other")
  void whatIsOnlyATestTellsNothing() {
    assertThat(
            Told.facts(
                SOURCE, "pull/shipments", SHIPMENT.replace("'production'", "'test'"), ORIGIN))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dora Example", "dora@example.com", "Dora", "1 Sample Street"})
  void aReferenceThatCouldNameAPersonIsNoOrderNumber(String reference) {
    Label label =
        (Label) Told.fact(SOURCE, "pull/shipments", SHIPMENT.replace("#1001", reference), ORIGIN);

    assertThat(label.order()).isEmpty();
  }
}
