package io.daybook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.items.WebhookConnection;
import io.daybook.ledger.Message;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeFunctionTest {
  private static final String CHARGE =
      "{\"id\":\"evt_1\",\"object\":\"event\",\"rate\":1.10,\"big\":12345678901234567890}";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-10-02T12:00:00Z"));
  private final FakeStores stores =
      new FakeStores(clock).connect("b", "stripe", "stripe").connect("b", "shop", "shopify");
  private final BridgeFunction function =
      new BridgeFunction(stores, new JsonLog(new ByteArrayOutputStream(), "bridge", clock));

  private void hand(String event) throws IOException {
    function.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        new ByteArrayOutputStream(),
        new NoContext());
  }

  private static String event(String hook, String type, String detail) {
    return "{\"hook\":\"" + hook + "\",\"type\":\"" + type + "\",\"detail\":" + detail + "}";
  }

  @Test
  void aStripeEventIsKeptAsItsWebhookWouldBe() throws IOException {
    hand(event("/hooks/stripe/b.stripe", "charge.succeeded", CHARGE));

    Message kept = stores.kept.getFirst();
    assertThat(kept.topic()).isEqualTo("charge.succeeded");
    assertThat(kept.via()).isEqualTo(Message.Via.WEBHOOK);
    assertThat(new String(kept.body().toArray(), UTF_8)).isEqualTo(CHARGE);
    assertThat(stores.opened).as("there is no signature, and no secret is opened").isZero();
  }

  @Test
  void aShopifyEventIsItsPayloadUnderTheTopicOfItsMetadata() throws IOException {
    hand(
        event(
            "/hooks/shopify/b.shop",
            "shopifyWebhook",
            "{\"payload\":{\"id\":1},\"metadata\":{\"X-Shopify-Topic\":\"orders/create\"}}"));

    assertThat(stores.kept.getFirst().topic()).isEqualTo("orders/create");
    assertThat(new String(stores.kept.getFirst().body().toArray(), UTF_8)).isEqualTo("{\"id\":1}");
  }

  @Test
  void anEventThatComesTwiceIsKeptOnceAndCounted() throws IOException {
    hand(event("/hooks/stripe/b.stripe", "charge.succeeded", CHARGE));
    hand(event("/hooks/stripe/b.stripe", "charge.succeeded", CHARGE));

    assertThat(stores.kept).hasSize(1);
    assertThat(stores.counted).containsExactly("b/duplicates");
  }

  @Test
  void aTopicThatIsNoWordOfAPlatformOrMeansAPullIsNotTaken() throws IOException {
    hand(event("/hooks/stripe/b.stripe", "pull/charges", CHARGE));

    assertThat(stores.kept.getFirst().topic()).isEqualTo("event");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"hook\":\"/hooks/stripe/b.stripe\"}",
        "{\"hook\":\"/elsewhere\",\"detail\":{}}",
        "{\"hook\":\"/hooks/stripe/b.stripe\",\"detail\":{}"
      })
  void whatIsNoEventIsThrownSoThatItIsPutAside(String event) {
    assertThatThrownBy(() -> hand(event)).isInstanceOf(IOException.class);
    assertThat(stores.kept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/hooks/stripe/b.other", "/hooks/shopify/b.stripe", "/hooks/stripe/c.stripe"})
  void whatIsForNoConnectionOfThatPlatformIsThrown(String hook) {
    assertThatThrownBy(() -> hand(event(hook, "charge.succeeded", CHARGE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such connection");
  }

  @Test
  void whatIsDisconnectedKeepsNothing() {
    stores.connections.put("b.stripe", new WebhookConnection("stripe", List.of(), "", false));
    assertThatThrownBy(() -> hand(event("/hooks/stripe/b.stripe", "charge.succeeded", CHARGE)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatCannotBeKeptIsThrownSoThatItComesAgain() {
    stores.broken = true;
    assertThatThrownBy(() -> hand(event("/hooks/stripe/b.stripe", "charge.succeeded", CHARGE)))
        .isInstanceOf(StoreFailure.class);
  }
}
