package io.daybook.retrieval.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.retrieval.Health;
import io.daybook.retrieval.Subscribed;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a key lets us in, and where Stripe sends its events. */
class StripeConnectionTest {
  private static final URI HOOK = URI.create("https://books.example.com/hooks/stripe/b.stripe");

  private final StripeRetriever retriever = new StripeRetriever();
  private StripeStandIn stripe;

  @BeforeEach
  void start() throws IOException {
    stripe = new StripeStandIn();
  }

  @AfterEach
  void stop() {
    stripe.close();
  }

  private static String endpoint(String url, String status, String version, String types) {
    return "{'id':'we_1','object':'webhook_endpoint','url':'%s','status':'%s','api_version':'%s','enabled_events':[%s]}"
        .formatted(url, status, version, types);
  }

  private Subscribed.Checked subscribe() {
    return (Subscribed.Checked) retriever.subscribe(stripe.endpoint(), HOOK);
  }

  @Test
  void anEndpointThatIsMissingIsMadeInThePinnedVersionAndItsSecretKept() {
    stripe.listing(false).answering(200, "{\"id\":\"we_1\",\"secret\":\"whsec_new\"}");

    Subscribed.Checked checked = subscribe();

    assertThat(checked.made()).contains("charge.succeeded", "payout.reconciliation_completed");
    assertThat(checked.secret())
        .hasValueSatisfying(
            secret -> assertThat(secret.bytes()).isEqualTo("whsec_new".getBytes(UTF_8)));
    assertThat(stripe.asked().getLast().form())
        .containsEntry("url", List.of(HOOK.toString()))
        .containsEntry("api_version", List.of(StripeApi.VERSION))
        .containsEntry("enabled_events[0]", List.of("charge.succeeded"));
  }

  @Test
  void anEndpointThatIsInOrderIsLeftAlone() {
    stripe.listing(false, endpoint(HOOK.toString(), "enabled", StripeApi.VERSION, "'*'"));

    Subscribed.Checked checked = subscribe();

    assertThat(checked.made()).isEmpty();
    assertThat(checked.mended()).isEmpty();
    assertThat(checked.remarks()).isEmpty();
    assertThat(stripe.asked()).hasSize(1);
  }

  @Test
  void anEndpointThatWasDisabledOrLeavesSomethingOutIsMended() {
    stripe
        .listing(false, endpoint(HOOK.toString(), "disabled", "2022-11-15", "'charge.succeeded'"))
        .answering(200, "{\"id\":\"we_1\"}");

    Subscribed.Checked checked = subscribe();

    assertThat(checked.mended()).contains("charge.succeeded", "payout.paid");
    assertThat(checked.remarks()).singleElement().asString().contains("2022-11-15");
    assertThat(stripe.asked().getLast().path()).isEqualTo("/v1/webhook_endpoints/we_1");
    assertThat(stripe.asked().getLast().form()).containsEntry("disabled", List.of("false"));
  }

  @Test
  void thatOfAnAddressOfBeforeIsMovedAndThoseOfOthersAreNot() {
    stripe
        .listing(
            false,
            endpoint("https://other.example.com/in", "disabled", StripeApi.VERSION, "'*'"),
            endpoint(
                    "https://old.example.com/hooks/stripe/b.stripe",
                    "enabled",
                    StripeApi.VERSION,
                    "'*'")
                .replace("we_1", "we_2"))
        .answering(200, "{\"id\":\"we_2\"}");

    assertThat(subscribe().mended()).isNotEmpty();

    assertThat(stripe.asked().getLast().path()).isEqualTo("/v1/webhook_endpoints/we_2");
    assertThat(stripe.asked()).hasSize(2);
  }

  @Test
  void aKeyThatMayNotKeepEndpointsIsSaidSo() {
    stripe.answering(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"rk_live_secret\"}}");

    assertThat(retriever.subscribe(stripe.endpoint(), HOOK))
        .isInstanceOfSatisfying(
            Subscribed.Failed.class,
            failed ->
                assertThat(failed.reason()).startsWith("refused with 403").doesNotContain("rk_"));
  }

  @Test
  void aKeyOfTheAccountIsWell() {
    stripe.answering(200, "{\"id\":\"acct_1\"}").listing(false);

    assertThat(retriever.health(stripe.endpoint(), "acct_1")).isEqualTo(new Health.Well(List.of()));
  }

  @Test
  void aKeyOfAnotherAccountIsNamed() {
    stripe.answering(200, "{\"id\":\"acct_2\"}");

    assertThat(retriever.health(stripe.endpoint(), "acct_1"))
        .isInstanceOfSatisfying(
            Health.OtherAccount.class,
            other -> assertThat(other.words()).contains("acct_1", "acct_2"));
  }

  @Test
  void aRestrictedKeyLosesWhatItMayNotRead() {
    stripe.answering(200, "{\"id\":\"acct_1\"}").answering(403, "{\"error\":{}}").listing(false);

    assertThat(retriever.health(stripe.endpoint(), "acct_1"))
        .isInstanceOfSatisfying(
            Health.Well.class,
            well ->
                assertThat(well.remarks())
                    .singleElement()
                    .asString()
                    .contains("balance_transactions"));
  }

  @Test
  void aKeyThatIsNotBelievedIsIll() {
    stripe.answering(401, "{\"error\":{\"code\":\"api_key_expired\"}}");

    assertThat(retriever.health(stripe.endpoint(), "acct_1"))
        .isInstanceOfSatisfying(
            Health.Ill.class, ill -> assertThat(ill.reason()).contains("401", "api_key_expired"));
  }
}
