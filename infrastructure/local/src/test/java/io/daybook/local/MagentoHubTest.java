package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.books.PullFunction;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.Step;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.magento.AdobeEvents;
import io.daybook.simulation.magento.IntegrationKeys;
import io.daybook.simulation.magento.MagentoObjects;
import io.daybook.simulation.magento.MagentoObjects.Amounts;
import io.daybook.simulation.magento.MagentoShelves;
import io.daybook.simulation.magento.MagentoStandIn;
import io.daybook.simulation.magento.MagentoTrade;
import io.daybook.sources.Secret;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Magento shop from Adobe's signed events and sweeps to the accounts, held against what its orders come to. */
final class MagentoHubTest {
  private static final Book BOOK = new Book("mugs");
  private static final String PATH = "/hooks/magento/mugs.mage";
  private static final IntegrationKeys KEYS = IntegrationKeys.signed("ck", "cs", "at", "ats");
  private static final Instant CONNECTED = Instant.parse("2026-10-01T08:00:00Z");
  private static final Instant AFTERWARDS = Instant.parse("2026-10-08T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-10-02T10:00:00Z");

  /** Case 62: goods 100 less 10, shipping 8, tax 7.84. */
  private static final Amounts WHOLE = new Amounts(10_000, 1_000, 800, 64, 784);

  private static final Amounts GOODS = new Amounts(10_000, 1_000, 0, 0, 720);
  private static final Amounts NOTHING = new Amounts(0, 0, 0, 0, 0);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(CONNECTED);
  private final AdobeEvents adobe = new AdobeEvents();

  private interface Play {
    void on(Hub hub, HubServer server) throws Exception;
  }

  private static Secret secret(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Secret> given() {
    Map<String, Secret> given = new HashMap<>();
    given.put("consumer-key", secret("ck"));
    given.put("consumer-secret", secret("cs"));
    given.put("token", secret("at"));
    given.put("token-secret", secret("ats"));
    return given;
  }

  private static Map<String, Secret> withEvents() {
    Map<String, Secret> given = given();
    given.put("event-client-id", secret(MagentoTrade.RECIPIENT));
    given.put("event-keys", secret(AdobeEvents.FIRST_PATH + " " + AdobeEvents.SECOND_PATH));
    return given;
  }

  private void play(MagentoShelves shelves, Faults faults, Map<String, Secret> given, Play play)
      throws Exception {
    try (MagentoStandIn standIn =
            MagentoStandIn.start(shelves, KEYS, adobe.published(), 25, faults);
        Hub hub = Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty(), clock);
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND)) {
      Connecting.Connected connected =
          new Connecting(hub.deployment())
              .connect(
                  new ConnectRequest(
                      BOOK,
                      new ConnectionName("mage"),
                      "magento",
                      new Origin("magento", "shop.example.com"),
                      Optional.of(standIn.address()),
                      Optional.empty(),
                      Optional.of(LocalDate.of(2026, 10, 1)),
                      Optional.of(ZoneId.of("Europe/Berlin")),
                      Optional.of(new CurrencyCode("EUR")),
                      Optional.empty()),
                  new GivenSecrets(Optional.empty(), given));
      assertThat(connected.hook()).isEqualTo(PATH);
      clock.advance(Duration.between(CONNECTED, AFTERWARDS));
      play.on(hub, server);
    }
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private int deliver(HubServer server, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + PATH))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    adobe.headers(body.getBytes(StandardCharsets.UTF_8)).forEach(request::header);
    return send(request.build()).statusCode();
  }

  private static List<PullFunction.Swept> pull(Hub hub) {
    return hub.pull(BOOK, Optional.empty(), Optional.empty(), seen -> {});
  }

  /** By account number, a debit positive; none that is 0. */
  private static SortedMap<String, Long> balances(Hub hub) {
    LedgerStore ledger = hub.deployment().stores().ledger(BOOK);
    SortedMap<String, Long> balances = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      for (Step step : ledger.day(day, Optional.empty())) {
        step.entry()
            .orElseThrow()
            .legs()
            .forEach(leg ->
                balances.merge(Integer.toString(leg.account().number()), leg.minor(), Long::sum));
      }
    }
    balances.values().removeIf(minor -> minor == 0);
    return balances;
  }

  @Test
  @Tag("failure-1")
  @Tag("failure-4")
  @Tag("failure-5")
  @Tag("failure-28")
  @Tag("accounting-61")
  @Tag("accounting-62")
  @Tag("accounting-64")
  @Tag("accounting-65")
  @Tag("accounting-73")
  void oneEventInAHundredNeverComesAndTheBooksAreWhole() throws Exception {
    MagentoTrade trade = MagentoTrade.of(11, AT, 200);
    play(
        trade.shelves(),
        Faults.nowAndThen(3),
        withEvents(),
        (hub, server) -> {
          List<String> sent = new ArrayList<>();
          int lost = 0;
          for (MagentoTrade.Webhook webhook : trade.webhooks()) {
            if ((sent.size() + lost) % 100 == 50) {
              lost++;
              continue;
            }
            sent.add(webhook.body());
          }
          sent.addAll(sent.subList(0, 20));
          Collections.shuffle(sent, new Random(7));
          for (String body : sent) {
            assertThat(deliver(server, body)).isEqualTo(200);
          }
          server.settle();
          List<PullFunction.Swept> swept = pull(hub);
          server.settle();

          assertThat(swept).extracting(PullFunction.Swept::status).containsOnly("done");
          assertThat(lost).isPositive();
          assertThat(swept.stream().mapToInt(PullFunction.Swept::missed).sum()).isEqualTo(lost);
          assertThat(balances(hub)).isEqualTo(trade.paper());

          assertThat(pull(hub)).allSatisfy(again -> assertThat(again.kept()).isEmpty());
          server.settle();
          assertThat(balances(hub)).isEqualTo(trade.paper());
        });
  }

  @Test
  void aShopWithoutEventsMissesNone() throws Exception {
    MagentoTrade trade = MagentoTrade.of(3, AT, 20);
    play(
        trade.shelves(),
        Faults.none(),
        given(),
        (hub, server) -> {
          List<PullFunction.Swept> swept = pull(hub);
          server.settle();
          assertThat(swept.stream().mapToInt(PullFunction.Swept::missed).sum()).isZero();
          assertThat(balances(hub)).isEqualTo(trade.paper());
          assertThat(deliver(server, trade.webhooks().getFirst().body())).isEqualTo(401);
        });
  }

  @Test
  void adobeIsAnsweredWhenItAsksWhetherTheAddressIsOurs() throws Exception {
    play(
        new MagentoShelves(),
        Faults.none(),
        withEvents(),
        (hub, server) -> {
          HttpResponse<String> answer =
              send(
                  HttpRequest.newBuilder(
                          URI.create(server.address() + PATH + "?challenge=8ec8d794-e0ab"))
                      .build());
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.body()).isEqualTo("{\"challenge\":\"8ec8d794-e0ab\"}");
        });
  }

  private static ObjectNode order(MagentoShelves shelves, String method) {
    ObjectNode order =
        MagentoObjects.order(12, AT, AT.plusSeconds(60), "processing", method, WHOLE);
    MagentoObjects.item(order, 31, 0, "simple", 2, GOODS);
    return shelves.put("orders", order);
  }

  private static ObjectNode invoice(MagentoShelves shelves, ObjectNode order) {
    ObjectNode invoice = MagentoObjects.document(5, order, AT.plusSeconds(60), WHOLE);
    MagentoObjects.part(invoice, 31, 2, GOODS);
    return shelves.put("invoices", invoice);
  }

  private static void shipment(MagentoShelves shelves, ObjectNode order) {
    ObjectNode shipment = MagentoObjects.document(9, order, AT.plusSeconds(120), NOTHING);
    MagentoObjects.part(shipment, 31, 2, NOTHING);
    shelves.put("shipments", shipment);
  }

  private static ObjectNode memo(MagentoShelves shelves, ObjectNode order) {
    ObjectNode memo = MagentoObjects.document(7, order, AT.plusSeconds(180), WHOLE);
    MagentoObjects.part(memo, 31, 2, GOODS);
    memo.put("base_grand_total", "102.8400");
    memo.put("base_adjustment_positive", 2);
    memo.put("base_adjustment_negative", 5);
    return shelves.put("creditmemos", memo);
  }

  private static SortedMap<String, Long> expected(Object... accounts) {
    SortedMap<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < accounts.length; i += 2) {
      expected.put(accounts[i].toString(), ((Number) accounts[i + 1]).longValue());
    }
    return expected;
  }

  private void sweep(MagentoShelves shelves, SortedMap<String, Long> expected) throws Exception {
    play(
        shelves,
        Faults.none(),
        given(),
        (hub, server) -> {
          assertThat(pull(hub)).extracting(PullFunction.Swept::status).containsOnly("done");
          server.settle();
          assertThat(balances(hub)).isEqualTo(expected);
        });
  }

  @Test
  @Tag("accounting-62")
  void aCapturedInvoiceIsMoneyDeferredAndTax() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    invoice(shelves, order(shelves, "paypal_express")).put("transaction_id", "8XY1");
    sweep(shelves, expected("1010", 10_584, "2100", -9_800, "2010", -784));
  }

  @Test
  @Tag("accounting-63")
  void anUnpaidInvoiceIsNothingUntilItIsShipped() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    invoice(shelves, order(shelves, "paypal_express")).put("state", 1);
    sweep(shelves, expected());
  }

  @Test
  @Tag("accounting-64")
  void aShipmentEarnsWhatItHolds() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    ObjectNode order = order(shelves, "paypal_express");
    invoice(shelves, order);
    shipment(shelves, order);
    sweep(
        shelves,
        expected("1010", 10_584, "4000", -10_000, "4090", 1_000, "4010", -800, "2010", -784));
  }

  @Test
  @Tag("accounting-65")
  @Tag("failure-28")
  void anOnlineMemoAfterShipmentIsAReturnWithItsAdjustments() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    ObjectNode order = order(shelves, "paypal_express");
    invoice(shelves, order);
    shipment(shelves, order);
    memo(shelves, order).put("transaction_id", "9XY1-refund");
    sweep(
        shelves,
        expected(
            "1010", 300, "4000", -10_000, "4090", 1_000, "4010", -800, "4900", 9_200, "4910", 800,
            "4030", -500));
  }

  @Test
  @Tag("accounting-65")
  void anOfflineMemoBeforeShipmentIsOwed() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    ObjectNode order = order(shelves, "banktransfer");
    invoice(shelves, order);
    memo(shelves, order);
    sweep(shelves, expected("1100", 10_584, "2230", -10_284, "4900", 200, "4030", -500));
  }

  @Test
  @Tag("accounting-75")
  @Tag("accounting-76")
  void giftCardAndStoreCreditRedeemWhatTheShopOwes() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    ObjectNode order = order(shelves, "paypal_express");
    order.put("base_grand_total", "70.8400");
    order
        .putObject("extension_attributes")
        .put("base_gift_cards_amount", 25)
        .put("base_customer_balance_amount", 10);
    ObjectNode invoice = invoice(shelves, order);
    invoice.put("base_grand_total", "70.8400");
    invoice.set("extension_attributes", order.get("extension_attributes"));
    sweep(
        shelves,
        expected("1010", 7_084, "2200", 2_500, "2210", 1_000, "2100", -9_800, "2010", -784));
  }

  @Test
  void aReplacedOrderIsNotDoubled() throws Exception {
    MagentoShelves shelves = new MagentoShelves();
    order(shelves, "paypal_express").put("state", "canceled").put("relation_child_id", "13");
    ObjectNode second =
        MagentoObjects.order(13, AT, AT.plusSeconds(90), "processing", "paypal_express", WHOLE);
    second.put("increment_id", "000000012-1").put("relation_parent_id", "12");
    MagentoObjects.item(second, 41, 0, "simple", 2, GOODS);
    shelves.put("orders", second);
    ObjectNode invoice = MagentoObjects.document(5, second, AT.plusSeconds(100), WHOLE);
    MagentoObjects.part(invoice, 41, 2, GOODS);
    shelves.put("invoices", invoice);
    sweep(shelves, expected("1010", 10_584, "2100", -9_800, "2010", -784));
  }

  @Test
  void credentialsThatAreRefusedAreReported() throws Exception {
    Map<String, Secret> wrong = given();
    wrong.put("token-secret", secret("wrong"));
    play(
        new MagentoShelves(),
        Faults.none(),
        wrong,
        (hub, server) ->
            assertThat(pull(hub)).allSatisfy(swept -> assertThat(swept.status()).contains("401")));
  }
}
