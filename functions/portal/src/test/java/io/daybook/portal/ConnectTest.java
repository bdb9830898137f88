package io.daybook.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.acts.AuditTrail;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Role;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyStandIn;
import io.daybook.sources.known.KnownPlatforms;
import io.daybook.sources.platform.Credential;
import io.daybook.sources.platform.Platform;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform connected at the portal, given new secrets, disconnected. */
final class ConnectTest {
  private static final Month MONTH = new MonthGenerator(11).generate();
  private static final String TOKEN = "shpat_right_and_secret";
  private static final String HUSH = "client-secret-hush";
  private static final String PAGE = "/books/blue-cup/connect/shopify";
  private static final String SHOP = "/books/blue-cup/connections/shop";
  private static final ConnectionName NAME = new ConnectionName("shop");

  @TempDir Path folder;
  private Optional<TestPortal> made = Optional.empty();
  private Optional<ShopifyStandIn> standIn = Optional.empty();

  @BeforeEach
  void fill() {
    made = Optional.of(TestPortal.filled(folder));
    standIn = Optional.of(ShopifyStandIn.start(MONTH, 0, ShopifyStandIn.Behaviour.kind(TOKEN)));
  }

  @AfterEach
  void close() {
    standIn.ifPresent(ShopifyStandIn::close);
  }

  private TestPortal portal() {
    return made.orElseThrow();
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

  private Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("name", "shop");
    form.put("account", "blue-cup.myshopify.com");
    form.put("address", standIn.orElseThrow().address().toString());
    form.put("cutOver", "2026-10-01");
    form.put("secret-token", TOKEN);
    form.put("secret-webhook", HUSH);
    return form;
  }

  private List<String> believed() {
    return connections().webhookSecrets(shop().orElseThrow()).stream()
        .map(secret -> new String(secret, UTF_8))
        .toList();
  }

  static List<Platform> platforms() {
    return KnownPlatforms.all();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void theFormIsMadeFromThePlatformsDescription(Platform platform) {
    assertThat(merchant().get("/books/blue-cup/connect").text()).contains(platform.title());
    String page = merchant().get("/books/blue-cup/connect/" + platform.name()).text();
    assertThat(page).contains("Connect " + platform.title());
    for (Credential credential : platform.credentials()) {
      assertThat(page)
          .contains(
              "type=\"password\" name=\"secret-" + credential.name() + "\" maxlength=\"4096\"");
    }
    platform.scopes().forEach(scope -> assertThat(page).contains(scope));
  }

  @Test
  void aShopIsConnectedLookedAtAndItsWebhookAddressIsShown() {
    Map<String, String> form = form();
    form.put("hub", "https://books.example.com");
    Answer answer = merchant().post(PAGE, form);
    assertThat(answer.text())
        .contains("Connected shop")
        .contains("/hooks/shopify/blue-cup.shop")
        .contains("2026-10-01")
        .contains("webhooks are registered");
    assertThat(standIn.orElseThrow().subscriptions())
        .isNotEmpty()
        .allMatch(one -> one.endsWith("https://books.example.com/hooks/shopify/blue-cup.shop"));
    assertThat(believed()).containsExactly(HUSH);
    assertThat(merchant().get("/books/blue-cup/connections").text())
        .contains("blue-cup.myshopify.com")
        .contains("healthy");
    assertThat(merchant().get(SHOP).text())
        .contains("https://books.example.com/hooks/shopify/blue-cup.shop")
        .contains("It is registered there.");
  }

  @Test
  void whatTheTokenMayNotReadIsSaid() {
    standIn.orElseThrow().withdraw("read_all_orders");
    assertThat(merchant().post(PAGE, form()).text())
        .contains("The token has not the scope read_all_orders");
  }

  @Test
  void noSecretIsEverShownLoggedHandedOnOrStoredAsItIs() {
    StringBuilder seen = new StringBuilder();
    try (LogLines log = LogLines.open()) {
      Visitor merchant = merchant();
      seen.append(merchant.post(PAGE, form()).text());
      Map<String, String> wrong = form();
      wrong.put("account", "other.myshopify.com");
      seen.append(merchant.post(PAGE, wrong).text());
      seen.append(merchant.get(SHOP).text());
      seen.append(merchant.post(SHOP + "/rotate", Map.of("secret-webhook", HUSH + "2")).text());
      seen.append(merchant.get("/books/blue-cup/connections").text());
      seen.append(log.text());
    }
    seen.append(portal().asked());
    portal()
        .stores()
        .state(TestPortal.BLUE)
        .list(io.daybook.ledger.StateStore.Kind.CONNECTION)
        .forEach(item -> seen.append(item.json()));
    assertThat(believed()).contains(HUSH);
    assertThat(seen.toString()).doesNotContain(TOKEN).doesNotContain(HUSH);
  }

  @Test
  void whatTheApiDoesNotLetInIsNotStoredAndTheSecretsAreToBeTypedAgain() {
    Map<String, String> form = form();
    form.put("secret-token", "shpat_wrong");
    String page = merchant().post(PAGE, form).text();
    assertThat(page)
        .contains("Nothing was stored, for its API does not let us in")
        .contains("value=\"blue-cup.myshopify.com\"")
        .doesNotContain("shpat_wrong");
    assertThat(shop()).isEmpty();
  }

  @Test
  void aTokenOfAnotherShopIsRefused() {
    Map<String, String> form = form();
    form.put("account", "red-pot.myshopify.com");
    assertThat(merchant().post(PAGE, form).text()).contains("Nothing was stored: the token is of");
    assertThat(shop()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=Shop",
        "name=",
        "name=bank-main",
        "name=people",
        "account=example.com",
        "account=blue-cup.myshopify.com.evil.example",
        "cutOver=yesterday",
        "address=file:///etc/passwd",
        "hub=books.example.com"
      })
  void whatIsTypedWronglyIsSaidInWords(String wrong) {
    Map<String, String> form = form();
    String[] parts = wrong.split("=", 2);
    form.put(parts[0], parts[1]);
    Answer answer = merchant().post(PAGE, form);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("class=\"verdict bad\"");
    assertThat(connections().all()).hasSize(1);
  }

  @Test
  void nobodyElseConnects() {
    Visitor red = Visitor.of(portal(), Role.MERCHANT, TestPortal.RED);
    assertThat(red.get(PAGE).status()).isEqualTo(404);
    assertThat(red.post(PAGE, form()).status()).isEqualTo(404);
    assertThat(red.post("/books/blue-cup/connections/stripe/disconnect", sure()).status())
        .isEqualTo(404);
    Visitor accountant = Visitor.of(portal(), Role.ACCOUNTANT, TestPortal.BLUE);
    assertThat(accountant.get(PAGE).status()).isEqualTo(403);
    assertThat(accountant.post(PAGE, form()).status()).isEqualTo(403);
    assertThat(accountant.get("/books/blue-cup/connections/stripe").status()).isEqualTo(403);
    Map<String, String> stolen = form();
    stolen.put("form", red.formKey());
    assertThat(merchant().postAs(PAGE, stolen).status()).isEqualTo(403);
    assertThat(portal().asked()).isEmpty();
    assertThat(connections().all()).hasSize(1);
  }

  @Test
  void anUnknownPlatformIsNotFound() {
    assertThat(merchant().get("/books/blue-cup/connect/amazon").status()).isEqualTo(404);
    assertThat(merchant().post("/books/blue-cup/connect/amazon", form()).status()).isEqualTo(404);
  }

  @Test
  void newSecretsAreTakenWithoutAGapAndOthersStay() {
    assertThat(merchant().post(PAGE, form()).text()).contains("Connected shop");
    String page = merchant().post(SHOP + "/rotate", Map.of("secret-webhook", "newer")).text();
    assertThat(page).contains("New secrets: shop").contains("still believed");
    assertThat(believed()).containsExactly("newer", HUSH);
    assertThat(connections().credentials(shop().orElseThrow()).get("token"))
        .isEqualTo(TOKEN.getBytes(UTF_8));
    assertThat(merchant().post(SHOP + "/rotate", Map.of("secret-webhook", "newest")).text())
        .contains("New secrets");
    assertThat(believed()).containsExactly("newest", "newer");
  }

  @Test
  void aNewTokenThatIsRefusedChangesNothing() {
    assertThat(merchant().post(PAGE, form()).text()).contains("Connected shop");
    Connection before = shop().orElseThrow();
    assertThat(
            merchant()
                .post(SHOP + "/rotate", Map.of("secret-token", "wrong", "secret-webhook", "x"))
                .text())
        .contains("Nothing was changed");
    assertThat(merchant().post(SHOP + "/rotate", Map.of()).text())
        .contains("No new secret was given");
    assertThat(shop()).contains(before);
  }

  private static Map<String, String> sure() {
    return Map.of("sure", "yes", "reason", "the shop is closed");
  }

  @Test
  void aConnectionIsEndedWithAReasonAndOnlyIfThePersonIsSure() {
    assertThat(merchant().post(PAGE, form()).text()).contains("Connected shop");
    assertThat(merchant().post(SHOP + "/disconnect", Map.of("reason", "closed")).status())
        .isEqualTo(400);
    assertThat(merchant().post(SHOP + "/disconnect", Map.of("sure", "yes")).text())
        .contains("Nothing was changed");
    assertThat(shop().orElseThrow().isLive()).isTrue();
    assertThat(merchant().post(SHOP + "/disconnect", sure()).text()).contains("Disconnected: shop");
    Connection ended = shop().orElseThrow();
    assertThat(ended.isLive()).isFalse();
    assertThat(ended.webhookSecrets()).isEmpty();
    assertThat(ended.credentials()).isEmpty();
    portal().post(TestPortal.BLUE);
    assertThat(new AuditTrail(portal().deployment(), TestPortal.BLUE).lines().toString())
        .contains("the shop is closed")
        .contains("Ann");
    assertThat(merchant().get(SHOP).status()).isEqualTo(404);
    assertThat(merchant().post(SHOP + "/disconnect", sure()).text()).contains("is disconnected");
  }

  @Test
  void inTheCloudTheHubKnowsItsOwnAddressAndDoesNotAskForIt(@TempDir Path other) {
    TestPortal cloud = TestPortal.empty(other, Place.CLOUD);
    cloud.connect(TestPortal.BLUE);
    Visitor visitor = Visitor.of(cloud, Role.MERCHANT, TestPortal.BLUE);
    assertThat(visitor.get(PAGE).text()).doesNotContain("name=\"hub\"");
    Map<String, String> form = form();
    form.put("hub", "https://elsewhere.example.com");
    assertThat(visitor.post(PAGE, form).text())
        .contains("https://books.example.com/hooks/shopify/blue-cup.shop");
    assertThat(standIn.orElseThrow().subscriptions())
        .isNotEmpty()
        .allMatch(one -> one.contains(" https://books.example.com/"));
  }

  @Test
  void whereTheAddressCarriesTheSecretThatIsSaid() {
    Map<String, String> form =
        Map.of(
            "name", "depot", "account", "depot-1", "cutOver", "2026-10-01", "secret-webhook", "x");
    assertThat(merchant().post("/books/blue-cup/connect/generic", form).text())
        .contains("/hooks/generic/blue-cup.depot")
        .contains("Have the connector send its facts");
    assertThat(new io.daybook.sources.shippo.ShippoPlatform().told("https://x/hooks/shippo/b.c"))
        .isEqualTo("https://x/hooks/shippo/b.c?token=<the token>");
  }
}
