package io.daybook.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.channel.HubChannels;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.notices.Arrivals;
import io.daybook.notices.Missed;
import io.daybook.notices.NoticeKind;
import io.daybook.notices.Preferences;
import io.daybook.notices.PreferencesBook;
import io.daybook.notices.Quarter;
import io.daybook.reconciliation.Exceptions;
import io.daybook.simulation.hostile.HostileStores;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One book in which everything is wrong, looked at every five minutes. */
final class NotifyFunctionTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");

  /** A clock that the test moves. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-20T14:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @TempDir Path folder;
  private final Hands clock = new Hands();
  private final MemoryStores stores = new MemoryStores(clock);
  private final HostileStores hostile = new HostileStores(stores, 5);

  @BeforeEach
  void makeTheBook() {
    StateStore state = stores.state(BOOK);
    Rules _ =
        new RulesVersions(state)
            .amend(
                new Rules(
                    0,
                    new CurrencyCode("USD"),
                    ZoneId.of("America/New_York"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Policy.standard()),
                rules -> rules);
    new Connections(state, new TestDeployment(folder, stores, clock).deployment.secrets())
        .save(
            new Connection(
                SHOP,
                "shopify",
                new Origin("shopify", "x"),
                Optional.empty(),
                clock.instant(),
                List.of(),
                Optional.empty()));
  }

  private TestDeployment deployment() {
    return new TestDeployment(folder, stores, clock);
  }

  private static JsonNode run(TestDeployment on, Path folder, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new NotifyFunction(
            on.deployment, HubChannels.local(folder, Map.of(), on.deployment), "https://portal")
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            TestContext.aMinute());
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  private void payoutDoesNotTie(String id) {
    StateStore state = stores.state(BOOK);
    SubjectId payout = SubjectId.parse("payout/stripe:acct_1/" + id);
    new Exceptions(state)
        .replace(
            Exceptions.By.POST,
            payout,
            List.of(
                new Discrepancy(
                    Discrepancy.Kind.PAYOUT_DOES_NOT_TIE,
                    payout.toString(),
                    -1727,
                    Optional.of(new CurrencyCode("USD")),
                    "the payout differs")));
  }

  private void everythingGoesWrong() {
    payoutDoesNotTie("po_1");
    StateStore state = stores.state(BOOK);
    MessageId message = new MessageId(SHOP, LocalDate.of(2026, 11, 20), "a".repeat(64));
    new Setbacks(state)
        .record(
            message,
            Optional.of(
                new Setback(
                    message.toString(), Setback.Kind.FAILED, "orders/create", "total: expected")));
    Instant at = clock.instant().minus(Duration.ofDays(15));
    Arrivals arrivals = new Arrivals(state);
    while (at.isBefore(clock.instant().minus(Duration.ofHours(3)))) {
      arrivals.note(SHOP, List.of(Quarter.of(at)));
      at = at.plus(Quarter.LENGTH);
    }
    int _ = new Missed(state).count(SHOP, LocalDate.of(2026, 11, 20), List.of("order/x/1@1"));
  }

  private List<String> told() throws IOException {
    Path file = folder.resolve(HubChannels.FILE);
    List<String> kinds = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        for (JsonNode notice : new ObjectMapper().readTree(line).path("notices")) {
          kinds.add(notice.path("state").asText() + " " + notice.path("kind").asText());
        }
      }
    }
    return kinds;
  }

  @Test
  void eachKindIsToldOnceInItsTimeAndMeasured() throws IOException {
    everythingGoesWrong();
    TestDeployment on = deployment();
    JsonNode first = run(on, folder, "{}");
    assertThat(first.path("books").get(0).path("told")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(first.path("failed")).isEmpty();
    assertThat(on.measured)
        .containsEntry("SilentConnections", 1L)
        .containsEntry("UnsentNotices", 0L);

    for (int run = 0; run < 24; run++) {
      clock.now = clock.now.plus(Duration.ofMinutes(5));
      JsonNode _ = run(deployment(), folder, "{}");
    }
    assertThat(told())
        .containsExactlyInAnyOrder(
            "new payout-does-not-tie",
            "new message-failed",
            "new connection-silent",
            "new missed-messages");
  }

  @Test
  void aMonthIsDueFiveDaysAfterItsEndUnlessItIsClosed() throws IOException {
    StateStore state = stores.state(BOOK);
    stores.ledger(BOOK).append(Steps.withEntry(clock.instant(), LocalDate.of(2026, 10, 31)));
    clock.now = Instant.parse("2026-11-06T05:00:00Z");
    JsonNode _ = run(deployment(), folder, "{}");
    assertThat(told()).isEmpty();
    clock.now = Instant.parse("2026-11-06T13:00:00Z");
    JsonNode _ = run(deployment(), folder, "{}");
    assertThat(told()).containsExactly("new close-due");

    assertThat(
            state.put(
                new StateStore.Write(
                    Kind.PERIOD, "2026-10", 0, "{\"status\":\"closed\",\"by\":\"Ann\"}")))
        .isTrue();
    for (int run = 0; run < 300; run++) {
      clock.now = clock.now.plus(Duration.ofMinutes(5));
      JsonNode _ = run(deployment(), folder, "{}");
    }
    assertThat(told()).containsExactly("new close-due", "settled close-due");
  }

  @Test
  void aTestGoesOutWhateverStands() throws IOException {
    JsonNode answer = run(deployment(), folder, "{\"book\":\"blue-cup\",\"test\":true}");
    assertThat(answer.path("books").get(0).path("told")).hasSize(1);
    assertThat(told()).containsExactly("new test");
  }

  @Test
  void aHostileStoreMakesABookComeAgainAndLosesNothing() throws IOException {
    everythingGoesWrong();
    for (NoticeKind kind : NoticeKind.values()) {
      Preferences _ =
          new PreferencesBook(stores.state(BOOK))
              .amend(
                  kind,
                  before ->
                      new Preferences(
                          true,
                          List.of(),
                          before.least(),
                          Duration.ZERO,
                          Optional.empty(),
                          before.pace(),
                          before.quiet(),
                          before.settled()));
    }
    for (int run = 0; run < 60; run++) {
      if (run < 30) {
        payoutDoesNotTie("po_1" + run);
      }
      JsonNode _ = run(new TestDeployment(folder, hostile, clock), folder, "{}");
      clock.now = clock.now.plus(Duration.ofMinutes(5));
    }
    assertThat(hostile.faults()).isNotEmpty();
    assertThat(told())
        .contains("new message-failed", "new connection-silent", "new missed-messages");
    assertThat(told().stream().filter("new payout-does-not-tie"::equals))
        .hasSizeBetween(31, 31 + hostile.faults().values().stream().mapToInt(Long::intValue).sum());
  }

  @Test
  void theFileIsItsOwnersAndNamesWhereALetterWouldHaveGone() throws IOException {
    JsonNode _ = run(deployment(), folder, "{\"book\":\"blue-cup\",\"test\":true}");
    Path file = folder.resolve(HubChannels.FILE);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    JsonNode line = new ObjectMapper().readTree(Files.readAllLines(file).getFirst());
    assertThat(line.path("to").asText()).isEqualTo("file");
    assertThat(line.path("sentence").asText()).startsWith("[Daybook blue-cup] This is a test");
  }
}
