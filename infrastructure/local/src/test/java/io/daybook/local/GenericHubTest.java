package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.books.connect.ConnectRequest;
import io.daybook.books.connect.Connecting;
import io.daybook.books.connect.GivenSecrets;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Gateway;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.Step;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.sources.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on the generic connector, followed to the letter: its shell lines send its example, and the books say it. */
final class GenericHubTest {
  private static final Book BOOK = new Book("mine");
  private static final String SECRET = "hush";

  @TempDir Path folder;

  private static String example(String page, String language) {
    return Pattern.compile("(?s)```" + language + "\\n(.*?)```")
        .matcher(page)
        .results()
        .map((MatchResult example) -> example.group(1))
        .findFirst()
        .orElseThrow();
  }

  /** Runs the page's shell lines with another body; the answer with its status line. */
  private static String send(String shell, String hub, String body) throws Exception {
    String script = shell.replaceFirst("(?m)^body=.*$", "body=\\$GIVEN");
    ProcessBuilder process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    process
        .environment()
        .putAll(Map.of("HUB", hub, "DAYBOOK_WEBHOOK_SECRET", SECRET, "GIVEN", body));
    Process running = process.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    return said;
  }

  private static SortedMap<String, Long> balances(Hub hub) {
    LedgerStore ledger = hub.deployment().stores().ledger(BOOK);
    SortedMap<String, Long> balances = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      for (Step step : ledger.day(day, Optional.empty())) {
        step.entry()
            .orElseThrow()
            .legs()
            .forEach(leg -> balances.merge(leg.account().toString(), leg.minor(), Long::sum));
      }
    }
    balances.values().removeIf(minor -> minor == 0);
    return balances;
  }

  @Test
  void theShellLinesOfThePageTellItsExampleOnceHoweverOftenTheyRun() throws Exception {
    String page = Files.readString(Path.of("../../docs/sources/generic.md"));
    String shell = example(page, "sh");
    String facts = example(page, "json");
    // Signed with this machine's now, so the hub's clock is set to it.
    try (Hub hub =
            Hub.open(
                HubFolder.open(folder.resolve("hub")),
                Optional.empty(),
                new SettableClock(Instant.ofEpochSecond(System.currentTimeMillis() / 1000)));
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND)) {
      Connecting.Connected _ =
          new Connecting(hub.deployment())
              .connect(
                  new ConnectRequest(
                      BOOK,
                      new ConnectionName("depot"),
                      "generic",
                      new Origin("generic", "shop-7"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(LocalDate.of(2026, 10, 1)),
                      Optional.of(ZoneId.of("America/Los_Angeles")),
                      Optional.of(new CurrencyCode("USD")),
                      Optional.of(new Gateway("depot-pay"))),
                  new GivenSecrets(
                      Optional.of(new Secret(SECRET.getBytes(StandardCharsets.UTF_8))), Map.of()));

      assertThat(send(shell, server.address(), facts)).contains("HTTP/1.1 200");
      assertThat(send(shell, server.address(), facts)).contains("HTTP/1.1 200");
      assertThat(send(shell, server.address(), facts.replace("\"facts\"", " \"facts\"")))
          .contains("HTTP/1.1 200");
      server.settle();

      SortedMap<String, Long> expected = new TreeMap<>();
      expected.put("1010:depot", 5220L);
      expected.put("6000", 180L);
      expected.put("4000", -5000L);
      expected.put("2010:US-CA", -400L);
      assertThat(balances(hub)).isEqualTo(expected);

      assertThat(send(shell.replace("-hmac \"", "-hmac \"x"), server.address(), facts))
          .contains("HTTP/1.1 401");
    }
  }
}
