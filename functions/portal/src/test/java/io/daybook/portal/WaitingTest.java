package io.daybook.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.Message;
import io.daybook.ledger.Receipt;
import io.daybook.sources.Sources;
import io.daybook.sources.stripe.StripeSource;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaitingTest {
  private static final int MESSAGES = 100;

  @TempDir Path folder;

  private static Message payout(TestPortal portal, int number) {
    return portal.webhook(
        "payout.paid",
        """
        {"id":"evt_%1$d","object":"event","type":"payout.paid","created":1792483200,"livemode":true,
         "data":{"object":{"id":"po_%1$d","object":"payout","amount":1000,"currency":"usd",
         "created":1792483200,"arrival_date":1792483200,"status":"paid","livemode":true,
         "type":"bank_account","method":"standard","automatic":true}}}
        """
            .formatted(number));
  }

  private static Optional<Receipt> oldest(TestPortal portal, Set<String> setbacks) {
    LocalDate day = LocalDate.ofInstant(portal.clock().instant(), ZoneOffset.UTC);
    Connection connection =
        new Connections(portal.stores().state(TestPortal.BLUE), portal.deployment().secrets())
            .find(TestPortal.STRIPE_NAME)
            .orElseThrow();
    return new Waiting(
            portal.deployment(), TestPortal.BLUE, Sources.of(List.of(new StripeSource())), setbacks)
        .oldest(
            connection,
            portal.stores().inbox(TestPortal.BLUE).receipts(TestPortal.STRIPE_NAME, day));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 37, 94, 95, 98, 99})
  void theOldestIsTheFirstThatTheLedgerDoesNotKnow(int posted) {
    TestPortal portal = TestPortal.empty(folder, Place.LOOPBACK);
    portal.connect(TestPortal.BLUE);
    List<Message> messages = new ArrayList<>();
    for (int number = 0; number < MESSAGES; number++) {
      portal.clock().forward(Duration.ofSeconds(1));
      messages.add(payout(portal, number));
      if (number < posted) {
        portal.tell(TestPortal.BLUE, messages.getLast());
      } else {
        assertThat(portal.stores().inbox(TestPortal.BLUE).put(messages.getLast())).isNotNull();
      }
    }
    assertThat(oldest(portal, Set.of()).map(Receipt::message)).contains(messages.get(posted).id());
  }

  @Test
  void nothingWaitsWhenAllIsPostedOrHasASetback() {
    TestPortal portal = TestPortal.filled(folder);
    Message waiting = payout(portal, 1);
    assertThat(oldest(portal, setbacks(portal))).isEmpty();
    assertThat(portal.stores().inbox(TestPortal.BLUE).put(waiting)).isNotNull();
    assertThat(oldest(portal, setbacks(portal)).map(Receipt::message)).contains(waiting.id());
    portal.tell(TestPortal.BLUE, waiting);
    assertThat(oldest(portal, setbacks(portal))).isEmpty();
  }

  /** Of two that came at once, the one kept last may bear the earlier stamp. */
  @Test
  void anEarlierStampOfTheLastFewIsSeen() {
    TestPortal portal = TestPortal.empty(folder, Place.LOOPBACK);
    portal.connect(TestPortal.BLUE);
    Message late = payout(portal, 1);
    portal.clock().forward(Duration.ofMillis(5));
    portal.tell(TestPortal.BLUE, payout(portal, 2));
    assertThat(portal.stores().inbox(TestPortal.BLUE).put(late)).isNotNull();
    assertThat(oldest(portal, Set.of()).map(Receipt::message)).contains(late.id());
  }

  private static Set<String> setbacks(TestPortal portal) {
    return new io.daybook.intake.Setbacks(portal.stores().state(TestPortal.BLUE))
        .all().stream()
            .map(io.daybook.intake.Setback::message)
            .collect(java.util.stream.Collectors.toSet());
  }
}
