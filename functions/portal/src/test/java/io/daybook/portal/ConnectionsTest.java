package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.events.Origin;
import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepSeen;
import io.daybook.ledger.StateStore;
import io.daybook.portal.Asking.Answer;
import io.daybook.portal.session.Role;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a connection that is well, that fails, that lacks a scope, that is backfilled, that is ended. */
final class ConnectionsTest {
  private static final String PAGE = "/books/blue-cup/connections";
  private static final String PULL = PAGE + "/stripe/pull";

  @TempDir Path folder;
  private Optional<TestPortal> made = Optional.empty();

  @BeforeEach
  void fill() {
    made = Optional.of(TestPortal.filled(folder));
    live(Optional.empty());
  }

  private TestPortal portal() {
    return made.orElseThrow();
  }

  private StateStore state() {
    return portal().stores().state(TestPortal.BLUE);
  }

  private Instant now() {
    return portal().clock().instant();
  }

  /** With a token, so that its API is asked. */
  private void live(Optional<Instant> endedAt) {
    Connections connections = new Connections(state(), portal().deployment().secrets());
    connections.save(
        new Connection(
            TestPortal.STRIPE_NAME,
            "stripe",
            new Origin("stripe", "acct_1"),
            Optional.empty(),
            TestPortal.NOW,
            List.of(),
            Map.of("token", connections.seal(TestPortal.STRIPE_NAME, new byte[] {1})),
            Optional.empty(),
            endedAt));
  }

  private Visitor merchant() {
    return Visitor.of(portal(), Role.MERCHANT, TestPortal.BLUE);
  }

  private String page() {
    return merchant().get(PAGE).text();
  }

  @Test
  void aConnectionThatIsWellSaysSo() {
    new Check(now(), List.of(), List.of("charge.succeeded", "payout.paid"), 0, Optional.empty())
        .save(state(), TestPortal.STRIPE_NAME);
    assertThat(page())
        .contains("Stripe")
        .contains("acct_1")
        .contains("healthy")
        .contains("<dt>Subscriptions</dt><dd>2</dd>")
        .contains("<dt>Missed by webhooks, 7 days</dt><dd>0</dd>")
        .contains("0 seconds ago");
  }

  @Test
  void anOpenCircuitSaysSinceWhenWhyAndUntilWhen() {
    for (int times = 0; times < Circuit.BEFORE_PAUSE; times++) {
      Circuit _ =
          Circuit.fail(state(), TestPortal.STRIPE_NAME, "HTTP 503, 3 times", TestPortal.NOW);
    }
    assertThat(page())
        .contains("left alone")
        .contains(
            "Its API fails since 20 Oct 2026, 10:00 EDT, 3 sweeps in a row: HTTP 503, 3 times.")
        .contains("It is left alone until 20 Oct 2026, 10:30 EDT");
    portal().clock().forward(Duration.ofHours(1));
    assertThat(page()).contains("failing").doesNotContain("is left alone until");
  }

  @Test
  void aTokenThatIsRefusedIsSaidInAWord() {
    Circuit _ =
        Circuit.fail(
            state(), TestPortal.STRIPE_NAME, "refused with 401: Invalid API Key", TestPortal.NOW);
    assertThat(page()).contains("token refused").contains("Invalid API Key");
    assertThat(Visitor.of(portal(), Role.OPS).get("/operations").text()).contains("token refused");
  }

  @Test
  void whatTheTokenMayNotReadAndWhatWasSubscribedAnewIsSaid() {
    new Check(
            now(),
            List.of("The token has not the scope read_payouts: no payout can be read."),
            List.of("payout.paid"),
            2,
            Optional.of(new Check.Repair(TestPortal.NOW, List.of("payout.paid"))))
        .save(state(), TestPortal.STRIPE_NAME);
    assertThat(page())
        .contains("with a note")
        .contains("The token has not the scope read_payouts: no payout can be read.")
        .contains("1; made again 2 times, last 20 Oct 2026, 10:00 EDT: payout.paid");
  }

  @Test
  void aBackfillShowsHowFarItIs() {
    Sweep.Window window =
        new Sweep.Window(Instant.parse("2024-01-01T05:00:00Z"), now(), Optional.of("page-9"));
    boolean _ =
        new Sweep(TestPortal.NOW.minus(Duration.ofMinutes(10)), Optional.of(window))
            .save(state(), TestPortal.STRIPE_NAME, "charges", Optional.empty());
    for (int pages = 0; pages < 3; pages++) {
      SweepSeen.count(state(), TestPortal.STRIPE_NAME, "charges", window, 500, now());
    }
    portal().clock().forward(Duration.ofSeconds(40));
    assertThat(page())
        .contains(
            "from 1 Jan 2024, 00:00 EST to 20 Oct 2026, 10:01 EDT: 1,500 objects so far, the last page 40 seconds ago")
        .contains("sweeping");
  }

  @Test
  void payoutsAreSweptRarelyAndAreNotRedBeforeTheyAreLate() {
    for (String resource : List.of("charges", "payouts")) {
      boolean _ =
          new Sweep(now().minus(Duration.ofHours(5)), Optional.empty())
              .save(state(), TestPortal.STRIPE_NAME, resource, Optional.empty());
    }
    assertThat(page())
        .contains("charges</th><td data-label=\"Swept\"><span class=\"badge bad\">")
        .contains("payouts</th><td data-label=\"Swept\"><span class=\"badge good\">");
  }

  @Test
  void aConnectionIsPulledAtOnceByWhoMay() {
    Answer answer = merchant().post(PULL, Map.of());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).isEqualTo(PAGE + "?asked=pull");
    assertThat(merchant().get(PAGE + "?asked=pull").text()).contains("Asked for");
    assertThat(portal().replays().getLast().path("function").asText()).isEqualTo("pull");
    JsonNode event = portal().replays().getLast().path("event");
    assertThat(event.path("book").asText()).isEqualTo("blue-cup");
    assertThat(event.path("connection").asText()).isEqualTo("stripe");
  }

  @Test
  void nobodyElsePulls() {
    assertThat(Visitor.of(portal(), Role.MERCHANT, TestPortal.RED).post(PULL, Map.of()).status())
        .isEqualTo(404);
    Visitor accountant = Visitor.of(portal(), Role.ACCOUNTANT, TestPortal.BLUE);
    assertThat(accountant.post(PULL, Map.of()).status()).isEqualTo(403);
    assertThat(accountant.get(PAGE).text()).doesNotContain("Pull now");
    assertThat(merchant().postAs(PULL, Map.of("form", "another's")).status()).isEqualTo(403);
    assertThat(merchant().post(PAGE + "/other/pull", Map.of()).status()).isEqualTo(404);
    assertThat(portal().replays()).isEmpty();
  }

  @Test
  void oneThatIsEndedIsShownAndNotPulled() {
    live(Optional.of(now()));
    assertThat(page()).contains("disconnected since 20 Oct 2026").doesNotContain("Pull now");
    assertThat(merchant().post(PULL, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void noSecretIsOnThePage() {
    String sealed =
        new Connections(state(), portal().deployment().secrets())
            .find(TestPortal.STRIPE_NAME)
            .orElseThrow()
            .credentials()
            .get("token");
    assertThat(page()).doesNotContain(String.valueOf(sealed));
  }
}
