package io.daybook.sources.shippo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Label;
import io.daybook.events.Label.Purpose;
import io.daybook.events.Origin;
import io.daybook.events.PaidFrom;
import io.daybook.events.Reference;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Translation;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.shipping.Told;
import io.daybook.sources.signature.Hmac;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippoSourceTest {
  static final Origin ORIGIN = Origin.parse("shippo:acme");
  static final ShippoSource SOURCE = new ShippoSource();
  private static final Instant MADE = Instant.parse("2026-10-12T15:00:00Z");
  private static final byte[] WEBHOOK =
      "{\"event\":\"transaction_created\",\"test\":false,\"data\":{}}".getBytes(UTF_8);

  static final String TRANSACTION =
      """
      {'transaction':{'object_id':'t1','object_created':'2026-10-12T15:00:00Z',
        'object_updated':'2026-10-12T15:00:03.000Z','status':'SUCCESS','test':false,'metadata':''},
       'rate':{'amount':'5.50','currency':'USD'},'carrier_account':{'is_shippo_account':true},
       'shipment':{'extra':{'is_return':false}},'order':{'order_number':'#1001'}}
      """;

  private static Label label(String topic, String text) {
    return (Label) Told.fact(SOURCE, topic, text, ORIGIN);
  }

  @Test
  void aLabelCostsItsRateBilledByShippoToTheCard() {
    assertThat(label("pull/transactions", TRANSACTION))
        .isEqualTo(
            new Label(
                ORIGIN,
                new Reference("t1"),
                Instant.parse("2026-10-12T15:00:03Z").toEpochMilli(),
                Purpose.OUTBOUND,
                PaidFrom.CARD,
                new CurrencyCode("USD"),
                550,
                Optional.of(MADE),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reference("1001"))));
  }

  @Test
  @Tag("accounting-20")
  void aLabelOfTheMerchantsOwnCarrierIsBilledByTheCarrier() {
    assertThat(
            label("pull/transactions", TRANSACTION.replace("account':true", "account':false"))
                .paidFrom())
        .isEqualTo(PaidFrom.ACCOUNT);
  }

  @Test
  @Tag("accounting-22")
  void aRefundCountsOnlyOnceItIsConfirmed() {
    String with =
        TRANSACTION.replaceFirst(
            "\\{", "{'refund':{'status':'%s','object_updated':'2026-10-30T09:00:00Z'},");

    assertThat(label("pull/refunds", with.formatted("SUCCESS")).refundedAt())
        .contains(Instant.parse("2026-10-30T09:00:00Z"));
    for (String waiting : List.of("QUEUED", "PENDING", "ERROR")) {
      assertThat(Told.facts(SOURCE, "pull/refunds", with.formatted(waiting), ORIGIN)).isEmpty();
    }
    assertThat(
            Told.facts(
                SOURCE, "pull/transactions", TRANSACTION.replace("SUCCESS", "REFUNDED"), ORIGIN))
        .isEmpty();
    assertThat(
            label("pull/transactions", TRANSACTION.replace("SUCCESS", "REFUNDPENDING"))
                .refundedAt())
        .isEmpty();
  }

  @Test
  @Tag("accounting-25")
  void aReturnLabelCostsWhenItIsScanned() {
    String bought = TRANSACTION.replace("'is_return':false", "'is_return':true");
    String scanned =
        bought.replaceFirst(
            "\\{",
            "{'track':{'tracking_history':[{'status':'TRANSIT','status_date':'2026-10-20T10:00:00Z'}]},");

    assertThat(label("pull/transactions", bought).chargedAt()).isEmpty();
    assertThat(label("pull/transactions", scanned).chargedAt())
        .contains(Instant.parse("2026-10-20T10:00:00Z"));
  }

  @Test
  void testsTellNothingAndUnknownStatesAndPayersAreParked() {
    assertThat(
            Told.facts(
                SOURCE,
                "pull/transactions",
                TRANSACTION.replace("'test':false", "'test':true"),
                ORIGIN))
        .isEmpty();
    assertThat(Told.of(SOURCE, "pull/transactions", TRANSACTION.replace("SUCCESS", "SOLD"), ORIGIN))
        .isEqualTo(new Translation.Unknown("shippo transaction of status SOLD"));
    assertThat(
            Told.of(
                SOURCE, "pull/transactions", TRANSACTION.replace("carrier_account", "x"), ORIGIN))
        .isEqualTo(
            new Translation.Unknown("shippo label of a carrier account that is not connected"));
  }

  @ParameterizedTest
  @CsvSource({"transaction_created, true", "track_updated, true", "parade, false"})
  void aWebhookSaysOnlyThatThereIsSomethingToRead(String event, boolean isKnown) {
    assertThat(Told.of(SOURCE, event, "{'event':'" + event + "','data':{}}", ORIGIN))
        .isEqualTo(
            isKnown
                ? new Translation.Facts(List.of())
                : new Translation.Unknown("shippo event " + event));
  }

  private static Verification verify(Map<String, String> headers, String... secrets) {
    return SOURCE.verify(
        new Headers(headers),
        WEBHOOK,
        List.of(secrets).stream().map(text -> new Secret(text.getBytes(UTF_8))).toList(),
        MADE);
  }

  private static Map<String, String> signed(String secret, Instant at) {
    String time = Long.toString(at.getEpochSecond());
    byte[] signature = Hmac.sign(secret.getBytes(UTF_8), (time + ".").getBytes(UTF_8), WEBHOOK);
    return Map.of(
        "Shippo-Auth-Signature", "t=" + time + ",v1=" + HexFormat.of().formatHex(signature));
  }

  @Test
  void aSignatureIsBelievedInItsTimeAndUnderBothSecretsOfARotation() {
    assertThat(verify(signed("old", MADE), "hmac:new", "hmac:old"))
        .isEqualTo(new Verification.Genuine("transaction_created"));
    assertThat(verify(signed("hush", MADE.minusSeconds(301)), "hmac:hush"))
        .isEqualTo(new Verification.Refused(Reason.TOO_OLD));
    assertThat(verify(signed("hush", MADE.plusSeconds(301)), "hmac:hush"))
        .isEqualTo(new Verification.Refused(Reason.IN_THE_FUTURE));
    assertThat(verify(signed("other", MADE), "hmac:hush"))
        .isEqualTo(new Verification.Refused(Reason.WRONG_SIGNATURE));
    assertThat(verify(Map.of("Shippo-Auth-Signature", "v1=00"), "hmac:hush"))
        .isEqualTo(new Verification.Refused(Reason.MALFORMED_SIGNATURE));
  }

  @Test
  void aTokenIsBelievedOnlyWhereNoSignatureIsAskedFor() {
    assertThat(verify(Map.of(Headers.QUERY, "token=hush"), "hush"))
        .isEqualTo(new Verification.Genuine("transaction_created"));
    assertThat(verify(Map.of(Headers.QUERY, "token=hush"), "hush", "hmac:hush"))
        .isEqualTo(new Verification.Refused(Reason.MISSING_HEADER));
  }
}
