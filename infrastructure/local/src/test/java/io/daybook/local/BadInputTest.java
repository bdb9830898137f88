package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.bank.BankRefused;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.StateStore;
import io.daybook.local.hub.BankImport;
import io.daybook.simulation.bank.BankFile;
import io.daybook.simulation.month.MonthGenerator;
import io.daybook.simulation.shopify.ShopifyWebhooks;
import io.daybook.simulation.stripe.StripeWebhooks;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets, through the front door: the table of the README. */
final class BadInputTest {
  private static final byte[] ORDER = "{\"id\":1,\"x\":\"y\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] EVENT =
      "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"customer.created\"}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private TestHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = TestHub.start(folder.resolve("hub"), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private HttpResponse<String> shopify(String topic, byte[] body, String secret) throws Exception {
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-Shopify-Topic", topic);
    headers.put("X-Shopify-Shop-Domain", "blue-cup.myshopify.com");
    headers.put("X-Shopify-Hmac-Sha256", ShopifyWebhooks.sign(body, secret));
    return hub.post(TestHub.SHOPIFY_HOOK, headers, body);
  }

  private HttpResponse<String> stripe(byte[] body, String secret, Instant at) throws Exception {
    return hub.post(
        TestHub.STRIPE_HOOK,
        Map.of("Stripe-Signature", StripeWebhooks.sign(body, secret, at)),
        body);
  }

  private long refused() {
    return state().counted("refused");
  }

  private StateStore state() {
    return hub.hub().deployment().stores().state(TestHub.BOOK);
  }

  @Test
  void aWrongSignatureGets401AndNothingIsKeptButTheFact() throws Exception {
    assertThat(shopify("orders/create", ORDER, "guess").statusCode()).isEqualTo(401);
    assertThat(stripe(EVENT, "guess", Instant.now()).statusCode()).isEqualTo(401);
    assertThat(hub.post(TestHub.SHOPIFY_HOOK, Map.of(), ORDER).statusCode()).isEqualTo(401);

    assertThat(hub.kept()).isZero();
    assertThat(refused()).isEqualTo(3);
  }

  @Test
  void aStaleAndAFutureTimestampGet401() throws Exception {
    Instant now = Instant.now();
    assertThat(stripe(EVENT, TestHub.STRIPE_SECRET, now.minus(Duration.ofMinutes(6))).statusCode())
        .isEqualTo(401);
    assertThat(stripe(EVENT, TestHub.STRIPE_SECRET, now.plus(Duration.ofMinutes(6))).statusCode())
        .isEqualTo(401);
    assertThat(stripe(EVENT, TestHub.STRIPE_SECRET, now).statusCode()).isEqualTo(200);

    assertThat(hub.kept()).isEqualTo(1);
    assertThat(refused()).isEqualTo(2);
  }

  @Test
  void anUnknownConnectionOrSourceGets404() throws Exception {
    for (String path :
        new String[] {
          "/hooks/shopify/sample.other",
          "/hooks/shopify/nobody.shop",
          "/hooks/stripe/sample.shop",
          "/hooks/teapot/sample.shop",
          "/hooks/shopify/sample.shop/more"
        }) {
      assertThat(hub.post(path, Map.of(), ORDER).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(hub.kept()).isZero();
  }

  @Test
  void thePortalTakesNoWebhook() throws Exception {
    assertThat(hub.post("/", Map.of(), ORDER).statusCode()).isEqualTo(405);
    assertThat(hub.kept()).isZero();
  }

  @Test
  void aBodyOf7MegabytesGets413() throws Exception {
    byte[] large = new byte[7 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');
    assertThat(shopify("orders/create", large, TestHub.SHOPIFY_SECRET).statusCode()).isEqualTo(413);
    assertThat(hub.kept()).isZero();
  }

  @Test
  void truncatedJsonThatIsCorrectlySignedIsKeptAndFailsVisibly() throws Exception {
    byte[] truncated = Arrays.copyOf(ORDER, ORDER.length - 4);
    assertThat(shopify("orders/create", truncated, TestHub.SHOPIFY_SECRET).statusCode())
        .isEqualTo(200);
    byte[] cut = Arrays.copyOf(EVENT, EVENT.length - 4);
    assertThat(stripe(cut, TestHub.STRIPE_SECRET, Instant.now()).statusCode()).isEqualTo(200);
    hub.server().settle();

    assertThat(hub.kept()).isEqualTo(2);
    assertThat(new Setbacks(state()).all())
        .hasSize(2)
        .allMatch(setback -> setback.kind() == Setback.Kind.FAILED);
  }

  @Test
  void anUnknownTopicIsKeptParkedAndVisible() throws Exception {
    assertThat(shopify("teapots/brewed", ORDER, TestHub.SHOPIFY_SECRET).statusCode())
        .isEqualTo(200);
    hub.server().settle();

    assertThat(hub.kept()).isEqualTo(1);
    assertThat(new Setbacks(state()).all())
        .singleElement()
        .satisfies(setback -> {
          assertThat(setback.kind()).isEqualTo(Setback.Kind.PARKED);
          assertThat(setback.topic()).isEqualTo("teapots/brewed");
        });
  }

  @Test
  void aBankFileCutInTheMiddleImportsNothingAndNamesFileLineAndField() {
    byte[] whole =
        BankFile.camt053(new MonthGenerator(1).generate()).getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);

    assertThatThrownBy(
            () -> new BankImport(hub.hub()).run(TestHub.BOOK, "main", Path.of("october.xml"), cut))
        .isInstanceOf(BankRefused.class)
        .hasMessageContaining("october.xml:")
        .hasMessageContaining("expected")
        .hasMessageContaining("Nothing was imported");
    assertThat(hub.kept()).isZero();
  }

  @Test
  void aSecretThatWasRotatedIsBelievedBesideTheNewOneAndTheOneBeforeThatIsNot() throws Exception {
    TestHub.connect(
        hub.hub(),
        TestHub.BOOK,
        "shop",
        "shopify",
        "blue-cup.myshopify.com",
        "shopify_payments",
        "hush2");
    assertThat(shopify("teapots/a", ORDER, "hush2").statusCode()).isEqualTo(200);
    assertThat(shopify("teapots/b", ORDER, TestHub.SHOPIFY_SECRET).statusCode()).isEqualTo(200);

    TestHub.connect(
        hub.hub(),
        TestHub.BOOK,
        "shop",
        "shopify",
        "blue-cup.myshopify.com",
        "shopify_payments",
        "hush3");
    assertThat(shopify("teapots/c", ORDER, "hush3").statusCode()).isEqualTo(200);
    assertThat(shopify("teapots/d", ORDER, "hush2").statusCode()).isEqualTo(200);
  }

  @Test
  void aBankAccountNameThatCannotBeUsedLocksNothingOut() throws Exception {
    byte[] file =
        BankFile.camt053(new MonthGenerator(1).generate()).getBytes(StandardCharsets.UTF_8);
    BankImport imports = new BankImport(hub.hub());

    assertThatThrownBy(() -> imports.run(TestHub.BOOK, "Main Account", Path.of("o.xml"), file))
        .isInstanceOf(BankRefused.class);
    assertThat(imports.run(TestHub.BOOK, "main", Path.of("o.xml"), file).newLines()).isPositive();
  }

  @Test
  void connectingAgainWithTheSameSecretKeepsTheOneBefore() throws Exception {
    for (int again = 0; again < 2; again++) {
      TestHub.connect(
          hub.hub(),
          TestHub.BOOK,
          "shop",
          "shopify",
          "blue-cup.myshopify.com",
          "shopify_payments",
          "hush2");
    }
    assertThat(shopify("teapots/a", ORDER, TestHub.SHOPIFY_SECRET).statusCode()).isEqualTo(200);
    assertThat(shopify("teapots/b", ORDER, "hush2").statusCode()).isEqualTo(200);
  }
}
