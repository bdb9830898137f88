package io.daybook.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.connect.Installing;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Installs;
import io.daybook.portal.session.Role;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.sources.Secret;
import io.daybook.sources.shopify.ShopifyPlatform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant lets the hub's own app into a shop: from the portal to Shopify and back. */
final class ShopifyInstallTest {
  private static final Month MONTH = new MonthGenerator(11).generate();
  private static final String SHOP = "blue-cup.myshopify.com";
  private static final String SECRET = "app-secret-hush";
  private static final String BEGIN = "/books/blue-cup/connect/shopify/install";
  private static final ConnectionName NAME = new ConnectionName("shop");

  @TempDir Path folder;
  private Optional<TestPortal> made = Optional.empty();
  private Optional<ShopifyStandIn> standIn = Optional.empty();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void fill() {
    made = Optional.of(TestPortal.filled(folder));
    standIn = Optional.of(ShopifyStandIn.start(MONTH, 0, ShopifyStandIn.Behaviour.kind("none")));
    shopify().installable("app-1", SECRET, SHOP, portal().clock());
    setUp(SECRET);
  }

  private void setUp(String secret) {
    int _ =
        new Installing(portal().deployment())
            .setUp(
                "app-1",
                new Secret(secret.getBytes(UTF_8)),
                ShopifyPlatform.SCOPES,
                Optional.of(shopify().address()));
  }

  @AfterEach
  void close() {
    standIn.ifPresent(ShopifyStandIn::close);
    client.close();
  }

  private TestPortal portal() {
    return made.orElseThrow();
  }

  private ShopifyStandIn shopify() {
    return standIn.orElseThrow();
  }

  private Visitor merchant() {
    return Visitor.of(portal(), Role.MERCHANT, TestPortal.BLUE);
  }

  private Connections connections() {
    return new Connections(
        portal().stores().state(TestPortal.BLUE), portal().deployment().secrets());
  }

  private Optional<Connection> shop() {
    return connections().find(NAME);
  }

  private static Map<String, String> form() {
    return Map.of("shop", SHOP, "name", "shop", "cutOver", "2026-10-01");
  }

  /** What a browser holds after the form, and where Shopify sent it back to. */
  private record Way(String cookie, String back) {
    private Way with(UnaryOperator<String> change) {
      return new Way(cookie, change.apply(back));
    }
  }

  private Way consent() throws Exception {
    Answer going = merchant().post(BEGIN, form());
    assertThat(going.status()).isEqualTo(200);
    URI consent = URI.create(going.header("refresh").replaceFirst("^0;url=", ""));
    assertThat(consent.getPath()).isEqualTo("/admin/oauth/authorize");
    HttpResponse<String> sent =
        client.send(HttpRequest.newBuilder(consent).build(), HttpResponse.BodyHandlers.ofString());
    URI back = URI.create(sent.headers().firstValue("location").orElseThrow());
    assertThat(back.getPath()).isEqualTo("/connect/shopify/callback");
    return new Way(going.cookie().split(";", 2)[0], back.getRawPath() + "?" + back.getRawQuery());
  }

  private Answer back(Way way) {
    return Asking.get(portal().function(), way.back()).as(way.cookie()).answer();
  }

  private Map<String, byte[]> credentials() {
    return connections().credentials(shop().orElseThrow());
  }

  private String credential(String name) {
    return new String(credentials().getOrDefault(name, new byte[0]), UTF_8);
  }

  @Test
  void aShopThatLetsTheAppInIsConnectedWithoutASecretTyped() throws Exception {
    assertThat(merchant().get("/books/blue-cup/connect/shopify").text()).contains("By consent");
    Way way = consent();
    assertThat(way.cookie()).startsWith("daybook-install-8420=");
    Answer answer = back(way);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("Connected shop").contains(SHOP).contains("2026-10-01");
    assertThat(answer.cookie()).contains("Max-Age=0");
    Connection shop = shop().orElseThrow();
    assertThat(shop.origin().account()).isEqualTo(SHOP);
    assertThat(credential("token")).startsWith("shpat_installed_");
    assertThat(credential("refresh-token")).startsWith("shprt_");
    assertThat(connections().webhookSecrets(shop))
        .singleElement()
        .satisfies(secret -> assertThat(new String(secret, UTF_8)).isEqualTo(SECRET));
    assertThat(merchant().get("/books/blue-cup/connections/shop").text())
        .doesNotContain("New secrets");
  }

  @Test
  void inTheCloudWebhooksAreRegisteredAtTheHubsOwnAddress(@TempDir Path other) throws Exception {
    TestPortal cloud = TestPortal.empty(other, Place.CLOUD);
    cloud.connect(TestPortal.BLUE);
    made = Optional.of(cloud);
    setUp(SECRET);
    Way way = consent();
    assertThat(way.cookie()).startsWith("__Host-daybook-install=");
    assertThat(back(way).text()).contains("webhooks are registered");
    assertThat(shopify().subscriptions())
        .isNotEmpty()
        .allMatch(one -> one.endsWith(" https://books.example.com/hooks/shopify/blue-cup.shop"));
  }

  @Test
  void theCookieOfTheInstallationComesBackFromAnotherSiteAndIsNoSession() {
    String cookie = merchant().post(BEGIN, form()).cookie();
    assertThat(cookie)
        .contains("; HttpOnly")
        .contains("; SameSite=Lax")
        .contains("; Max-Age=600")
        .contains("; Path=/");
    assertThat(
            Asking.get(portal().function(), "/books/blue-cup")
                .as(cookie.split(";", 2)[0])
                .answer()
                .status())
        .isEqualTo(401);
  }

  @Test
  void aCallbackThatIsReplayedIsRefused() throws Exception {
    Way way = consent();
    assertThat(back(way).status()).isEqualTo(200);
    Connection before = shop().orElseThrow();
    Answer again = back(way);
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.text()).contains("it was used before").contains("Nothing was stored");
    assertThat(shop()).contains(before);
  }

  @Test
  void anotherBrowserCannotBringItBack() throws Exception {
    Way way = consent();
    String other = merchant().post(BEGIN, form()).cookie().split(";", 2)[0];
    assertThat(back(new Way(other, way.back())).status()).isEqualTo(403);
    assertThat(back(new Way("daybook-install-8420=", way.back())).status()).isEqualTo(403);
    assertThat(Asking.get(portal().function(), way.back()).answer().status()).isEqualTo(403);
    assertThat(shop()).isEmpty();
    // The right browser still may: nobody else has spent it.
    assertThat(back(way).status()).isEqualTo(200);
  }

  @Test
  void afterTenMinutesItIsTooLate() throws Exception {
    Way way = consent();
    portal().clock().forward(Installs.VALID);
    assertThat(back(way).status()).isEqualTo(403);
    assertThat(shop()).isEmpty();
  }

  static Stream<Arguments> wrongWays() {
    return Stream.<UnaryOperator<String>>of(
            back -> back.replaceFirst("hmac=.", "hmac=" + (back.contains("hmac=0") ? "1" : "0")),
            back -> back.replaceFirst("&hmac=[0-9a-f]*", ""),
            back -> back.replaceFirst("code=[^&]*", "code=stolen"),
            back -> back.replace(SHOP, "red-pot.myshopify.com"),
            back -> back + "&shop=" + SHOP,
            back -> back.replaceFirst("timestamp=[0-9]*", "timestamp=1"))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("wrongWays")
  void whatShopifyDidNotSignStoresNothing(UnaryOperator<String> change) throws Exception {
    Answer answer = back(consent().with(change));
    assertThat(answer.text()).contains("Not connected").contains("Nothing was");
    assertThat(shop()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "blue-cup.myshopify.com.evil.example",
        "evil.example/blue-cup.myshopify.com",
        "blue-cup.myshopify.com/..",
        "blue-cup.myshopify.com:444",
        "a@blue-cup.myshopify.com",
        "-.myshopify.com",
        "BLUE.myshopify.com",
        ".myshopify.com",
        ""
      })
  void whatIsNoShopIsSentNobody(String shop) {
    Answer answer =
        merchant().post(BEGIN, Map.of("shop", shop, "name", "shop", "cutOver", "2026-10-01"));
    assertThat(answer.header("refresh")).isEmpty();
    assertThat(answer.cookie()).isEmpty();
    assertThat(answer.text()).contains("expected its domain");
  }

  @Test
  void aShopThatConsentsInThePlaceOfAnotherIsRefused() throws Exception {
    Way way = consent();
    shopify().installable("app-1", SECRET, "red-pot.myshopify.com", portal().clock());
    Map<String, String> values = new TreeMap<>();
    for (String pair : way.back().replaceFirst("^[^?]*[?]", "").split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts[0].equals("code") || parts[0].equals("state")) {
        values.put(parts[0], parts[1]);
      }
    }
    String signed = "/connect/shopify/callback?" + shopify().signed(values);
    assertThat(back(new Way(way.cookie(), signed)).text())
        .contains("red-pot.myshopify.com")
        .contains("Nothing was connected");
    assertThat(shop()).isEmpty();
  }

  @Test
  void aCodeThatTheShopDoesNotKnowStoresNothing() throws Exception {
    Way way = consent();
    shopify().installable("app-1", SECRET, SHOP, portal().clock());
    assertThat(back(way).text()).contains("the shop gives the app no token");
    assertThat(shop()).isEmpty();
  }

  @Test
  void nobodyElseBegins() {
    assertThat(Visitor.of(portal(), Role.MERCHANT, TestPortal.RED).post(BEGIN, form()).status())
        .isEqualTo(404);
    assertThat(Visitor.of(portal(), Role.ACCOUNTANT, TestPortal.BLUE).post(BEGIN, form()).status())
        .isEqualTo(403);
    assertThat(merchant().postAs(BEGIN, form()).status()).isEqualTo(403);
    assertThat(Asking.post(portal().function(), BEGIN, form()).answer().status()).isEqualTo(401);
  }

  @Test
  void whoOpensTheAppAtShopifyChoosesTheBook() {
    String landing = "/connect/shopify/install?" + shopify().signed(Map.of());
    Answer stranger = Asking.get(portal().function(), landing).answer();
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.text()).contains("Open the page again").contains("hmac=");
    assertThat(merchant().get(landing).header("location"))
        .isEqualTo("/books/blue-cup/connect/shopify?shop=" + SHOP);
    assertThat(merchant().get("/books/blue-cup/connect/shopify?shop=" + SHOP).text())
        .contains("value=\"" + SHOP + "\"");
    assertThat(Visitor.of(portal(), Role.OPS).get(landing).text())
        .contains("/books/blue-cup/connect/shopify?shop=" + SHOP)
        .contains("/books/red-pot/connect/shopify?shop=" + SHOP);
    assertThat(merchant().get(landing.replaceFirst("hmac=.", "hmac=x")).text())
        .contains("is not signed by Shopify");
    portal().clock().forward(Duration.ofMinutes(11));
    assertThat(merchant().get(landing).text()).contains("is of another time");
  }

  @Test
  void noSecretIsShownHandedOnOrLogged() throws Exception {
    StringBuilder seen = new StringBuilder();
    try (LogLines log = LogLines.open()) {
      Way way = consent();
      seen.append(back(way).text());
      seen.append(merchant().get("/books/blue-cup/connections/shop").text());
      Visitor ops = Visitor.of(portal(), Role.OPS);
      seen.append(ops.get("/operations/shopify-app").text());
      seen.append(
          ops.post(
                  "/operations/shopify-app",
                  Map.of(
                      "clientId",
                      "app-1",
                      "scopes",
                      "read_orders",
                      "address",
                      shopify().address().toString(),
                      "secret-client-secret",
                      SECRET + "2"))
              .text());
      seen.append(log.text());
    }
    String refresh = credential("refresh-token");
    String token = credential("token");
    seen.append(portal().asked());
    portal()
        .stores()
        .state(TestPortal.BLUE)
        .list(io.daybook.ledger.StateStore.Kind.CONNECTION)
        .forEach(item -> seen.append(item.json()));
    assertThat(seen.toString())
        .contains("Kept. Shops can be connected by consent.")
        .contains("1 shop has the new secret.")
        .doesNotContain(SECRET)
        .doesNotContain(token)
        .doesNotContain(refresh);
  }

  @Test
  void aNewSecretOfTheAppReachesEveryShopAndTheOneBeforeIsStillBelieved() throws Exception {
    assertThat(back(consent()).status()).isEqualTo(200);
    setUp("newer");
    assertThat(
            connections().webhookSecrets(shop().orElseThrow()).stream()
                .map(secret -> new String(secret, UTF_8)))
        .containsExactly("newer", SECRET);
    assertThat(credential("client-secret")).isEqualTo("newer");
    assertThat(credential("token")).startsWith("shpat_installed_");
  }

  @Test
  void onlyWhoRunsAllOfTheHubSetsTheAppUp() {
    String page = "/operations/shopify-app";
    assertThat(merchant().get(page).status()).isEqualTo(403);
    assertThat(Visitor.of(portal(), Role.OPS, TestPortal.BLUE).get(page).status()).isEqualTo(403);
    assertThat(Visitor.of(portal(), Role.OPS, TestPortal.BLUE).post(page, Map.of()).status())
        .isEqualTo(403);
    Visitor ops = Visitor.of(portal(), Role.OPS);
    assertThat(ops.get(page).text())
        .contains("http://127.0.0.1:8420/connect/shopify/callback")
        .contains("http://127.0.0.1:8420/connect/shopify/install");
    assertThat(ops.post(page, Map.of("clientId", "<b>", "scopes", "x")).text())
        .contains("Nothing was kept");
    assertThat(ops.get("/operations").text()).contains(page);
  }
}
