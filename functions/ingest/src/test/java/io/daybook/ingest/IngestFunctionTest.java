package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.items.WebhookConnection;
import io.daybook.ledger.SettableClock;
import io.daybook.sources.HookAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestFunctionTest {
  private static final String SHOP = "/hooks/shopify/blue-cup.shop";
  private static final String ORDER = "{\"id\":1,\"email\":\"jane.doe@example.com\"}";

  private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
  private final FakeStores stores =
      new FakeStores(clock).connect("blue-cup", "shop", "shopify", "hush");
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final IngestFunction function =
      new IngestFunction(stores, new JsonLog(lines, "ingest", clock));

  private int send(byte[] event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(new ByteArrayInputStream(event), answer, new NoContext());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String status = answer.toString(UTF_8).replaceFirst("^\\{\"statusCode\":([0-9]+),.*", "$1");
    return Integer.parseInt(status);
  }

  @Test
  void aGenuineMessageIsKeptToTheByteAndKeptOnce() {
    assertThat(send(Webhook.shopify(SHOP, "hush", ORDER))).isEqualTo(200);
    assertThat(send(Webhook.shopify(SHOP, "hush", ORDER))).isEqualTo(200);
    assertThat(stores.kept).hasSize(1);
    assertThat(stores.kept.getFirst().body().toArray()).isEqualTo(ORDER.getBytes(UTF_8));
    assertThat(stores.kept.getFirst().topic()).isEqualTo("orders/create");
    assertThat(stores.counted).containsExactly("blue-cup/duplicates");
    assertThat(stores.reads).as("the connection is known for a minute").isEqualTo(1);
    clock.advance(Duration.ofSeconds(61));
    send(Webhook.shopify(SHOP, "hush", "{}"));
    assertThat(stores.reads).isEqualTo(2);
  }

  @Test
  void whatIsDisconnectedIsNotBelievedAnyMore() {
    stores.connections.put(
        "blue-cup.shop", new WebhookConnection("shopify", List.of("sealed-hush"), "", false));
    assertThat(send(Webhook.shopify(SHOP, "hush", ORDER))).isEqualTo(404);
    assertThat(stores.kept).isEmpty();
  }

  @Test
  void theAddressThatAPlatformMaySignIsTheOneItWasToldElseTheOneItCameTo() throws IOException {
    HttpEvent event =
        HttpEvent.read(
            new ByteArrayInputStream(
                """
                {"rawPath":"/hooks/square/blue-cup.till","headers":{"Host":"abc.lambda-url.aws"},"body":"{}"}\
                """
                    .getBytes(UTF_8)));
    String told = "https://books.example.com/hooks/square/blue-cup.till";
    assertThat(known(told).address(event)).isEqualTo(told);
    assertThat(known("").address(event))
        .isEqualTo("https://abc.lambda-url.aws/hooks/square/blue-cup.till");
  }

  private ConnectionCache.Known known(String hook) {
    return new ConnectionCache.Known(
        Optional.of(new WebhookConnection("square", List.of(), hook, true)),
        List.of(),
        clock.instant(),
        clock.instant());
  }

  private static byte[] get(String path, String query) {
    return """
    {"rawPath":"%s","rawQueryString":"%s","headers":{},"requestContext":{"http":{"method":"GET"}}}\
    """
        .formatted(path, query)
        .getBytes(UTF_8);
  }

  private String said(byte[] event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), answer, new NoContext());
    return answer.toString(UTF_8);
  }

  @Test
  void aPlatformThatAsksWhetherTheAddressIsOursGetsItsWordBack() throws IOException {
    stores.connect("blue-cup", "mage", "magento");
    assertThat(said(get("/hooks/magento/blue-cup.mage", "challenge=8ec8d794-e0ab")))
        .startsWith("{\"statusCode\":200,")
        .contains("\"body\":\"{\\\"challenge\\\":\\\"8ec8d794-e0ab\\\"}\"");
    assertThat(send(get("/hooks/magento/blue-cup.mage", "challenge=%22"))).isEqualTo(405);
    assertThat(send(get("/hooks/magento/blue-cup.mage", ""))).isEqualTo(405);
    assertThat(send(get("/hooks/magento/blue-cup.none", "challenge=a"))).isEqualTo(405);
    assertThat(send(get(SHOP, "challenge=a"))).as("Shopify asks nothing").isEqualTo(405);
    assertThat(stores.kept).isEmpty();
    stores.broken = true;
    assertThat(send(get("/hooks/magento/blue-cup.late", "challenge=a"))).isEqualTo(405);
  }

  @Test
  void aForgerCausesNoMoreThanOneReadInThreeSeconds() {
    assertThat(send(Webhook.shopify(SHOP, "hush", ORDER))).isEqualTo(200);
    clock.advance(Duration.ofSeconds(10));
    for (int i = 0; i < 100; i++) {
      assertThat(send(Webhook.shopify(SHOP, "guess " + i, ORDER))).isEqualTo(401);
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(stores.reads).as("ten seconds of forgeries").isLessThanOrEqualTo(1 + 4);
    assertThat(stores.opened).isEqualTo(stores.reads);
    assertThat(stores.kept).hasSize(1);
    assertThat(stores.counted).hasSize(100).containsOnly("blue-cup/refused");
  }

  @Test
  void anAddressThatIsNoConnectionIsLookedUpOnceInThreeSeconds() {
    for (int i = 0; i < 50; i++) {
      assertThat(send(Webhook.shopify("/hooks/shopify/blue-cup.none", "hush", ORDER)))
          .isEqualTo(404);
    }
    assertThat(stores.reads).isEqualTo(1);
    stores.connect("blue-cup", "none", "shopify", "hush");
    clock.advance(Duration.ofSeconds(4));
    assertThat(send(Webhook.shopify("/hooks/shopify/blue-cup.none", "hush", ORDER))).isEqualTo(200);
  }

  @Test
  void aSecretThatWasRotatedSinceIsBelievedAtOnce() {
    send(Webhook.shopify(SHOP, "hush", ORDER));
    clock.advance(Duration.ofSeconds(5));
    stores.connect("blue-cup", "shop", "shopify", "new", "hush");
    assertThat(send(Webhook.shopify(SHOP, "new", "{\"id\":2}"))).isEqualTo(200);
    assertThat(send(Webhook.shopify(SHOP, "hush", "{\"id\":3}"))).isEqualTo(200);
    assertThat(stores.reads).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadAnewIsNotReadAnewAtOnce() {
    send(Webhook.shopify(SHOP, "hush", ORDER));
    clock.advance(Duration.ofSeconds(5));
    stores.broken = true;
    assertThat(send(Webhook.shopify(SHOP, "guess", ORDER))).isEqualTo(503);
    assertThat(send(Webhook.shopify(SHOP, "guess", ORDER))).isEqualTo(401);
    assertThat(stores.reads).isEqualTo(2);
  }

  @Test
  void everyOtherRequestIsAnsweredForWhatItIsAndKeptNowhere() {
    String signature = Webhook.sign("hush", ORDER);
    assertThat(send(Webhook.event("/favicon.ico", "POST", ORDER, signature))).isEqualTo(404);
    assertThat(send(Webhook.event(SHOP, "GET", ORDER, signature))).isEqualTo(405);
    assertThat(send(Webhook.event(SHOP, "POST", ORDER, "not Base64 !"))).isEqualTo(401);
    assertThat(send(Webhook.event("/hooks/stripe/blue-cup.shop", "POST", ORDER, signature)))
        .as("a connection of another platform")
        .isEqualTo(404);
    assertThat(send(Webhook.event("/hooks/myspace/blue-cup.shop", "POST", ORDER, signature)))
        .isEqualTo(404);
    assertThat(send("not JSON".getBytes(UTF_8))).isEqualTo(400);
    assertThat(send(Webhook.event(SHOP, "POST", "x".repeat(IngestFunction.MAX_BODY + 1), "")))
        .isEqualTo(413);
    assertThat(stores.kept).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsAskedForAgain() {
    send(Webhook.shopify(SHOP, "hush", ORDER));
    stores.broken = true;
    assertThat(send(Webhook.shopify(SHOP, "hush", "{\"id\":2}"))).isEqualTo(503);
    stores.broken = false;
    assertThat(send(Webhook.shopify(SHOP, "hush", "{\"id\":2}"))).isEqualTo(200);
  }

  @Test
  void logLinesAreCountsAndReasonsAndHoldNothingOfAMessage() {
    send(Webhook.shopify(SHOP, "hush", ORDER));
    send(Webhook.shopify(SHOP, "hush", ORDER));
    send(Webhook.shopify(SHOP, "guess", ORDER));
    send(Webhook.event("/wp-login.php", "POST", ORDER, ""));
    stores.broken = true;
    send(Webhook.shopify(SHOP, "hush", "{\"id\":2}"));
    String at = "1740830400000";
    String metrics =
        "{\"_aws\":{\"Timestamp\":"
            + at
            + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Daybook\",\"Dimensions\":[[\"Function\"]],\"Metrics\":[";
    assertThat(lines.toString(UTF_8).lines())
        .containsExactly(
            metrics
                + "{\"Name\":\"Received\",\"Unit\":\"Count\"}]}]},\"Function\":\"ingest\",\"Received\":1}",
            metrics
                + "{\"Name\":\"Received\",\"Unit\":\"Count\"},{\"Name\":\"Duplicates\",\"Unit\":\"Count\"}]}]},"
                + "\"Function\":\"ingest\",\"Received\":1,\"Duplicates\":1}",
            "{\"at\":"
                + at
                + ",\"level\":\"WARN\",\"what\":\"refused\",\"connection\":\"shopify/blue-cup.shop\",\"why\":\"WRONG_SIGNATURE\"}",
            metrics
                + "{\"Name\":\"Refused\",\"Unit\":\"Count\"}]}]},\"Function\":\"ingest\",\"Refused\":1}",
            "{\"at\":"
                + at
                + ",\"level\":\"ERROR\",\"what\":\"not kept\",\"connection\":\"shopify/blue-cup.shop\",\"why\":"
                + "\"io.daybook.ledger.StoreFailure: cannot do it < java.io.IOException: status 500\"}",
            metrics
                + "{\"Name\":\"NotKept\",\"Unit\":\"Count\"}]}]},\"Function\":\"ingest\",\"NotKept\":1}");
  }

  @Test
  void wordsOfExceptionsThatMightQuoteAMessageAreLeftOut() {
    new JsonLog(lines, "ingest", clock)
        .notKept(
            HookAddress.parse(SHOP).orElseThrow(),
            new IllegalArgumentException("jane.doe@example.com is no number"));
    assertThat(lines.toString(UTF_8))
        .contains("java.lang.IllegalArgumentException")
        .doesNotContain("jane");
  }
}
