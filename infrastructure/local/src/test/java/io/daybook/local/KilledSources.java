package io.daybook.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.events.Gateway;
import io.daybook.local.KilledBackfill.Scene;
import io.daybook.simulation.easypost.EasyPostStandIn;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.magento.AdobeEvents;
import io.daybook.simulation.magento.IntegrationKeys;
import io.daybook.simulation.magento.MagentoStandIn;
import io.daybook.simulation.magento.MagentoTrade;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shipping.Behaviour;
import io.daybook.simulation.shipping.Signed;
import io.daybook.simulation.shippo.ShippoStandIn;
import io.daybook.simulation.shipstation.ShipStationStandIn;
import io.daybook.simulation.shipstation.ShipStationV1StandIn;
import io.daybook.simulation.square.SquareStandIn;
import io.daybook.simulation.square.SquareTrade;
import io.daybook.simulation.square.SquareWebhooks;
import io.daybook.simulation.stripe.StripeEvents;
import io.daybook.simulation.stripe.StripeStandIn;
import io.daybook.simulation.stripe.StripeWebhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platforms whose backfill is killed, each with a little of everything. */
enum KilledSources {
  STRIPE {
    @Override
    Opened open() {
      Month month = new MonthGenerator(5).generate();
      Instant now = month.setting().start().plus(Duration.ofHours(30));
      StripeStandIn standIn = StripeStandIn.start(month, 0, StripeStandIn.Behaviour.kind(KEY));
      standIn.showAt(now);
      List<Signed> live =
          StripeEvents.of(month).stream()
              .filter(event -> event.at().isBefore(now))
              .map(event -> event.json().toString())
              .map(body ->
                  new Signed(
                      "",
                      Map.of(
                          StripeWebhooks.SIGNATURE,
                          StripeWebhooks.sign(body.getBytes(UTF_8), SECRET, now)),
                      body))
              .toList();
      return new Opened(
          new Scene(
              "stripe",
              month.setting().stripeAccount(),
              standIn.address(),
              Optional.empty(),
              KilledBackfill.secrets(Optional.of(SECRET), Map.of("token", KEY)),
              month.setting().start(),
              now,
              "USD",
              Optional.of(new Gateway("stripe")),
              live),
          standIn::close);
    }
  },

  SQUARE {
    @Override
    Opened open() {
      SquareTrade trade = SquareTrade.of(11, LocalDate.of(2026, 10, 2), 1, 1);
      SquareStandIn standIn = SquareStandIn.start(trade.shelves(), 0, KEY, 20, Faults.none());
      List<Signed> live =
          trade.webhooks().stream()
              .map(webhook ->
                  new Signed(
                      "",
                      Map.of(
                          SquareWebhooks.SIGNATURE,
                          SquareWebhooks.sign(HOOK, webhook.body().getBytes(UTF_8), SECRET)),
                      webhook.body()))
              .toList();
      return new Opened(
          new Scene(
              "square",
              SquareTrade.MERCHANT,
              standIn.address(),
              Optional.of(URI.create(HOOK)),
              KilledBackfill.secrets(Optional.of(SECRET), Map.of("token", KEY)),
              Instant.parse("2026-10-01T08:00:00Z"),
              Instant.parse("2026-10-08T12:00:00Z"),
              "USD",
              Optional.of(new Gateway("square")),
              live),
          standIn::close);
    }
  },

  MAGENTO {
    @Override
    Opened open() {
      Instant first = Instant.parse("2026-10-12T08:00:00Z");
      MagentoTrade trade = MagentoTrade.of(11, first, 3);
      AdobeEvents adobe = new AdobeEvents();
      MagentoStandIn standIn =
          MagentoStandIn.start(
              trade.shelves(),
              IntegrationKeys.signed("ck", "cs", "at", "ats"),
              adobe.published(),
              3,
              Faults.none());
      List<Signed> live =
          trade.webhooks().stream()
              .map(MagentoTrade.Webhook::body)
              .map(body -> new Signed("", adobe.headers(body.getBytes(UTF_8)), body))
              .toList();
      return new Opened(
          new Scene(
              "magento",
              "shop.example.com",
              standIn.address(),
              Optional.empty(),
              KilledBackfill.secrets(
                  Optional.empty(),
                  Map.of(
                      "consumer-key",
                      "ck",
                      "consumer-secret",
                      "cs",
                      "token",
                      "at",
                      "token-secret",
                      "ats",
                      "event-client-id",
                      MagentoTrade.RECIPIENT,
                      "event-keys",
                      AdobeEvents.FIRST_PATH + " " + AdobeEvents.SECOND_PATH)),
              Instant.parse("2026-10-01T08:00:00Z"),
              Instant.parse("2026-10-13T08:00:00Z"),
              "EUR",
              Optional.empty(),
              live),
          standIn::close);
    }
  },

  EASYPOST {
    @Override
    Opened open() {
      EasyPostStandIn standIn = EasyPostStandIn.start(0, behaviour());
      standIn.topUp("pay_1", "200.00000", AT);
      standIn.buy("shp_1", later(1), "5.93000", "0.50000", "1001");
      standIn.buyOnAccount("shp_2", later(2), "7.75", "0.05000", "1002");
      standIn.buyReturn("shp_3", later(3), "5.00000");
      standIn.scan("shp_3", later(60));
      standIn.buy("shp_5", later(5), "6.20000", "0.00000", "1005");
      standIn.refund("rfnd_1", "shp_5", later(6));
      standIn.decide("rfnd_1", "refunded", later(600));
      standIn.adjust("shpinv_1", "shp_1", "1.15000", later(700));
      return labels(
          "easypost",
          standIn.address(),
          Optional.of(SECRET),
          List.of(
              standIn.webhook("evt_pay_1", SECRET),
              standIn.webhook("evt_shpinv_1", SECRET),
              standIn.webhook("evt_rfnd_1", SECRET)),
          standIn::close);
    }
  },

  SHIPSTATION {
    @Override
    Opened open() {
      ShipStationStandIn standIn = ShipStationStandIn.start(0, behaviour());
      standIn.buy("se-1", later(1), "se-wallet", "7.33", "0.50", "1001");
      standIn.buy("se-2", later(2), "se-own", "6.20", "0", "1002");
      standIn.buy("se-3", later(3), "se-wallet", "5.00", "0", "1003");
      standIn.buyReturn("se-4", later(4), "4.00");
      standIn.voidLabel("se-3", later(600));
      standIn.scan("se-4", later(700));
      return labels(
          "shipstation",
          standIn.address(),
          Optional.empty(),
          List.of(standIn.webhook("API_TRACK", "se-1", NOW)),
          standIn::close);
    }
  },

  SHIPSTATION_V1 {
    @Override
    Opened open() {
      ShipStationV1StandIn standIn = ShipStationV1StandIn.start(0, behaviour(), 100_000);
      standIn.buy(1, later(1), "stamps_com", "1.93", "0.07", "1001");
      standIn.buy(2, later(2), "ups", "6.20", "0", "1002");
      standIn.buy(3, later(3), "stamps_com", "5.00", "0", "1003");
      standIn.voidLabel(3, later(600));
      return labels(
          "shipstation-v1",
          standIn.address(),
          Optional.of("long-and-random"),
          List.of(standIn.webhook("SHIP_NOTIFY", "long-and-random")),
          standIn::close);
    }
  },

  SHIPPO {
    @Override
    Opened open() {
      ShippoStandIn standIn = ShippoStandIn.start(0, behaviour());
      standIn.buy("t1", later(1), "acc-shippo", "5.50", "1001");
      standIn.buy("t2", later(2), "acc-own", "6.20", "1002");
      standIn.buy("t3", later(3), "acc-shippo", "4.00", "1003");
      standIn.refund("r1", "t3", later(4));
      standIn.decide("r1", "SUCCESS", later(600));
      return labels(
          "shippo",
          standIn.address(),
          Optional.of("hmac:" + SECRET),
          List.of(standIn.signedWebhook("transaction_created", "t1", SECRET, NOW)),
          standIn::close);
    }
  };

  /** A platform's stand-in and what is connected to it. */
  record Opened(Scene scene, Runnable standIn) implements AutoCloseable {
    @Override
    public void close() {
      standIn.run();
    }
  }

  private static final String KEY = "key:secret";
  private static final String SECRET = "whsec_killed";
  private static final String HOOK = "https://books.example.com/hooks/square/backfilled.source";
  private static final Instant AT = Instant.parse("2026-10-12T15:00:00Z");
  private static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");

  abstract Opened open();

  private static Instant later(int minutes) {
    return AT.plus(Duration.ofMinutes(minutes));
  }

  private static Behaviour behaviour() {
    return Behaviour.kind(KEY, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Opened labels(
      String source, URI base, Optional<String> webhook, List<Signed> live, Runnable standIn) {
    return new Opened(
        new Scene(
            source,
            "main",
            base,
            Optional.empty(),
            KilledBackfill.secrets(webhook, Map.of("token", KEY)),
            Instant.parse("2026-10-01T12:00:00Z"),
            NOW,
            "USD",
            Optional.empty(),
            live),
        standIn);
  }
}
