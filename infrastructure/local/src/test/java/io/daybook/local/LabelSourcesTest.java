package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.PullFunction.Swept;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.TrialBalance;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.easypost.EasyPostStandIn;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.shipping.Behaviour;
import io.daybook.simulation.shipping.Signed;
import io.daybook.simulation.shippo.ShippoStandIn;
import io.daybook.simulation.shipstation.ShipStationStandIn;
import io.daybook.simulation.shipstation.ShipStationV1StandIn;
import io.daybook.sources.Secret;
import io.daybook.sources.platform.Credential;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The providers of labels from signed webhook and sweep to the lines of the trial balance. */
final class LabelSourcesTest {
  private static final Book BOOK = new Book("sample");
  private static final Instant CONNECTED = Instant.parse("2026-10-01T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-10-12T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-20T12:00:00Z");
  private static final String KEY = "key:secret";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(CONNECTED);
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Hub> hub = Optional.empty();
  private Optional<HubServer> server = Optional.empty();

  @BeforeEach
  void start() {
    Hub opened = Hub.open(HubFolder.open(folder), Optional.empty(), clock);
    hub = Optional.of(opened);
    server = Optional.of(HubServer.start(opened, 0, HubServer.Rhythm.BY_HAND));
  }

  @AfterEach
  void stop() {
    server.orElseThrow().close();
    hub.orElseThrow().close();
    client.close();
  }

  private void setClock(Instant now) {
    clock.advance(Duration.between(clock.instant(), now));
  }

  private Behaviour kind() {
    return Behaviour.kind(KEY, clock);
  }

  private static Instant later(int minutes) {
    return AT.plus(Duration.ofMinutes(minutes));
  }

  private static Secret secret(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  private void connect(String source, URI base, Optional<String> webhook) throws Exception {
    new Connecting(hub.orElseThrow().deployment())
        .connect(
            new ConnectRequest(
                BOOK,
                new ConnectionName("labels"),
                source,
                new Origin(source, "main"),
                Optional.of(base),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.of(new CurrencyCode("USD")),
                Optional.empty()),
            new GivenSecrets(
                webhook.map(LabelSourcesTest::secret), Map.of(Credential.TOKEN, secret(KEY))));
  }

  private int post(String source, Signed webhook) throws Exception {
    String query = webhook.query().isEmpty() ? "" : "?" + webhook.query();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    server.orElseThrow().address() + "/hooks/" + source + "/sample.labels" + query))
            .POST(HttpRequest.BodyPublishers.ofString(webhook.body()));
    webhook.headers().forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private List<Swept> pull(Optional<Instant> from) {
    server.orElseThrow().settle();
    List<Swept> swept = hub.orElseThrow().pull(BOOK, Optional.empty(), from, seen -> {});
    assertThat(swept).allMatch(part -> part.status().equals("done"));
    server.orElseThrow().settle();
    return swept;
  }

  private Map<String, Long> trialBalance() {
    TrialBalance balance =
        new BookExport(hub.orElseThrow().deployment(), BOOK)
            .trialBalance(LocalDate.of(2026, 11, 30), Optional.empty());
    Map<String, Long> rows = new TreeMap<>();
    balance.rows().forEach(row -> rows.put(row.account().toString(), row.minor()));
    return rows;
  }

  @Test
  @Tag("accounting-18")
  @Tag("accounting-19")
  @Tag("accounting-20")
  @Tag("accounting-21")
  @Tag("accounting-22")
  @Tag("accounting-25")
  @Tag("failure-1")
  void easyPostsWalletLabelsRefundsAdjustmentsAndReturns() throws Exception {
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, kind())) {
      connect("easypost", easypost.address(), Optional.of("s\u00e9cret"));
      easypost.topUp("pay_1", "200.00000", later(0));
      easypost.buy("shp_1", later(1), "5.93000", "0.50000", "1001");
      easypost.buyOnAccount("shp_2", later(2), "7.75", "0.05000", "1002");
      easypost.buyReturn("shp_3", later(3), "5.00000");
      easypost.buyReturn("shp_4", later(4), "4.00000");
      easypost.scan("shp_3", AT.plus(Duration.ofDays(3)));
      easypost.buy("shp_5", later(5), "6.20000", "0.00000", "1005");
      easypost.refund("rfnd_1", "shp_5", later(6));
      easypost.buy("shp_6", later(7), "6.20000", "0.00000", "1006");
      easypost.refund("rfnd_2", "shp_6", later(8));
      easypost.adjust("shpinv_1", "shp_1", "1.15000", AT.plus(Duration.ofDays(5)));
      setClock(AT.plus(Duration.ofDays(6)));

      assertThat(post("easypost", easypost.webhook("evt_pay_1", "s\u00e9cret"))).isEqualTo(200);
      assertThat(post("easypost", easypost.webhook("evt_pay_1", "other"))).isEqualTo(401);
      for (int again = 0; again < 3; again++) {
        assertThat(post("easypost", easypost.webhook("evt_shpinv_1", "s\u00e9cret")))
            .isEqualTo(200);
      }
      pull(Optional.empty());
      Map<String, Long> before = trialBalance();
      easypost.decide("rfnd_1", "refunded", AT.plus(Duration.ofDays(20)));
      easypost.decide("rfnd_2", "rejected", AT.plus(Duration.ofDays(20)));
      setClock(LATER);
      pull(Optional.empty());

      assertThat(before)
          .isEqualTo(
              Map.of("1007", -20000L, "1320:easypost", 17497L, "2005", -775L, "5100", 3278L));
      assertThat(trialBalance())
          .isEqualTo(
              Map.of("1007", -20000L, "1320:easypost", 18117L, "2005", -775L, "5100", 2658L));
      Map<String, Long> whole = trialBalance();
      // A backfill meets a label that changed without another cost; told once more, it is known.
      pull(Optional.of(CONNECTED));
      assertThat(trialBalance()).isEqualTo(whole);
      assertThat(pull(Optional.of(CONNECTED))).allMatch(part -> part.kept().isEmpty());
    }
  }

  @Test
  @Tag("failure-4")
  void oneWebhookInAHundredNeverComesAndTheSweepFindsIt() throws Exception {
    Behaviour real = kind().with(new Faults(11, 50, 20, 0, Duration.ZERO), Duration.ofMinutes(2));
    try (EasyPostStandIn easypost = EasyPostStandIn.start(0, real)) {
      connect("easypost", easypost.address(), Optional.of("hush"));
      for (int n = 0; n < 200; n++) {
        easypost.buy("shp_" + n, later(n), "5.00000", "0.00000", "1" + n);
        easypost.adjust("inv_" + n, "shp_" + n, "0.10000", later(n));
      }
      setClock(LATER);
      for (int n = 0; n < 200; n++) {
        if (n % 100 != 50) {
          assertThat(post("easypost", easypost.webhook("evt_inv_" + n, "hush"))).isEqualTo(200);
        }
      }

      int missed = pull(Optional.empty()).stream().mapToInt(Swept::missed).sum();

      assertThat(missed).isEqualTo(2);
      assertThat(trialBalance()).isEqualTo(Map.of("1320:easypost", -102000L, "5100", 102000L));
    }
  }

  @Test
  @Tag("accounting-19")
  @Tag("accounting-20")
  @Tag("accounting-22")
  @Tag("accounting-25")
  void shipStationsKeysAreFetchedAtConnectingAndByTheSweepAndItsLabelsAreRead() throws Exception {
    try (ShipStationStandIn v2 = ShipStationStandIn.start(0, kind())) {
      connect("shipstation", v2.address(), Optional.empty());
      v2.buy("se-1", later(1), "se-wallet", "7.33", "0.50", "1001");
      v2.buy("se-2", later(2), "se-own", "6.20", "0", "1002");
      v2.buy("se-3", later(3), "se-wallet", "5.00", "0", "1003");
      v2.buyReturn("se-4", later(4), "4.00");
      setClock(AT.plus(Duration.ofDays(1)));
      assertThat(post("shipstation", v2.webhook("API_TRACK", "se-1", clock.instant())))
          .isEqualTo(200);
      assertThat(
              post(
                  "shipstation",
                  v2.webhook("API_TRACK", "se-1", clock.instant().minusSeconds(600))))
          .isEqualTo(401);
      pull(Optional.empty());
      v2.rotate();
      assertThat(post("shipstation", v2.webhook("API_TRACK", "se-2", clock.instant())))
          .isEqualTo(401);
      v2.voidLabel("se-3", AT.plus(Duration.ofDays(1)));
      v2.scan("se-4", AT.plus(Duration.ofDays(2)));
      setClock(LATER);
      pull(Optional.empty());

      assertThat(post("shipstation", v2.webhook("API_TRACK", "se-2", clock.instant())))
          .isEqualTo(200);
      assertThat(trialBalance())
          .isEqualTo(Map.of("1320:shipstation", -783L, "2005", -1020L, "5100", 1803L));
      assertThat(pull(Optional.of(CONNECTED))).allMatch(part -> part.kept().isEmpty());
    }
  }

  @Test
  @Tag("accounting-19")
  @Tag("accounting-20")
  @Tag("accounting-22")
  @Tag("failure-18")
  void versionOneIsLetInByItsTokenAndItsShipmentsAreRead() throws Exception {
    try (ShipStationV1StandIn v1 = ShipStationV1StandIn.start(0, kind(), 1000)) {
      connect("shipstation-v1", v1.address(), Optional.of("long-and-random"));
      v1.buy(1, later(1), "stamps_com", "1.93", "0.07", "1001");
      v1.buy(2, later(2), "ups", "6.20", "0", "1002");
      v1.buy(3, later(3), "stamps_com", "5.00", "0", "1003");
      setClock(AT.plus(Duration.ofDays(1)));
      assertThat(post("shipstation-v1", v1.webhook("SHIP_NOTIFY", "long-and-random")))
          .isEqualTo(200);
      assertThat(post("shipstation-v1", v1.webhook("SHIP_NOTIFY", "guessed"))).isEqualTo(401);
      assertThat(trialBalance()).isEmpty();
      pull(Optional.empty());
      v1.voidLabel(3, AT.plus(Duration.ofDays(2)));
      setClock(LATER);
      pull(Optional.empty());

      assertThat(trialBalance())
          .isEqualTo(Map.of("1320:shipstation-v1", -200L, "2005", -620L, "5100", 820L));
    }
  }

  @Test
  @Tag("accounting-20")
  @Tag("accounting-22")
  void shipposLabelsAreOwedToItOrToTheCarrier() throws Exception {
    try (ShippoStandIn shippo = ShippoStandIn.start(0, kind())) {
      connect("shippo", shippo.address(), Optional.of("hmac:hush"));
      shippo.buy("t1", later(1), "acc-shippo", "5.50", "1001");
      shippo.buy("t2", later(2), "acc-own", "6.20", "1002");
      shippo.buy("t3", later(3), "acc-shippo", "4.00", "1003");
      shippo.refund("r1", "t3", later(4));
      setClock(AT.plus(Duration.ofDays(1)));
      assertThat(
              post(
                  "shippo",
                  shippo.signedWebhook("transaction_created", "t1", "hush", clock.instant())))
          .isEqualTo(200);
      assertThat(post("shippo", shippo.webhook("transaction_created", "t1", "hush")))
          .isEqualTo(401);
      pull(Optional.empty());
      shippo.decide("r1", "SUCCESS", AT.plus(Duration.ofDays(14)));
      setClock(LATER);
      pull(Optional.empty());

      assertThat(trialBalance())
          .isEqualTo(Map.of("2000:main", -550L, "2005", -620L, "5100", 1170L));
    }
  }

  @Test
  @Tag("accounting-25")
  void shipposReturnLabelIsChargedWhenItIsScanned() throws Exception {
    try (ShippoStandIn shippo = ShippoStandIn.start(0, kind())) {
      connect("shippo", shippo.address(), Optional.of("hmac:hush"));
      shippo.buyReturn("t1", later(1), "5.00");
      shippo.buyReturn("t2", later(2), "4.00");
      setClock(AT.plus(Duration.ofDays(1)));
      pull(Optional.empty());
      assertThat(trialBalance()).isEmpty();

      shippo.scan("t1", AT.plus(Duration.ofDays(2)));
      setClock(AT.plus(Duration.ofDays(3)));
      pull(Optional.empty());

      assertThat(trialBalance().get("5100")).isEqualTo(500L);
    }
  }
}
