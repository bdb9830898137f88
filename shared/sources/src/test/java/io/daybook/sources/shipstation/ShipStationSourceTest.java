package io.daybook.sources.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Label;
import io.daybook.events.Label.Purpose;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.sources.Translation;
import io.daybook.sources.shipping.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStationSourceTest {
  static final Origin ORIGIN = Origin.parse("shipstation:1001");
  static final ShipStationSource SOURCE = new ShipStationSource();
  private static final CurrencyCode USD = new CurrencyCode("USD");
  private static final Instant MADE = Instant.parse("2026-10-12T15:00:00Z");

  static final String LABEL =
      """
      {'label':{'label_id':'se-1','status':'completed','created_at':'2026-10-12T15:00:00Z',
        'shipment_cost':{'currency':'usd','amount':7.33},'insurance_cost':{'currency':'usd','amount':0.5},
        'is_return_label':false,'charge_event':'carrier_default','voided':false,'voided_at':null,
        'external_order_id':'1001'},
       'carrier':{'carrier_id':'se-9','requires_funded_amount':true}}
      """;

  private static Label label(String text) {
    return (Label) Told.fact(SOURCE, "pull/labels", text, ORIGIN);
  }

  @Test
  @Tag("accounting-19")
  void aLabelCostsItsShippingAndItsInsurance() {
    assertThat(label(LABEL))
        .isEqualTo(
            new Label(
                ORIGIN,
                new Reference("se-1"),
                MADE.toEpochMilli(),
                Purpose.OUTBOUND,
                PaidFrom.WALLET,
                USD,
                783,
                Optional.of(MADE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reference("1001"))));
  }

  @Test
  @Tag("accounting-20")
  void aCarrierThatNeedsNoFundsBillsTheMerchantLater() {
    assertThat(
            label(LABEL.replace("'requires_funded_amount':true", "'requires_funded_amount':false")))
        .extracting(Label::paidFrom)
        .isEqualTo(PaidFrom.ACCOUNT);
    assertThat(Told.of(SOURCE, "pull/labels", LABEL.replace("'carrier':", "'other':"), ORIGIN))
        .isEqualTo(new Translation.Unknown("shipstation label of a carrier that is not connected"));
  }

  private static String voided(String details) {
    return LABEL
        .replace("'status':'completed'", "'status':'voided'")
        .replace(
            "'voided':false,'voided_at':null",
            "'voided':true,'voided_at':'2026-10-13T15:00:00Z'" + details);
  }

  @Test
  @Tag("accounting-22")
  void aVoidIsRefundedWithItUnlessTheCarrierIsStillAsked() {
    Instant at = Instant.parse("2026-10-13T15:00:00Z");

    assertThat(label(voided("")).refundedAt()).contains(at);
    for (String waiting : new String[] {"request_scheduled", "pending", "rejected", "excluded"}) {
      assertThat(
              label(voided(",'refund_details':{'refund_status':'" + waiting + "'}")).refundedAt())
          .isEmpty();
    }
    Label approved =
        label(
            voided(
                ",'refund_details':{'refund_status':'approved','amount_approved':{'currency':'usd','amount':7.33}}"));
    Label credited =
        label(
            voided(
                ",'refund_details':{'refund_status':'approved','amount_credited':{'currency':'usd','amount':7.00}}"));
    assertThat(approved.refundedMinor()).contains(733L);
    assertThat(credited.refundedMinor()).contains(700L);
    assertThat(credited.version()).isGreaterThan(approved.version());
    assertThat(approved.version()).isGreaterThan(label(LABEL).version());
  }

  @Test
  @Tag("accounting-25")
  void aReturnLabelChargedOnAcceptanceCostsWhenTheCarrierHasIt() {
    String bought =
        LABEL
            .replace("'is_return_label':false", "'is_return_label':true")
            .replace("carrier_default", "on_carrier_acceptance");
    String taken =
        bought.replace(
            "'carrier':",
            "'tracking':{'events':[{'status_code':'NY','occurred_at':'2026-10-13T10:00:00Z'},"
                + "{'status_code':'IT','occurred_at':'2026-10-20T10:00:00Z'}]},'carrier':");

    assertThat(label(bought).chargedAt()).isEmpty();
    assertThat(label(bought).purpose()).isEqualTo(Purpose.RETURN);
    assertThat(label(taken).chargedAt()).contains(Instant.parse("2026-10-20T10:00:00Z"));
    assertThat(label(taken).version()).isGreaterThan(label(bought).version());
  }

  @Test
  void aFractionOfACentIsRefusedAndAnUnknownStatusParked() {
    assertThat(Told.of(SOURCE, "pull/labels", LABEL.replace("7.33", "7.333"), ORIGIN))
        .isEqualTo(
            new Translation.Malformed(
                "label.shipment_cost",
                "amounts that sum to at least 0 USD with at most 2 decimals"));
    assertThat(Told.of(SOURCE, "pull/labels", LABEL.replace("'completed'", "'eaten'"), ORIGIN))
        .isEqualTo(new Translation.Unknown("shipstation label of status eaten"));
    assertThat(
            Told.facts(SOURCE, "pull/labels", LABEL.replace("'completed'", "'processing'"), ORIGIN))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shipstation, TRACK_EVENT_V2, true",
    "shipstation, API_TRACK, true",
    "shipstation, PARADE, false",
    "shipstation-v1, SHIP_NOTIFY, true",
    "shipstation-v1, API_TRACK, false"
  })
  void aWebhookSaysOnlyThatThereIsSomethingToRead(String version, String type, boolean isKnown) {
    String body =
        "{'resource_url':'https://elsewhere.example.com/','resource_type':'"
            + type
            + "','shipmentCost':1000}";
    Translation told =
        version.equals("shipstation")
            ? Told.of(SOURCE, type, body, ORIGIN)
            : Told.of(new ShipStationV1Source(), type, body, ORIGIN);

    assertThat(told)
        .isEqualTo(
            isKnown
                ? new Translation.Facts(List.of())
                : new Translation.Unknown("shipstation webhook of type " + type));
  }
}
