package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Who;
import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuietCloseTest {
  private static final Book BOOK = new Book("demo");
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Who KEEPER = new Who("A. Keeper", "all is known");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private Hub open() {
    Hub hub = Hub.open(HubFolder.open(folder), Optional.empty(), CLOCK);
    Rules rules =
        new Rules(
            0,
            new CurrencyCode("USD"),
            ZoneOffset.UTC,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Policy.standard());
    Rules _ = new RulesVersions(hub.deployment().stores().state(BOOK)).amend(rules, same -> same);
    return hub;
  }

  private static boolean close(Hub hub, YearMonth month) throws ActRefused {
    Closing closing = new Closing(hub.deployment(), BOOK, message -> hub.tell(BOOK, message));
    return QuietClose.run(hub, closing, month, KEEPER, hub::catchUp);
  }

  private static Optional<PeriodState> october(Hub hub) {
    return Optional.ofNullable(
        new PeriodBook(hub.deployment().stores().state(BOOK), CLOCK).states().get(OCTOBER));
  }

  @Test
  void whoIsAloneWithTheFolderClosesWithoutWaiting() throws Exception {
    try (Hub hub = open()) {
      assertThat(close(hub, OCTOBER)).isTrue();
      assertThat(october(hub).map(PeriodState::status)).hasValue(PeriodState.Status.CLOSED);
    }
  }

  @Test
  void whoIsNotAloneDoesNothingAndIsAloneAgainOnceTheOtherIsGone() throws Exception {
    try (Hub hub = open()) {
      try (Hub _ = open()) {
        assertThat(close(hub, OCTOBER)).isFalse();
        assertThat(october(hub)).isEmpty();
      }
      assertThat(close(hub, OCTOBER)).isTrue();
    }
  }

  @Test
  void aMonthThatHasNotEndedIsRefusedAndTheFolderIsSharedAgain() {
    try (Hub hub = open()) {
      assertThatThrownBy(() -> close(hub, YearMonth.of(2026, 11)))
          .isInstanceOf(ActRefused.class)
          .hasMessageContaining("ends on 2026-11-30");
      assertThat(hub.alone(() -> {})).isTrue();
    }
  }
}
