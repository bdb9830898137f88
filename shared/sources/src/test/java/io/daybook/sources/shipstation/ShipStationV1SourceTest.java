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
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShipStationV1SourceTest {
  static final Origin ORIGIN = Origin.parse("shipstation-v1:12345");
  static final ShipStationV1Source SOURCE = new ShipStationV1Source();

  static final String SHIPMENT =
      """
      {'shipment':{'shipmentId':33974374,'orderKey':'8061c220f','orderNumber':'1001',
        'createDate':'2026-10-12T08:00:00.0000000','shipmentCost':1.93,'insuranceCost':0.0,
        'isReturnLabel':false,'carrierCode':'stamps_com','voided':false,'voidDate':null},
       'carrier':{'code':'stamps_com','requiresFundedAccount':true}}
      """;

  private static Label label(String text) {
    return (Label) Told.fact(SOURCE, "pull/shipments", text, ORIGIN);
  }

  @Test
  @Tag("accounting-19")
  void itsTimesArePacificAndItsNumbersExact() {
    assertThat(label(SHIPMENT))
        .isEqualTo(
            new Label(
                ORIGIN,
                new Reference("33974374"),
                Instant.parse("2026-10-12T15:00:00Z").toEpochMilli(),
                Purpose.OUTBOUND,
                PaidFrom.WALLET,
                new CurrencyCode("USD"),
                193,
                Optional.of(Instant.parse("2026-10-12T15:00:00Z")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reference("1001"))));
  }

  @ParameterizedTest
  @Tag("failure-17")
  @CsvSource({
    // Winter, summer, the hour that is left out, and the first pass of the one that comes twice.
    "2026-01-12T08:00:00.0000000, 2026-01-12T16:00:00Z",
    "2026-07-12T08:00:00.0000000, 2026-07-12T15:00:00Z",
    "2026-03-08T02:30:00.0000000, 2026-03-08T10:30:00Z",
    "2026-11-01T01:30:00.0000000, 2026-11-01T08:30:00Z"
  })
  void timesAroundTheChangeOfClocks(String written, Instant meant) {
    assertThat(label(SHIPMENT.replace("2026-10-12T08:00:00.0000000", written)).chargedAt())
        .contains(meant);
  }

  @Test
  @Tag("accounting-22")
  void aVoidedShipmentComesBackAtItsVoidDateAndIsTheLaterState() {
    Label voided =
        label(
            SHIPMENT.replace(
                "'voided':false,'voidDate':null",
                "'voided':true,'voidDate':'2026-10-13T08:00:00.0000000'"));

    assertThat(voided.refundedAt()).contains(Instant.parse("2026-10-13T15:00:00Z"));
    assertThat(voided.version()).isGreaterThan(label(SHIPMENT).version());
  }

  @Test
  void anAccountThatIsBilledInAnotherCurrencySaysSo() {
    assertThat(
            ((Label)
                    Told.fact(
                        SOURCE,
                        "pull/shipments",
                        SHIPMENT,
                        Origin.parse("shipstation-v1:12345-CAD")))
                .currency())
        .isEqualTo(new CurrencyCode("CAD"));
  }

  @Test
  void aCarrierThatIsNotAmongTheAccountsIsParked() {
    assertThat(Told.of(SOURCE, "pull/shipments", SHIPMENT.replace("'carrier':", "'x':"), ORIGIN))
        .isEqualTo(
            new Translation.Unknown("shipstation shipment of a carrier that is not connected"));
  }
}
