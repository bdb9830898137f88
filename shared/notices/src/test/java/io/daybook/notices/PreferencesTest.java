package io.daybook.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.memory.MemoryStores;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreferencesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final StateStore state =
      new MemoryStores(new TestClock("2026-11-20T15:02:00Z")).state(Samples.BOOK);

  @Test
  void whatIsWrittenIsReadAsItWas() {
    Preferences wish =
        new Preferences(
            false,
            List.of(
                Destination.parse("mail:ops@example.com"),
                Destination.parse("topic"),
                Destination.parse("file"),
                Destination.parse("webhook:https://example.com/daybook?x=1")),
            Optional.of(new BigDecimal("50.00")),
            Duration.ofHours(6),
            Optional.of(Duration.ofDays(1)),
            Pace.HOURLY,
            Optional.of(QuietHours.parse("22:00-07:00", BERLIN)),
            false);
    PreferencesBook book = new PreferencesBook(state);
    assertThat(book.amend(NoticeKind.CLOSE_DUE, _ -> wish)).isEqualTo(wish);

    assertThat(book.of(NoticeKind.CLOSE_DUE)).isEqualTo(wish);
    assertThat(book.all())
        .containsEntry(NoticeKind.CLOSE_DUE, wish)
        .hasSize(NoticeKind.values().length);
  }

  @Test
  void aSecretIsKeptAsItWasEncipheredAndIsNoKind() {
    URI address = URI.create("https://example.com/daybook");
    new WebhookSecrets(state).save(address, "file-1:one");
    new WebhookSecrets(state).save(address, "file-1:two");

    assertThat(new WebhookSecrets(state).find(address)).contains("file-1:two");
    assertThat(new PreferencesBook(state).all()).hasSize(NoticeKind.values().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail:",
        "mail:ops",
        "mail:ops@example",
        "mail:a@example.com,b@example.com",
        "mail:Ops <ops@example.com>",
        "mail:ops@example.com\r\nBcc: x@example.com",
        "mail:ops@exa mple.com",
        "webhook:http://example.com",
        "webhook:https://user:password@example.com",
        "webhook:https:///x",
        "webhook:ftp://example.com",
        "webhook:https://example.com/#x",
        "fax"
      })
  void aPlaceThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Destination.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22:00", "22-07", "22:00-22:00", "22:00-07:00 Nowhere/Town", ""})
  void quietHoursThatAreNoneAreRefused(String text) {
    assertThatThrownBy(() -> QuietHours.parse(text, BERLIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quietHoursGoAcrossMidnightByTheirOwnClock() {
    QuietHours night = QuietHours.parse("22:00-07:00", BERLIN);
    assertThat(night.holdAt(Instant.parse("2026-11-20T21:00:00Z"))).isTrue();
    assertThat(night.holdAt(Instant.parse("2026-11-21T05:59:59Z"))).isTrue();
    assertThat(night.holdAt(Instant.parse("2026-11-21T06:00:00Z"))).isFalse();
    assertThat(QuietHours.parse(night.toString(), ZoneId.of("UTC"))).isEqualTo(night);
  }

  @Test
  void whatWasMissedIsCountedOnceAndTheLastAreRemembered() {
    Missed missed = new Missed(state);
    ConnectionName shop = new ConnectionName("shop");
    LocalDate day = LocalDate.of(2026, 11, 20);
    assertThat(missed.count(shop, day, List.of("order/1@1", "order/2@1"))).isEqualTo(2);
    assertThat(missed.count(shop, day, List.of("order/2@1", "order/2@2"))).isEqualTo(1);

    List<String> many = new ArrayList<>();
    for (int index = 0; index < 250; index++) {
      many.add("refund/" + index);
    }
    assertThat(missed.count(shop, day, many)).isEqualTo(250);
    assertThat(missed.since(day))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.count()).isEqualTo(253);
          assertThat(one.last()).hasSize(Missed.LAST_IDS).endsWith("refund/249");
        });
  }

  @Test
  void arrivalsAreWrittenOnceAQuarterHourAndForgottenAfterThreeWeeks() {
    Arrivals arrivals = new Arrivals(state);
    ConnectionName shop = new ConnectionName("shop");
    Instant now = Instant.parse("2026-11-20T15:02:00Z");
    arrivals.note(shop, List.of(Quarter.of(now)));
    arrivals.note(shop, List.of(Quarter.of(now.plusSeconds(60))));
    arrivals.note(shop, List.of(Quarter.of(now.plusSeconds(900))));

    assertThat(state.list(StateStore.Kind.ARRIVAL))
        .singleElement()
        .satisfies(item -> assertThat(item.version()).isEqualTo(2));
    assertThat(arrivals.since(now).get(shop)).hasSize(2);
    assertThat(arrivals.since(now.plus(Duration.ofDays(21)))).isEmpty();
    assertThat(state.list(StateStore.Kind.ARRIVAL)).isEmpty();
  }
}
