package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.books.PullFunction;
import io.daybook.books.connect.Checking;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.Step;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.square.SquareObjects;
import io.daybook.simulation.square.SquareObjects.Prices;
import io.daybook.simulation.square.SquareShelves;
import io.daybook.simulation.square.SquareShelves.Shelf;
import io.daybook.simulation.square.SquareStandIn;
import io.daybook.simulation.square.SquareTrade;
import io.daybook.simulation.square.SquareWebhooks;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Square merchant from signed webhooks and sweeps to the accounts, held against what the till says it comes to. */
final class SquareHubTest {
  private static final Book BOOK = new Book("cafe");
  private static final String PATH = "/hooks/square/cafe.square";
  private static final String URL = "https://books.example.com" + PATH;
  private static final String KEY = "square-signature-key";
  private static final String TOKEN = "EAAA-right";
  private static final Instant CONNECTED = Instant.parse("2026-10-01T08:00:00Z");
  private static final Instant AFTERWARDS = Instant.parse("2026-10-08T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-10-02T18:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 2);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(CONNECTED);

  private interface Play {
    void on(Hub hub, HubServer server) throws Exception;
  }

  private void play(SquareStandIn standIn, Play play) throws Exception {
    try (Hub hub = Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty(), clock);
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND)) {
      Connecting.Connected connected =
          new Connecting(hub.deployment())
              .connect(
                  new ConnectRequest(
                      BOOK,
                      new ConnectionName("square"),
                      "square",
                      new Origin("square", SquareTrade.MERCHANT),
                      Optional.of(standIn.address()),
                      Optional.of(URI.create(URL)),
                      Optional.of(LocalDate.of(2026, 10, 1)),
                      Optional.of(ZoneId.of("America/Los_Angeles")),
                      Optional.of(new CurrencyCode("USD")),
                      Optional.of(new Gateway("square"))),
                  GivenSecrets.of(bytes(KEY), bytes(TOKEN)));
      assertThat(connected.hook()).isEqualTo(PATH);
      play.on(hub, server);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int deliver(HubServer server, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + PATH))
              .header(SquareWebhooks.SIGNATURE, SquareWebhooks.sign(URL, bytes(body), KEY))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
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
  @Tag("failure-16")
  @Tag("accounting-2")
  @Tag("accounting-27")
  @Tag("accounting-42")
  @Tag("accounting-66")
  @Tag("accounting-67")
  @Tag("accounting-69")
  @Tag("accounting-70")
  void oneWebhookInAHundredNeverComesAndTheBooksAreWhole() throws Exception {
    SquareTrade trade = SquareTrade.of(11, FIRST, 3, 40);
    try (SquareStandIn standIn =
        SquareStandIn.start(trade.shelves(), 0, TOKEN, 25, Faults.nowAndThen(3))) {
      play(
          standIn,
          (hub, server) -> {
            clock.advance(Duration.between(CONNECTED, AFTERWARDS));
            List<String> sent = new ArrayList<>();
            int lost = 0;
            int nth = 0;
            for (SquareTrade.Webhook webhook : trade.webhooks()) {
              nth++;
              if (nth % 100 == 50) {
                lost += webhook.type().equals("payment.updated") ? 1 : 0;
                continue;
              }
              sent.add(webhook.body());
              if (nth % 10 == 3) {
                sent.add(webhook.body());
              }
            }
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

            SortedMap<String, Long> before = balances(hub);
            assertThat(pull(hub)).allSatisfy(again -> assertThat(again.kept()).isEmpty());
            server.settle();
            assertThat(balances(hub)).isEqualTo(before);
          });
    }
  }

  private static ObjectNode entry(SquareShelves shelves, String type, long gross, long fee) {
    ObjectNode entry = SquareObjects.entry("poe_" + type, type, AT, gross, fee);
    return shelves.put(Shelf.ENTRIES, entry.put("payout_id", "po_1"));
  }

  private static ObjectNode sale(SquareShelves shelves, String id, String payment) {
    Prices prices = new Prices(5000, 0, 0, 400, 0);
    ObjectNode order = shelves.put(Shelf.ORDERS, SquareObjects.sale(id, "L1", AT, prices));
    SquareObjects.tender(order, payment, "CARD", 5400, AT);
    shelves.put(Shelf.PAYMENTS, SquareObjects.payment(payment, id, "L1", AT, 5400, 0));
    return order;
  }

  private static SortedMap<String, Long> expected(Object... accounts) {
    SortedMap<String, Long> expected = new TreeMap<>();
    for (int i = 0; i < accounts.length; i += 2) {
      expected.put(accounts[i].toString(), ((Number) accounts[i + 1]).longValue());
    }
    return expected;
  }

  private void sweep(SquareShelves shelves, SortedMap<String, Long> expected) throws Exception {
    ObjectNode location = JsonNodeFactory.instance.objectNode().put("id", "L1");
    shelves.put(Shelf.LOCATIONS, location);
    try (SquareStandIn standIn = SquareStandIn.start(shelves, 0, TOKEN, 100, Faults.none())) {
      play(
          standIn,
          (hub, server) -> {
            clock.advance(Duration.between(CONNECTED, AFTERWARDS));
            assertThat(pull(hub)).extracting(PullFunction.Swept::status).containsOnly("done");
            server.settle();
            assertThat(balances(hub)).isEqualTo(expected);
          });
    }
  }

  @Test
  @Tag("accounting-78")
  @Tag("failure-51")
  void aCardSaleRefundedInCashLeavesTheCardAndTakesTheDrawer() throws Exception {
    SquareShelves shelves = new SquareShelves();
    ObjectNode order = sale(shelves, "O1", "P1");
    ObjectNode back = SquareObjects.giveBack("R1", order, AT.plusSeconds(600), 5000, 400);
    ObjectNode refund = SquareObjects.refund("P1_rf", "P1", "R1", "L1", AT.plusSeconds(600), 5400);
    refund.put("destination_type", "CASH");
    back.putArray("refunds").add(refund.deepCopy());
    shelves.put(Shelf.ORDERS, back);
    shelves.put(Shelf.REFUNDS, refund);
    sweep(shelves, expected("4000", -5000, "4900", 5000, "1020", -5400, "1100", 5400));
  }

  @Test
  @Tag("accounting-77")
  void anExchangeWithASurchargeOwesNobodyAnything() throws Exception {
    SquareShelves shelves = new SquareShelves();
    ObjectNode order = sale(shelves, "O1", "P1");
    Instant later = AT.plusSeconds(600);
    Prices dearer = new Prices(7000, 0, 0, 560, 0);
    ObjectNode exchange = SquareObjects.sale("X1", "L1", later, dearer);
    exchange.set("returns", SquareObjects.giveBack("_", order, later, 5000, 400).get("returns"));
    SquareObjects.tender(exchange, "P2", "CARD", 2160, later);
    shelves.put(Shelf.ORDERS, exchange);
    shelves.put(Shelf.PAYMENTS, SquareObjects.payment("P2", "X1", "L1", later, 2160, 0));
    sweep(shelves, expected("4000", -12_000, "4900", 5000, "2010", -560, "1100", 7560));
  }

  @Test
  @Tag("accounting-95")
  void aCashTotalIsRoundedAndTheTaxIsNot() throws Exception {
    SquareShelves shelves = new SquareShelves();
    Prices prices = new Prices(5003, 0, 0, 400, 0);
    ObjectNode order = SquareObjects.sale("O1", "L1", AT, prices);
    ((ObjectNode) order.get("total_money")).put("amount", 5405);
    ObjectNode rounding = order.putObject("rounding_adjustment");
    rounding.putObject("amount_money").put("amount", 2).put("currency", "USD");
    SquareObjects.tender(order, "P1", "CASH", 5405, AT);
    shelves.put(Shelf.ORDERS, order);
    sweep(shelves, expected("4000", -5003, "2010", -400, "6050", -2, "1020", 5405));
  }

  @Test
  @Tag("accounting-3")
  @Tag("accounting-38")
  @Tag("accounting-48")
  @Tag("accounting-49")
  @Tag("accounting-55")
  @Tag("accounting-81")
  void eachLineOfAPayoutGoesWhereItBelongsAndThePayoutTies() throws Exception {
    SquareShelves shelves = new SquareShelves();
    ObjectNode order = sale(shelves, "O1", "P1");
    assertThat(order.path("id").asText()).isEqualTo("O1");
    entry(shelves, "CHARGE", 5400, 150).putObject("type_charge_details").put("payment_id", "P1");
    entry(shelves, "OPEN_DISPUTE", -700, 0)
        .putObject("type_open_dispute_details")
        .put("dispute_id", "D1");
    entry(shelves, "SQUARE_CAPITAL_PAYMENT", -1000, 0);
    entry(shelves, "TAX_ON_FEE", -10, 0);
    entry(shelves, "SUBSCRIPTION_FEE", -300, 0);
    entry(shelves, "HOLD_ADJUSTMENT", -500, 0);
    entry(shelves, "SOMETHING_NEW", -200, 0);
    shelves.put(Shelf.PAYOUTS, SquareObjects.payout("po_1", "L1", AT.plusSeconds(3600), 2540));
    sweep(
        shelves,
        expected(
            "4000", -5000, "2010", -400, "6000", 160, "1200", 700, "2250", 1000, "6070", 300,
            "1210", 500, "2900", 200, "1005", 2540));
  }

  @Test
  void aWrongTokenIsReportedAndASignatureOverAnotherAddressRefused() throws Exception {
    SquareTrade trade = SquareTrade.of(1, FIRST, 1, 2);
    try (SquareStandIn standIn =
        SquareStandIn.start(new SquareShelves(), 0, "another", 25, Faults.none())) {
      play(
          standIn,
          (hub, server) -> {
            assertThat(pull(hub))
                .allSatisfy(swept ->
                    assertThat(swept.status())
                        .contains("refused with 401: UNAUTHORIZED")
                        .doesNotContain(TOKEN));
            String body = trade.webhooks().get(0).body();
            HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + PATH))
                    .header(
                        SquareWebhooks.SIGNATURE,
                        SquareWebhooks.sign(server.address() + PATH, bytes(body), KEY))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
              assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                  .isEqualTo(401);
            }
          });
    }
  }

  @Test
  @Tag("failure-other")
  void aSubscriptionIsMadeAtConnectingAndMendedByTheSweepAndItsKeyIsBelieved() throws Exception {
    SquareTrade trade = SquareTrade.of(1, FIRST, 1, 2);
    try (SquareStandIn standIn =
        SquareStandIn.start(trade.shelves(), 0, TOKEN, 25, Faults.none())) {
      play(
          standIn,
          (hub, server) -> {
            Checking checking = new Checking(hub.deployment());
            Check made = checking.after(BOOK, new ConnectionName("square")).orElseThrow();
            assertThat(made.topics()).contains("payment.updated");
            assertThat(made.repairs()).isZero();
            String body = trade.webhooks().get(0).body();
            String key = Optional.ofNullable(standIn.subscriptionKeys().get(URL)).orElseThrow();
            HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + PATH))
                    .header(SquareWebhooks.SIGNATURE, SquareWebhooks.sign(URL, bytes(body), key))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
              assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                  .isEqualTo(200);
            }
            assertThat(deliver(server, body)).as("the key that a person gave").isEqualTo(200);

            standIn.disableSubscriptions();
            clock.advance(Duration.ofHours(7));
            List<PullFunction.Swept> _ = pull(hub);
            assertThat(standIn.subscriptionKeys()).containsEntry(URL, key);
            assertThat(
                    Check.find(hub.deployment().stores().state(BOOK), new ConnectionName("square"))
                        .orElseThrow()
                        .repairs())
                .isPositive();
          });
    }
  }
}
