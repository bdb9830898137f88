package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.PullFunction;
import io.daybook.books.connect.Checking;
import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.Step;
import io.daybook.ledger.Stores;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.reconciliation.Exceptions;
import io.daybook.reconciliation.PayoutStatement;
import io.daybook.reconciliation.PayoutStatements;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Processor;
import io.daybook.simulation.stripe.StripeEvents;
import io.daybook.simulation.stripe.StripeStandIn;
import io.daybook.simulation.stripe.StripeStandIn.Behaviour;
import io.daybook.simulation.stripe.StripeWebhooks;
import io.daybook.sources.Secret;
import io.daybook.sources.platform.Credential;
import io.daybook.statements.PayoutWords;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book with nothing but Stripe: signed events and sweeps to the accounts, held against Stripe's own ledger. */
final class StripeHubTest {
  private static final Book BOOK = new Book("blue");
  private static final ConnectionName STRIPE = new ConnectionName("stripe");
  private static final String PATH = "/hooks/stripe/blue.stripe";
  private static final String URL = "https://books.example.com" + PATH;
  private static final String KEY = "rk_live_right";
  private static final Month MONTH = new MonthGenerator(5).generate();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(MONTH.setting().start());

  private interface Play {
    void on(Hub hub, HubServer server, StripeStandIn standIn) throws Exception;
  }

  /** Connected without a webhook secret: the endpoint is made at Stripe, which tells its secret. */
  private void play(Faults faults, Play play) throws Exception {
    try (StripeStandIn standIn = StripeStandIn.start(MONTH, 0, Behaviour.kind(KEY).with(faults));
        Hub hub = Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty(), clock);
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND)) {
      Connecting.Connected connected =
          new Connecting(hub.deployment())
              .connect(
                  new ConnectRequest(
                      BOOK,
                      STRIPE,
                      "stripe",
                      new Origin("stripe", MONTH.setting().stripeAccount()),
                      Optional.of(standIn.address()),
                      Optional.of(URI.create("https://books.example.com")),
                      Optional.of(MONTH.setting().cutOver()),
                      Optional.of(ZoneId.of("America/New_York")),
                      Optional.of(new CurrencyCode("USD")),
                      Optional.of(new Gateway("stripe"))),
                  new GivenSecrets(
                      Optional.empty(),
                      Map.of(Credential.TOKEN, new Secret(KEY.getBytes(StandardCharsets.UTF_8)))));
      assertThat(connected.hook()).isEqualTo(PATH);
      play.on(hub, server, standIn);
    }
  }

  private Check check(Hub hub) {
    return new Checking(hub.deployment()).after(BOOK, STRIPE).orElseThrow();
  }

  private int deliver(HubServer server, String body, String secret) throws Exception {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.address() + PATH))
              .header(StripeWebhooks.SIGNATURE, StripeWebhooks.sign(bytes, secret, clock.instant()))
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private static String secret(StripeStandIn standIn) {
    return Optional.ofNullable(standIn.endpointSecrets().get(URL)).orElseThrow();
  }

  private static List<PullFunction.Swept> pull(Hub hub) {
    return hub.pull(BOOK, Optional.empty(), Optional.empty(), _ -> {});
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

  /** What Stripe's ledger of the month comes to, without any of the posting code. */
  private static SortedMap<String, Long> paper() {
    SortedMap<String, Long> paper = new TreeMap<>();
    for (Movement movement : MONTH.movements()) {
      boolean counts =
          movement.processor() == Processor.STRIPE
              && !movement.at().isBefore(MONTH.setting().start())
              && movement.at().isBefore(MONTH.setting().end());
      if (counts) {
        paper.merge("1010", movement.netMinor(), Long::sum);
        paper.merge(
            movement.kind() == Movement.Kind.DISPUTE ? "6020" : "6000",
            movement.feeMinor(),
            Long::sum);
        paper.merge(
            switch (movement.kind()) {
              case CHARGE -> "1100";
              case REFUND -> "2230";
              case DISPUTE -> "1200";
              case PAYOUT -> "1005";
            },
            Math.negateExact(movement.amountMinor()),
            Long::sum);
      }
    }
    // One payout of the month does not tie: what it pays less than it lists waits for a person.
    long difference = MONTH.difference().differenceMinor();
    paper.merge("1010", difference, Long::sum);
    paper.merge("2900", Math.negateExact(difference), Long::sum);
    paper.values().removeIf(minor -> minor == 0);
    return paper;
  }

  private static String thin(StripeEvents.Event event) {
    var object = event.json().path("data").path("object");
    return """
    {"id":"evt_thin_%s","object":"v2.core.event","type":"v1.%s","livemode":true,"created":"%s","context":null,\
    "related_object":{"id":"%s","type":"%s","url":"/v1/x"}}\
    """
        .formatted(
            event.id(),
            event.type(),
            event.at(),
            object.path("id").asText(),
            object.path("object").asText());
  }

  @Test
  @Tag("failure-1")
  @Tag("failure-4")
  @Tag("failure-5")
  @Tag("accounting-2")
  @Tag("accounting-33")
  @Tag("accounting-37")
  @Tag("accounting-42")
  void oneWebhookInAHundredNeverComesAndTheBooksOfStripeAloneAreWhole() throws Exception {
    play(
        Faults.nowAndThen(3),
        (hub, server, standIn) -> {
          assertThat(check(hub).topics()).contains("charge.succeeded");
          String secret = secret(standIn);
          clock.advance(Duration.between(clock.instant(), MONTH.setting().end().plusSeconds(3600)));
          List<String> sent = new ArrayList<>();
          int lost = 0;
          int nth = 0;
          for (StripeEvents.Event event : StripeEvents.of(MONTH)) {
            nth++;
            if (nth % 100 == 50) {
              lost += event.type().equals("charge.succeeded") ? 1 : 0;
            } else if (nth % 10 == 7) {
              sent.add(thin(event));
            } else {
              sent.add(event.json().toString());
              if (nth % 10 == 3) {
                sent.add(event.json().toString());
              }
            }
          }
          Collections.shuffle(sent, new Random(7));
          for (String body : sent) {
            assertThat(deliver(server, body, secret)).isEqualTo(200);
          }
          server.settle();
          List<PullFunction.Swept> swept = pull(hub);
          server.settle();

          assertThat(swept).extracting(PullFunction.Swept::status).containsOnly("done");
          assertThat(swept.stream().mapToInt(PullFunction.Swept::missed).sum()).isEqualTo(lost);
          assertThat(balances(hub)).isEqualTo(paper());

          assertThat(pull(hub)).allSatisfy(again -> assertThat(again.kept()).isEmpty());
          server.settle();
          assertThat(balances(hub)).isEqualTo(paper());
        });
  }

  private static void hand(Hub hub, StripeEvents.Event event) {
    String handed =
        "{\"detail\":%s,\"type\":\"%s\",\"hook\":\"%s\"}"
            .formatted(event.json().toPrettyString(), event.type(), PATH);
    byte[] _ =
        hub.functions()
            .named("bridge")
            .orElseThrow()
            .invoke(handed.getBytes(StandardCharsets.UTF_8));
  }

  /** Stripe's webhooks post nothing by themselves: what they announce is posted from the sweep's transactions. */
  @Test
  @Tag("failure-1")
  void whatComesByWebhookOverTheBridgeAndWithTheSweepPostsOnce() throws Exception {
    play(
        Faults.none(),
        (hub, server, standIn) -> {
          assertThat(check(hub).remarks()).isEmpty();
          String secret = secret(standIn);
          clock.advance(Duration.between(clock.instant(), MONTH.setting().end().plusSeconds(3600)));
          for (StripeEvents.Event event : StripeEvents.of(MONTH)) {
            assertThat(deliver(server, event.json().toString(), secret)).isEqualTo(200);
            hand(hub, event);
          }
          server.settle();
          assertThat(pull(hub)).extracting(PullFunction.Swept::missed).containsOnly(0);
          server.settle();
          assertThat(balances(hub)).isEqualTo(paper());

          StripeEvents.of(MONTH).forEach(event -> hand(hub, event));
          server.settle();
          assertThat(balances(hub)).isEqualTo(paper());
        });
  }

  @Test
  @Tag("failure-other")
  void anEndpointThatStripeGaveUpIsMendedAndSaidAndItsSecretStays() throws Exception {
    play(
        Faults.none(),
        (hub, server, standIn) -> {
          Check made = check(hub);
          String secret = secret(standIn);
          assertThat(made.repairs()).isZero();
          standIn.disableEndpoints();
          assertThat(standIn.endpointSecrets()).isEmpty();

          Check mended = check(hub);

          assertThat(mended.repairs()).isPositive();
          assertThat(standIn.endpointSecrets()).containsEntry(URL, secret);
          assertThat(deliver(server, "{\"object\":\"event\"}", secret)).isEqualTo(200);
          assertThat(deliver(server, "{\"object\":\"event\"}", "whsec_other")).isEqualTo(401);
        });
  }

  private static List<PayoutStatement> statements(Hub hub) {
    Stores stores = hub.deployment().stores();
    LedgerStore ledger = stores.ledger(BOOK);
    return new PayoutStatements(
            ledger,
            stores.state(BOOK),
            Balances.unsealed(ledger, hub.deployment().clock()),
            new RulesVersions(stores.state(BOOK)).current().orElseThrow())
        .all();
  }

  private static List<Discrepancy> differing(Hub hub) {
    return new Exceptions(hub.deployment().stores().state(BOOK))
        .list().stream()
            .filter(found -> found.kind() == Discrepancy.Kind.PAYOUT_REPORT_DIFFERS)
            .toList();
  }

  @Test
  @Tag("failure-9")
  void stripesOwnReportIsHeldAgainstEachPayoutAndADifferenceIsSaidWithBothAmounts()
      throws Exception {
    play(
        Faults.none(),
        (hub, server, standIn) -> {
          clock.advance(Duration.between(clock.instant(), MONTH.setting().end().plusSeconds(3600)));
          standIn.makeReportsSlowly(2);
          assertThat(pull(hub))
              .filteredOn(swept -> swept.resource().equals("payout-reports"))
              .singleElement()
              .satisfies(swept -> {
                assertThat(swept.status()).contains("Stripe is making the report");
                assertThat(swept.endedWell()).isTrue();
              });
          server.settle();
          assertThat(statements(hub)).allSatisfy(one -> assertThat(one.report()).isEmpty());

          while (pull(hub).stream().anyMatch(swept -> !swept.status().equals("done"))) {
            server.settle();
          }
          server.settle();
          assertThat(differing(hub)).isEmpty();
          List<PayoutStatement> compared =
              statements(hub).stream().filter(one -> one.report().isPresent()).toList();
          assertThat(compared)
              .isNotEmpty()
              .allSatisfy(one -> {
                assertThat(one.report().orElseThrow().agrees()).isTrue();
                assertThat(PayoutWords.verdict(one)).contains("Stripe's own report lists the same");
              });
          int asked = standIn.reports();
          assertThat(pull(hub)).allSatisfy(again -> assertThat(again.kept()).isEmpty());
          assertThat(standIn.reports()).as("one a day").isEqualTo(asked);
          assertThat(balances(hub)).isEqualTo(paper());
        });
  }

  @Test
  @Tag("failure-9")
  void aReportThatSaysOtherwiseIsAnExceptionAndPostsNothing() throws Exception {
    play(
        Faults.none(),
        (hub, server, standIn) -> {
          clock.advance(Duration.between(clock.instant(), MONTH.setting().end().plusSeconds(3600)));
          Movement wrong =
              MONTH.payouts().stream()
                  .filter(payout -> payout.processor() == Processor.STRIPE)
                  .skip(2)
                  .findFirst()
                  .orElseThrow()
                  .movements()
                  .getFirst();
          standIn.misreport(wrong.id(), 7);
          List<PullFunction.Swept> _ = pull(hub);
          server.settle();

          assertThat(differing(hub))
              .singleElement()
              .satisfies(found -> {
                assertThat(found.minor()).isEqualTo(7);
                assertThat(found.reason())
                    .contains(
                        wrong.id(),
                        new Money(wrong.netMinor() + 7, new CurrencyCode("USD")) + " in the report",
                        new Money(wrong.netMinor(), new CurrencyCode("USD")) + " in the list");
              });
          assertThat(balances(hub)).isEqualTo(paper());
        });
  }

  @Test
  void aReportThatStripeCannotMakeFailsNoPull() throws Exception {
    play(
        Faults.none(),
        (hub, server, standIn) -> {
          clock.advance(Duration.between(clock.instant(), MONTH.setting().end().plusSeconds(3600)));
          standIn.failReports();
          assertThat(pull(hub)).extracting(PullFunction.Swept::status).containsOnly("done");
          server.settle();
          assertThat(statements(hub)).allSatisfy(one -> assertThat(one.report()).isEmpty());
          assertThat(new Setbacks(hub.deployment().stores().state(BOOK)).all())
              .extracting(Setback::reason)
              .anyMatch(reason -> reason.contains("Stripe could not make"));
        });
  }
}
