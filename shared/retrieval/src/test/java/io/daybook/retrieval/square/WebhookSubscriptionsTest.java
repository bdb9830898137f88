package io.daybook.retrieval.square;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Subscribed;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.square.SquareShelves;
import io.daybook.simulation.square.SquareStandIn;
import io.daybook.sources.Secret;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where Square sends its events. */
final class WebhookSubscriptionsTest {
  private static final URI HOOK = URI.create("https://books.example.com/hooks/square/b.square");

  private final SquareStandIn square =
      SquareStandIn.start(new SquareShelves(), 0, "EAAA", 100, Faults.none());
  private final SquareRetriever retriever = new SquareRetriever();

  @AfterEach
  void stop() {
    square.close();
  }

  private Subscribed subscribe(String token, URI hook) {
    return retriever.subscribe(
        new Endpoint(square.address(), new Secret(token.getBytes(UTF_8))), hook);
  }

  private Subscribed.Checked checked(URI hook) {
    return (Subscribed.Checked) subscribe("EAAA", hook);
  }

  private static String key(Subscribed.Checked checked) {
    return new String(checked.secret().orElseThrow().bytes(), UTF_8);
  }

  @Test
  void oneThatIsMissingIsMadeAndItsKeyTold() {
    Subscribed.Checked made = checked(HOOK);

    assertThat(made.made()).contains("payment.updated", "payout.failed");
    assertThat(square.subscriptionKeys()).containsExactly(Map.entry(HOOK.toString(), key(made)));
  }

  @Test
  void oneThatIsInOrderIsLeftAloneAndItsKeyToldAgain() {
    String key = key(checked(HOOK));

    Subscribed.Checked again = checked(HOOK);

    assertThat(again.made()).isEmpty();
    assertThat(again.mended()).isEmpty();
    assertThat(key(again)).isEqualTo(key);
  }

  @Test
  void oneThatSquareGaveUpIsEnabledAgain() {
    String key = key(checked(HOOK));
    square.disableSubscriptions();
    assertThat(square.subscriptionKeys()).isEmpty();

    assertThat(checked(HOOK).mended()).contains("payment.created");
    assertThat(square.subscriptionKeys()).containsExactly(Map.entry(HOOK.toString(), key));
  }

  @Test
  void theAddressOfBeforeIsChangedAndAnotherConnectionsIsLeftAlone() {
    checked(URI.create("https://old.example.com/hooks/square/b.square"));
    checked(URI.create("https://books.example.com/hooks/square/c.square"));

    assertThat(checked(HOOK).mended()).isNotEmpty();

    assertThat(square.subscriptionKeys())
        .containsOnlyKeys(HOOK.toString(), "https://books.example.com/hooks/square/c.square");
  }

  @Test
  void withATokenByOAuthAPersonDoesIt() {
    square.takeTokenForOAuth();

    assertThat(subscribe("EAAA", HOOK)).isEqualTo(new Subscribed.ByHand());
    assertThat(subscribe("wrong", HOOK)).isEqualTo(new Subscribed.ByHand());
  }
}
