package io.daybook.sources.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.daybook.events.Origin;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Source;
import io.daybook.sources.easypost.EasyPostSource;
import io.daybook.sources.shippo.ShippoSource;
import io.daybook.sources.shipstation.ShipStationSource;
import io.daybook.sources.shipstation.ShipStationV1Source;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come, the answer is a value. The seeds run with every test; {@code JAZZER_FUZZ=1} searches for more.
 */
class LabelSourcesFuzzTest {
  private static final List<Source> SOURCES =
      List.of(
          new EasyPostSource(),
          new ShipStationSource(),
          new ShipStationV1Source(),
          new ShippoSource());
  private static final List<String> TOPICS =
      List.of(
          "webhook",
          "pull/shipments",
          "pull/refunds",
          "pull/events",
          "pull/labels",
          "pull/transactions");
  private static final List<String> ODDITIES =
      List.of("null", "-1", "1e400", "'99999999999999999999.99'", "[]", "{}", "true", "''");

  @FuzzTest
  void anyBytesGetAnAnswer(byte[] body) {
    for (Source source : SOURCES) {
      for (String topic : TOPICS) {
        answers(source, topic, body);
      }
      Headers headers =
          new Headers(
              Map.of(
                  "X-Hmac-Signature",
                  new String(body, UTF_8),
                  "Shippo-Auth-Signature",
                  new String(body, UTF_8),
                  "X-ShipEngine-RSA-SHA256-Key-Id",
                  "k",
                  "X-ShipEngine-RSA-SHA256-Signature",
                  new String(body, UTF_8),
                  "X-ShipEngine-Timestamp",
                  new String(body, UTF_8),
                  Headers.QUERY,
                  new String(body, UTF_8)));
      assertThat(
              source.verify(
                  headers,
                  body,
                  List.of(
                      new Secret("k AQAB AQAB".getBytes(UTF_8)),
                      new Secret("hmac:x".getBytes(UTF_8))),
                  Instant.EPOCH))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageCutAnywhereGetsAnAnswer(Source source, String topic, String text) {
    byte[] body = Told.json(text);
    for (int length = 0; length < body.length; length += 41) {
      answers(source, topic, Arrays.copyOf(body, length));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void anyValueMayBeAnything(Source source, String topic, String text) {
    Random random = new Random(7);
    String[] parts = text.split("(?<=:)", -1);
    for (int index = 1; index < parts.length; index++) {
      String oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
      String[] changed = parts.clone();
      changed[index] =
          changed[index].replaceFirst("^('[^']*'|[a-z0-9.]+)", Matcher.quoteReplacement(oddity));
      answers(source, topic, Told.json(String.join("", changed)));
    }
  }

  private static void answers(Source source, String topic, byte[] body) {
    assertThat(source.translate(topic, body, new Origin(source.name(), "x-EUR"))).isNotNull();
  }

  private static Stream<Arguments> messages() {
    String shipment =
        "{'id':'shp_1','object':'Shipment','mode':'production','updated_at':'2026-10-12T15:00:01Z','is_return':true,"
            + "'reference':'1','fees':[{'amount':'7.58000','charged':true,'refunded':false}],"
            + "'selected_rate':{'rate':'7.58','currency':'USD','billing_type':'carrier'},"
            + "'postage_label':{'created_at':'2026-10-12T15:00:00Z'},"
            + "'tracker':{'tracking_details':[{'status':'in_transit','datetime':'2026-10-13T15:00:00Z'}]}}";
    return Stream.of(
        Arguments.of(new EasyPostSource(), "pull/shipments", shipment),
        Arguments.of(
            new EasyPostSource(),
            "pull/refunds",
            "{'refund':{'status':'refunded','updated_at':'2026-10-30T15:00:00Z'},'shipment':"
                + shipment
                + "}"),
        Arguments.of(
            new EasyPostSource(),
            "webhook",
            "{'description':'shipment.invoice.created','result':{'id':'i','shipment_id':'s',"
                + "'amount':'1.15','created_at':'2026-10-30T15:00:00Z'}}"),
        Arguments.of(
            new ShipStationSource(),
            "pull/labels",
            "{'label':{'label_id':'se-1','status':'voided','created_at':'2026-10-12T15:00:00Z',"
                + "'shipment_cost':{'currency':'usd','amount':7.33},'insurance_cost':{'currency':'usd','amount':1},"
                + "'charge_event':'on_carrier_acceptance','voided':true,'voided_at':'2026-10-13T15:00:00Z',"
                + "'refund_details':{'refund_status':'approved','amount_credited':{'amount':7.33}}},"
                + "'carrier':{'requires_funded_amount':true},"
                + "'tracking':{'events':[{'status_code':'IT','occurred_at':'2026-10-12T15:00:00Z'}]}}"),
        Arguments.of(
            new ShipStationV1Source(),
            "pull/shipments",
            "{'shipment':{'shipmentId':1,'createDate':'2026-10-12T08:00:00','shipmentCost':1.93,"
                + "'insuranceCost':0,'voided':true,'voidDate':'2026-10-13T08:00:00','orderNumber':'1'},"
                + "'carrier':{'requiresFundedAccount':true}}"),
        Arguments.of(
            new ShippoSource(),
            "pull/refunds",
            "{'refund':{'status':'SUCCESS','object_updated':'2026-10-30T15:00:00Z'},"
                + "'transaction':{'object_id':'t','object_created':'2026-10-12T15:00:00Z',"
                + "'object_updated':'2026-10-12T15:00:00Z','status':'SUCCESS','test':false},"
                + "'rate':{'amount':'5.50','currency':'USD'},'carrier_account':{'is_shippo_account':true}}"));
  }
}
