package io.daybook.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.Installing;
import io.daybook.books.connect.Installing.Consent;
import io.daybook.events.CurrencyCode;
import io.daybook.intake.Circuit;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.sources.Secret;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a shop that let the app in end after an hour: they are replaced before, and what replaced them is kept. */
final class RenewedTokensTest {
  private static final Month MONTH = new MonthGenerator(11).generate();
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName NAME = new ConnectionName("shop");
  private static final String SHOP = "blue-cup.myshopify.com";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-02T08:00:00Z"));
  private Optional<TestDeployment> made = Optional.empty();
  private Optional<ShopifyStandIn> standIn = Optional.empty();

  @BeforeEach
  void install() throws Exception {
    made = Optional.of(new TestDeployment(folder, new MemoryStores(clock), clock));
    standIn = Optional.of(ShopifyStandIn.start(MONTH, 0, ShopifyStandIn.Behaviour.kind("none")));
    shopify().installable("app-1", "hush", SHOP, clock);
    Rules _ =
        new RulesVersions(test().deployment.stores().state(BOOK))
            .amend(
                new Rules(
                    1,
                    new CurrencyCode("USD"),
                    ZoneId.of("America/New_York"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Policy.standard()),
                rules -> rules);
    Installing installing = new Installing(test().deployment);
    int _ =
        installing.setUp(
            "app-1",
            new Secret("hush".getBytes(UTF_8)),
            ShopifyPlatform.SCOPES,
            Optional.of(shopify().address()));
    Connecting.Connected _ =
        installing.install(
            new Consent(
                BOOK,
                NAME,
                SHOP,
                consented(),
                Optional.of(LocalDate.of(2026, 12, 31)),
                Optional.empty()));
  }

  @AfterEach
  void close() {
    standIn.ifPresent(ShopifyStandIn::close);
  }

  private TestDeployment test() {
    return made.orElseThrow();
  }

  private ShopifyStandIn shopify() {
    return standIn.orElseThrow();
  }

  /** The query with which Shopify sends a person back. */
  private String consented() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI consent =
          URI.create(
              shopify().address()
                  + "/admin/oauth/authorize?client_id=app-1&state=s&redirect_uri=http%3A%2F%2Fx");
      return URI.create(
              client
                  .send(
                      HttpRequest.newBuilder(consent).build(), HttpResponse.BodyHandlers.ofString())
                  .headers()
                  .firstValue("location")
                  .orElseThrow())
          .getRawQuery();
    }
  }

  private Connections connections() {
    return new Connections(test().deployment.stores().state(BOOK), test().deployment.secrets());
  }

  private Connection shop() {
    return connections().find(NAME).orElseThrow();
  }

  private String credential(String name) {
    return new String(connections().credentials(shop()).getOrDefault(name, new byte[0]), UTF_8);
  }

  private JsonNode pull() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new PullFunction(test().deployment)
        .handleRequest(
            new ByteArrayInputStream(
                "{\"book\":\"blue-cup\",\"connection\":\"shop\"}".getBytes(UTF_8)),
            answer,
            TestContext.aMinute());
    return new ObjectMapper().readTree(answer.toByteArray()).path("swept");
  }

  private static List<String> statuses(JsonNode swept) {
    return swept.valueStream().map(one -> one.path("status").asText()).distinct().toList();
  }

  @Test
  void aTokenThatLastsLongEnoughStays() throws IOException {
    String token = credential("token");
    clock.advance(Duration.ofMinutes(30));
    assertThat(statuses(pull())).containsExactly("done");
    assertThat(credential("token")).isEqualTo(token);
  }

  @Test
  void aTokenThatEndsSoonIsReplacedAndKeptBeforeAnythingIsAsked() throws IOException {
    String token = credential("token");
    String refresh = credential("refresh-token");
    clock.advance(Duration.ofMinutes(45));
    shopify().endInstalledToken();
    assertThat(statuses(pull())).containsExactly("done");
    assertThat(credential("token")).startsWith("shpat_installed_").isNotEqualTo(token);
    assertThat(credential("refresh-token")).startsWith("shprt_").isNotEqualTo(refresh);
    assertThat(Instant.parse(credential("token-ends")))
        .isEqualTo(clock.instant().plusSeconds(3600));
    assertThat(shop().webhookSecrets()).hasSize(1);
  }

  /** Who died between the answer and the store asks again with what is stored. */
  @Test
  void aRefreshWhoseAnswerWasLostIsAskedAgain() throws IOException {
    Connection before = shop();
    clock.advance(Duration.ofHours(2));
    assertThat(statuses(pull())).containsExactly("done");
    connections().save(before);
    assertThat(statuses(pull())).containsExactly("done");
    assertThat(Instant.parse(credential("token-ends"))).isAfter(clock.instant());
  }

  @Test
  void anAppThatWasThrownOutIsSaidSoAndNothingElseIsAsked() throws IOException {
    shopify().uninstall();
    clock.advance(Duration.ofHours(2));
    long served = shopify().served();
    assertThat(statuses(pull()))
        .singleElement()
        .asString()
        .contains("refused with 401")
        .contains("install it again");
    assertThat(shopify().served()).isEqualTo(served + 1);
    assertThat(Circuit.find(test().deployment.stores().state(BOOK), NAME))
        .hasValueSatisfying(circuit -> assertThat(circuit.reason()).contains("install it again"));
  }
}
