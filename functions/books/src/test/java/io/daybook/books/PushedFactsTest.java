package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.ledger.ConnectionName;
import io.daybook.storage.connection.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PushedFactsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final CurrencyCode USD = new CurrencyCode("USD");

  private static Connection connection(String source) {
    return new Connection(
        new ConnectionName("it"),
        source,
        new Origin(source, "x"),
        Optional.empty(),
        NOW.minus(Duration.ofDays(30)),
        List.of(),
        Optional.empty());
  }

  private static Fact refund(Duration ago) {
    return new Refund(
        new Origin("shopify", "x"),
        new RefundId("9"),
        new OrderId("1"),
        NOW.minus(ago),
        USD,
        List.of(),
        0,
        0,
        0,
        0,
        0,
        Optional.empty(),
        List.of());
  }

  private static Fact payout(Payout.Status status) {
    return new Payout(
        new Origin("stripe", "x"),
        new PayoutId("po_1"),
        status,
        USD,
        100,
        NOW.minus(Duration.ofDays(2)),
        Optional.empty());
  }

  private static Optional<String> missed(String source, Fact... news) {
    return PushedFacts.missed(connection(source), List.of(news), NOW);
  }

  @Test
  @Tag("failure-4")
  void aRefundOfTenMinutesAgoThatNoWebhookToldIsMissed() {
    assertThat(missed("shopify", refund(Duration.ofMinutes(10)))).contains("refund/shopify:x/9");
  }

  @Test
  void whatMayStillBeOnItsWayIsNot() {
    assertThat(missed("shopify", refund(Duration.ofMinutes(4)))).isEmpty();
    assertThat(missed("shopify", refund(Duration.ofMinutes(5)))).isPresent();
  }

  @Test
  void whatHappenedBeforeTheConnectionIsNot() {
    assertThat(missed("shopify", refund(Duration.ofDays(31)))).isEmpty();
  }

  @Test
  void aPlatformThatPushesNoSuchThingMissesNone() {
    assertThat(missed("shopify", payout(Payout.Status.IN_TRANSIT))).isEmpty();
    assertThat(missed("stripe", payout(Payout.Status.IN_TRANSIT)))
        .contains("payout/stripe:x/po_1@2");
    assertThat(missed("stripe", payout(Payout.Status.PAID))).isEmpty();
    assertThat(missed("bank", refund(Duration.ofHours(1)))).isEmpty();
    assertThat(missed("shopify")).isEmpty();
  }
}
