package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.FactJson;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import rates} and {@code month-end}, as an accountant runs them on a book in dollars with an account in euros. */
final class MonthEndVerbsTest {
  private static final Origin BANK = Origin.parse("bank:DE89");

  private record Ran(int code, String out, String err) {}

  @TempDir Path folder;

  @BeforeEach
  void makeABook() {
    try (Hub hub = Hub.open(HubFolder.open(folder.resolve("hub")), Optional.empty())) {
      StateStore state = hub.deployment().stores().state(new Book("blue-cup"));
      Rules _ =
          new RulesVersions(state)
              .amend(
                  new Rules(
                      0,
                      new CurrencyCode("USD"),
                      ZoneOffset.UTC,
                      Map.of(),
                      Map.of(),
                      Map.of(),
                      Map.of(BANK, "euros"),
                      Policy.standard()),
                  rules -> rules);
      new Connections(state, hub.deployment().secrets())
          .save(
              new Connection(
                  new ConnectionName("shop"),
                  "shopify",
                  new Origin("shopify", "x"),
                  Optional.empty(),
                  Instant.EPOCH,
                  List.of(),
                  Optional.empty()));
    }
  }

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.resolve("hub").toString()));
    int code =
        Daybook.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  /** EUR 10,000.00 arrive at the bank. */
  private Ran received(String day) throws Exception {
    Path file = folder.resolve("facts.json");
    String fact =
        FactJson.write(
            new BankLine(
                BANK,
                new BankLineId("line-" + day),
                new CurrencyCode("EUR"),
                1_000_000,
                LocalDate.parse(day),
                "",
                List.of()));
    Files.writeString(file, "[" + fact + "]");
    return run("tell", file.toString(), "--by", "Ann", "--reason", "the bank says so");
  }

  private Ran rates(List<String> lines, String... more) throws Exception {
    Path file = folder.resolve("rates.csv");
    Files.writeString(file, "date,currency,to,rate\n" + String.join("\n", lines) + "\n");
    List<String> all =
        new ArrayList<>(
            List.of("import", "rates", file.toString(), "--from", "2025-10-01", "--by", "Ann"));
    all.addAll(List.of("--reason", "the bank's rates"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private static final List<String> RATES =
      List.of("2025-10-01,EUR,USD,1.09", "2025-10-30,EUR,USD,1.06");

  private Ran monthEnd(String month) {
    return run("month-end", month, "--by", "Ann", "--reason", "closing");
  }

  @Test
  void whatWaitedForARateIsPostedWhenItIsTaken() throws Exception {
    assertThat(received("2025-10-02").out())
        .contains("No entry was posted.", "New on the exceptions list: rate-unknown");

    assertThat(rates(RATES).out()).contains("Took 2 rates from 2025-10-01 to 2025-10-30.");
    assertThat(run("exceptions").out()).doesNotContain("rate-unknown");
    assertThat(run("statement", "trial-balance", "--as-of", "2025-10-31").out())
        .contains("10,000.00 EUR");
  }

  @Test
  void theSameRatesAreTakenOnceAndOthersOnlyAsACorrection() throws Exception {
    assertThat(rates(RATES).out()).contains("Took 2 rates", "No entry was posted.");
    assertThat(rates(RATES).out()).contains("The book has these rates already; nothing was taken.");

    List<String> other = List.of("2025-10-01,EUR,USD,1.10", "2025-10-30,EUR,USD,1.06");
    Ran refused = rates(other);
    assertThat(refused.code()).isNotZero();
    assertThat(refused.err())
        .contains(
            "2025-10-01: one EUR is 1.09 USD in the book (ECB) and 1.1 in the file",
            "Nothing was taken; with --correct");
    assertThat(run("exceptions").out()).contains("No exceptions.");

    Ran corrected = rates(other, "--correct");
    assertThat(corrected.out()).contains("Corrected 1 rate. The book had 1 already.");
    assertThat(run("exceptions").out()).contains("No exceptions.");
    assertThat(rates(other).out()).contains("already; nothing was taken.");
  }

  @Test
  void aRateFileThatIsWrongIsRefusedByLineAndColumn() throws Exception {
    assertThat(rates(List.of("2025-10-01,EUR,USD,abc")).err())
        .contains("rates.csv:2: rate: expected a rate above 0 such as 1.0843. Nothing was taken.");
    assertThat(rates(RATES, "--currency", "EURO").err()).contains("--currency is 'EURO'");
    assertThat(rates(RATES, "--currency", "GBP").err()).contains("at least one rate");
  }

  @Test
  void aMonthEndIsShownThenPostedAndRunAgainPostsNothing() throws Exception {
    var _ = rates(RATES);
    assertThat(received("2025-10-02").out()).contains("1 entry was posted.");

    Ran shown = run("month-end", "2025-10", "--dry-run");
    assertThat(shown.out())
        .contains(
            "Month end of 2025-10",
            "1000:euros: 10,000.00 EUR carried at 10,900.00 USD, at 1.06 USD/EUR (ECB, 2025-10-30) worth 10,600.00 USD",
            "-300.00 USD",
            "would be posted; nothing was.");
    assertThat(run("statement", "trial-balance", "--as-of", "2025-10-31").out())
        .doesNotContain("1011");

    assertThat(monthEnd("2025-10").out()).contains("posted on 2025-10-31.");
    assertThat(run("statement", "trial-balance", "--as-of", "2025-10-31").out())
        .contains("1011:1000-euros-EUR", "7010", "-300.00 USD");
    assertThat(run("statement", "trial-balance", "--as-of", "2025-11-01").out())
        .doesNotContain("1011");
    assertThat(monthEnd("2025-10").out()).contains("All of it is posted as it is.");
    assertThat(run("audit").out()).contains("month-end/2025-10/");
  }

  @Test
  void aMonthEndIsRefusedWithoutANameAReasonARateOrAnEnd() throws Exception {
    var _ = rates(RATES);
    var _ = received("2025-10-02");

    assertThat(run("month-end", "2025-10").err()).contains("10,600.00 USD", "Who does it?");
    assertThat(run("month-end", "2025-10", "--by", "Ann").err()).contains("Why?");
    assertThat(monthEnd("2025-11").err())
        .contains(
            "There is no rate of EUR in USD for 2025-11-30: 1000:euros stands at 10,000.00 EUR.",
            "Tell the rate; nothing was posted.");
    YearMonth running = YearMonth.now(ZoneOffset.UTC);
    assertThat(monthEnd(running.plusMonths(1).toString()).err()).contains("and today is");
    assertThat(monthEnd("2025-13").err())
        .contains("The period is '2025-13', expected a month such as 2026-10.");
    assertThat(run("statement", "trial-balance", "--as-of", "2025-12-31").out())
        .doesNotContain("1011");
  }

  @Test
  void scriptsGetFigures() throws Exception {
    var _ = rates(RATES);
    var _ = received("2025-10-02");

    JsonNode json =
        new ObjectMapper().readTree(run("month-end", "2025-10", "--dry-run", "--json").out());
    assertThat(json.path("period").asText()).isEqualTo("2025-10");
    assertThat(json.path("missing")).isEmpty();
    assertThat(json.path("estimates").path(0).path("legs"))
        .anySatisfy(leg -> assertThat(leg.path("minor").asLong()).isEqualTo(-30_000));
  }
}
