package io.daybook.retrieval.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.Fact;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.PaidFrom;
import io.daybook.events.WalletTopUp;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.easypost.EasyPostRetriever;
import io.daybook.retrieval.shippo.ShippoRetriever;
import io.daybook.retrieval.shipstation.ShipStationRetriever;
import io.daybook.retrieval.shipstation.ShipStationV1Retriever;
import io.daybook.simulation.easypost.EasyPostStandIn;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.shipping.Behaviour;
import io.daybook.simulation.shipping.Signed;
import io.daybook.simulation.shippo.ShippoStandIn;
import io.daybook.simulation.shipstation.ShipStationStandIn;
import io.daybook.simulation.shipstation.ShipStationV1StandIn;
import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.easypost.EasyPostSource;
import io.daybook.sources.shippo.ShippoSource;
import io.daybook.sources.shipstation.ShipStationSource;
import io.daybook.sources.shipstation.ShipStationV1Source;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LabelRetrieversTest {
  private static final Instant AT = Instant.parse("2026-10-12T15:00:00Z");
  private static final Clock CLOCK = Clock.fixed(Sweep.TO, ZoneOffset.UTC);
  private static final String KEY = "key:secret";

  private static Behaviour kind() {
    return Behaviour.kind(KEY, CLOCK);
  }

  private static Behaviour real(long seed) {
    return kind().with(new Faults(seed, 80, 40, 0, Duration.ZERO), Duration.ofMinutes(3));
  }

  private static Label label(Map<String, Label> labels, String id) {
    return Optional.ofNullable(labels.get(id)).orElseThrow(() -> new AssertionError("no " + id));
  }

  private static Instant later(int minutes) {
    return AT.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void easyPostsShipmentsAreReadToTheEndOnceWithTheirRefundsAndTheEvents() {
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, real(3))) {
      for (int n = 0; n < 250; n++) {
        easypost.buy("shp_" + n, later(n), "5.93000", "0.50000", "1" + n);
      }
      easypost.refund("rfnd_1", "shp_7", later(300));
      easypost.decide("rfnd_1", "refunded", AT.plus(Duration.ofDays(20)));
      easypost.refund("rfnd_2", "shp_8", later(301));
      easypost.adjust("shpinv_1", "shp_9", "1.15000", later(400));
      easypost.topUp("pay_1", "200.00000", later(1));
      Sweep sweep = new Sweep(new EasyPostSource(), easypost.address(), KEY);
      Retriever retriever = new EasyPostRetriever(sweep.api());

      Map<String, Label> labels = sweep.labels(retriever);

      assertThat(labels).hasSize(250);
      assertThat(labels.values()).allMatch(label -> label.costMinor() == 643);
      assertThat(label(labels, "shp_7").refundedAt()).contains(AT.plus(Duration.ofDays(20)));
      assertThat(label(labels, "shp_8").refundedAt()).isEmpty();
      List<Fact> events = sweep.facts(retriever, "events");
      assertThat(events).hasSize(2);
      assertThat(events).anyMatch(LabelAdjustment.class::isInstance);
      assertThat(events).anyMatch(WalletTopUp.class::isInstance);
    }
  }

  @Test
  void pagingEndsEvenIfThePlatformRepeatsItsLastPageForEver() {
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, kind().repeating())) {
      easypost.buy("shp_1", AT, "5.93000", "0.00000", "1");
      Sweep sweep = new Sweep(new EasyPostSource(), easypost.address(), KEY);

      assertThat(sweep.objects(new EasyPostRetriever(sweep.api()), "shipments"))
          .isNotEmpty()
          .allMatch(object -> object.id().equals("shp_1"));
    }
    try (ShipStationV1StandIn v1 = ShipStationV1StandIn.start(0, kind().repeating(), 1000)) {
      v1.buy(1, AT, "ups", "4.00", "0", "1");
      Sweep sweep = new Sweep(new ShipStationV1Source(), v1.address(), KEY);

      assertThat(sweep.labels(new ShipStationV1Retriever(sweep.api()))).hasSize(1);
    }
  }

  @Test
  void nothingThatNamesAPersonIsPassedOn() {
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, kind());
        ShipStationStandIn v2 = ShipStationStandIn.start(0, kind());
        ShipStationV1StandIn v1 = ShipStationV1StandIn.start(0, kind(), 40);
        ShippoStandIn shippo = ShippoStandIn.start(0, kind())) {
      easypost.buy("shp_1", AT, "5.93000", "0.00000", "1");
      v2.buy("se-1", AT, "se-wallet", "7.33", "0", "1");
      v1.buy(1, AT, "ups", "4.00", "0", "1");
      shippo.buy("t1", AT, "acc-shippo", "5.50", "1");
      Sweep one = new Sweep(new EasyPostSource(), easypost.address(), KEY);
      Sweep two = new Sweep(new ShipStationSource(), v2.address(), KEY);
      Sweep three = new Sweep(new ShipStationV1Source(), v1.address(), KEY);
      Sweep four = new Sweep(new ShippoSource(), shippo.address(), KEY);

      List<Fetched.PulledObject> objects =
          List.of(
              one.objects(new EasyPostRetriever(one.api()), "shipments").getFirst(),
              two.objects(new ShipStationRetriever(two.api()), "labels").getFirst(),
              three.objects(new ShipStationV1Retriever(three.api()), "shipments").getFirst(),
              four.objects(new ShippoRetriever(four.api()), "transactions").getFirst());

      for (Fetched.PulledObject object : objects) {
        assertThat(new String(object.json().toArray(), StandardCharsets.UTF_8))
            .doesNotContain("Dora", "dora", "Sample Street");
      }
    }
  }

  @Test
  void shipStationsLabelsVoidsAndReturns() {
    try (ShipStationStandIn v2 = ShipStationStandIn.start(0, real(5))) {
      for (int n = 0; n < 120; n++) {
        v2.buy("se-" + n, later(n), n % 2 == 0 ? "se-wallet" : "se-own", "7.33", "0.50", "1" + n);
      }
      v2.buyReturn("se-back", later(200), "5.00");
      v2.scan("se-back", AT.plus(Duration.ofDays(9)));
      v2.voidLabel("se-3", AT.plus(Duration.ofDays(1)));
      v2.assistRefund("se-4", AT.plus(Duration.ofDays(2)), "pending", "");
      v2.assistRefund("se-5", AT.plus(Duration.ofDays(2)), "approved", "7.00");
      Sweep sweep = new Sweep(new ShipStationSource(), v2.address(), KEY);

      Map<String, Label> labels = sweep.labels(new ShipStationRetriever(sweep.api()));

      assertThat(labels).hasSize(121);
      assertThat(label(labels, "se-0").paidFrom()).isEqualTo(PaidFrom.WALLET);
      assertThat(label(labels, "se-1").paidFrom()).isEqualTo(PaidFrom.ACCOUNT);
      assertThat(label(labels, "se-3").refundedAt()).contains(AT.plus(Duration.ofDays(1)));
      assertThat(label(labels, "se-4").refundedAt()).isEmpty();
      assertThat(label(labels, "se-5").refundedMinor()).contains(700L);
      assertThat(label(labels, "se-back").chargedAt()).contains(AT.plus(Duration.ofDays(9)));
    }
  }

  @Test
  void shipStationsKeysAreReadAndBelieveItsWebhooksAcrossARotation() {
    try (ShipStationStandIn v2 = ShipStationStandIn.start(0, kind())) {
      Sweep sweep = new Sweep(new ShipStationSource(), v2.address(), KEY);
      ShipStationRetriever retriever = new ShipStationRetriever(sweep.api());
      Secret before = published(retriever, sweep);
      Signed first = v2.webhook("API_TRACK", "se-1", AT);
      v2.rotate();
      Signed second = v2.webhook("API_TRACK", "se-1", AT);
      Secret after = published(retriever, sweep);

      assertThat(verified(first, before)).isInstanceOf(Verification.Genuine.class);
      assertThat(verified(second, before))
          .isEqualTo(new Verification.Refused(Verification.Reason.WRONG_SIGNATURE));
      assertThat(verified(second, after)).isInstanceOf(Verification.Genuine.class);
      assertThat(verified(first, after, before)).isInstanceOf(Verification.Genuine.class);
    }
  }

  private static Secret published(ShipStationRetriever retriever, Sweep sweep) {
    return switch (retriever.webhookKeys(sweep.endpoint())) {
      case Retriever.Keys.Published published -> new Secret(published.kept().toArray());
      case Retriever.Keys.None _ -> throw new AssertionError("none");
      case Retriever.Keys.Unread unread -> throw new AssertionError(unread.reason());
    };
  }

  private static Verification verified(Signed webhook, Secret... keys) {
    return new ShipStationSource()
        .verify(
            new Headers(webhook.headers()),
            webhook.body().getBytes(StandardCharsets.UTF_8),
            List.of(keys),
            AT);
  }

  @Test
  @Tag("failure-39")
  void versionOneWaitsWhenNoCallsAreLeftAndListsAShipmentTwiceButTellsItOnce() {
    try (ShipStationV1StandIn v1 = ShipStationV1StandIn.start(0, kind(), 3)) {
      for (int n = 0; n < 150; n++) {
        v1.buy(n, later(n), n % 2 == 0 ? "stamps_com" : "ups", "1.93", "0.07", "1" + n);
      }
      v1.voidLabel(3, AT.plus(Duration.ofDays(1)));
      Sweep sweep = new Sweep(new ShipStationV1Source(), v1.address(), KEY);
      ShipStationV1Retriever retriever = new ShipStationV1Retriever(sweep.api());

      Fetched first = sweep.fetch(retriever, "shipments", Optional.empty());
      Fetched second = sweep.fetch(retriever, "shipments", ((Fetched.Page) first).next());

      assertThat(((Fetched.Page) first).objects()).hasSize(101);
      assertThat(second).isEqualTo(new Fetched.Throttled(Duration.ofSeconds(20)));
    }
    try (ShipStationV1StandIn v1 = ShipStationV1StandIn.start(0, kind(), 1000)) {
      for (int n = 0; n < 150; n++) {
        v1.buy(n, later(n), n % 2 == 0 ? "stamps_com" : "ups", "1.93", "0.07", "1" + n);
      }
      v1.voidLabel(3, AT.plus(Duration.ofDays(1)));
      Sweep sweep = new Sweep(new ShipStationV1Source(), v1.address(), KEY);
      Map<String, Label> labels = sweep.labels(new ShipStationV1Retriever(sweep.api()));

      assertThat(labels).hasSize(150);
      assertThat(label(labels, "3").refundedAt()).contains(AT.plus(Duration.ofDays(1)));
      assertThat(labels.values()).allMatch(label -> label.costMinor() == 200);
    }
  }

  @Test
  void shipposLabelsRefundsAndReturns() {
    try (ShippoStandIn shippo = ShippoStandIn.start(0, real(9))) {
      shippo.buy("old", Sweep.FROM.minus(Duration.ofDays(300)), "acc-shippo", "5.50", "");
      for (int n = 0; n < 45; n++) {
        shippo.buy("t" + n, later(n), n % 2 == 0 ? "acc-shippo" : "acc-own", "5.50", "1" + n);
      }
      shippo.buyReturn("back", later(60), "4.00");
      shippo.scan("back", AT.plus(Duration.ofDays(9)));
      shippo.refund("r1", "t3", later(70));
      shippo.decide("r1", "SUCCESS", AT.plus(Duration.ofDays(14)));
      shippo.refund("r2", "t4", later(71));
      shippo.decide("r2", "ERROR", AT.plus(Duration.ofDays(14)));
      Sweep sweep = new Sweep(new ShippoSource(), shippo.address(), KEY);

      Map<String, Label> labels = sweep.labels(new ShippoRetriever(sweep.api()));

      assertThat(labels).hasSize(46).doesNotContainKey("old");
      assertThat(label(labels, "t0").paidFrom()).isEqualTo(PaidFrom.CARD);
      assertThat(label(labels, "t1").paidFrom()).isEqualTo(PaidFrom.ACCOUNT);
      assertThat(label(labels, "t1").order().orElseThrow().value()).isEqualTo("11");
      assertThat(label(labels, "t3").refundedAt()).contains(AT.plus(Duration.ofDays(14)));
      assertThat(label(labels, "t4").refundedAt()).isEmpty();
      assertThat(label(labels, "back").chargedAt()).contains(AT.plus(Duration.ofDays(9)));
    }
  }

  @Test
  void aWrongKeyIsReportedAndNeverRepeated() {
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, kind())) {
      Sweep sweep = new Sweep(new EasyPostSource(), easypost.address(), "stolen");

      assertThat(sweep.fetch(new EasyPostRetriever(sweep.api()), "shipments", Optional.empty()))
          .isEqualTo(new Fetched.Refused(401, "HTTP 401"));
      assertThat(easypost.served()).isEqualTo(1);
    }
  }

  @Test
  void aPlatformThatIsDownIsTriedThreeTimesWithPausesBetween() {
    Behaviour down = kind().with(new Faults(1, 999, 0, 0, Duration.ZERO), Duration.ZERO);
    try (ShippoStandIn shippo = ShippoStandIn.start(0, down)) {
      Sweep sweep = new Sweep(new ShippoSource(), shippo.address(), KEY);
      Fetched fetched =
          sweep.fetch(new ShippoRetriever(sweep.api()), "transactions", Optional.empty());

      // The stand-in never fails more than twice in a row: the third try comes through.
      assertThat(fetched).isInstanceOf(Fetched.Page.class);
      assertThat(sweep.pauses()).hasSize(2);
    }
    Sweep nobody = new Sweep(new ShippoSource(), URI.create("http://127.0.0.1:1"), KEY);
    assertThat(nobody.fetch(new ShippoRetriever(nobody.api()), "transactions", Optional.empty()))
        .isEqualTo(new Fetched.Unavailable("ConnectException, 3 times"));
  }

  @Test
  void aCursorThatIsNotOursIsRefused() {
    Sweep sweep = new Sweep(new ShippoSource(), URI.create("http://127.0.0.1:1"), KEY);

    assertThat(
            sweep.fetch(new ShippoRetriever(sweep.api()), "transactions", Optional.of("garbage")))
        .isInstanceOf(Fetched.Refused.class);
  }
}
