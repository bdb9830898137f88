package io.daybook.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.events.CurrencyCode;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chart} and {@code map} on a small book. */
final class ChartVerbsTest {
  private record Ran(int code, String out, String err) {}

  @TempDir Path folder;

  @BeforeEach
  void makeABook() {
    try (Hub hub = Hub.open(HubFolder.open(folder), Optional.empty())) {
      StateStore state = hub.deployment().stores().state(new Book("blue-cup"));
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
    all.addAll(List.of("--data", folder.toString()));
    int code =
        Daybook.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  private String mapping(String... lines) throws Exception {
    Path file = folder.resolve("mapping.csv");
    Files.writeString(file, "account,number,name\n" + String.join("\n", lines) + "\n");
    return file.toString();
  }

  @Test
  void aChartIsShownUnderTheNamesAskedFor() {
    assertThat(run("chart").out()).contains("4000  Product sales");
    assertThat(run("chart", "--preset", "ifrs-eu").out())
        .contains("4000  Revenue from sale of goods and services");
    assertThat(run("chart").out()).contains("4000  Product sales");
    assertThat(run("chart", "--preset", "other").code()).isNotZero();
  }

  @Test
  void aMappingIsSetByANamedPersonAndShownBesideTheChart() throws Exception {
    String file = mapping("4000,8400,Sales");

    assertThat(run("map", "--file", file).out()).contains("has 1 line.", "Nothing was changed");
    assertThat(run("chart").out()).doesNotContain("8400");

    Ran set = run("map", "--file", file, "--by", "Ann", "--reason", "the accountant's chart");
    assertThat(set.err()).isEmpty();
    assertThat(set.out()).contains("These are rules 2");
    assertThat(run("chart").out()).contains("8400 Sales");
  }

  private Ran set(String file, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("map", "--file", file, "--by", "Ann", "--reason", "the accountant's chart"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void aMappingFromADayToComeIsShownWithItAndHoldsNotYet() throws Exception {
    Ran dated = set(mapping("4000,8400,Sales"), "--from", "2999-01-01");

    assertThat(dated.err()).isEmpty();
    assertThat(dated.out())
        .contains("They count for what begins on 2999-01-01 or later and is not posted yet;");
    assertThat(run("chart").out())
        .doesNotContain("8400")
        .contains("A mapping was set from 2999-01-01 on; 'map --from 2999-01-01' prints it.");
    assertThat(run("map").out()).doesNotContain("8400");
    assertThat(run("map", "--from", "2999-01-01").out()).contains("4000", "8400,Sales");

    assertThat(set(mapping("4000,8300,Sales")).out())
        .contains(
            "is first posted from now on, but not for what begins from 2999-01-01 on; 'repost'");
    assertThat(run("map").out()).contains("8300,Sales");
    assertThat(run("map", "--from", "2999-01-01").out()).contains("8400,Sales");
    assertThat(set(mapping("4000,8300,Sales")).err()).contains("so already");
  }

  @Test
  void aMappingHasNoLastDay() throws Exception {
    Ran ends = set(mapping("4000,8400,Sales"), "--from", "2027-01-01", "--to", "2027-12-31");

    assertThat(ends.code()).isNotZero();
    assertThat(ends.err()).contains("A mapping has no last day", "Nothing was changed.");
    assertThat(set(mapping("4000,8400,Sales"), "--from", "soon").err())
        .contains("--from is 'soon', expected a date");
    assertThat(run("chart").out()).doesNotContain("8400", "A mapping was set");
  }

  @Test
  void aDryRunSaysWhatItLookedAtAndChangesNothing() throws Exception {
    String file = mapping("4000,8400,Sales");

    assertThat(run("map", "--file", file, "--dry-run", "--from", "2999-01-01").out())
        .contains(
            "begins on 2999-01-01 or later; nothing is posted there yet. Nothing was changed.");
    assertThat(
            run("map", "--file", file, "--dry-run", "--from", "2026-01-01", "--to", "2026-01-31")
                .out())
        .contains("What has entries from 2026-01-01 to 2026-01-31 would be posted the same.");
    assertThat(run("map", "--file", file, "--dry-run").out())
        .contains("No open month has an entry that could be posted again. Nothing was changed.");
    assertThat(run("chart").out()).doesNotContain("8400", "A mapping was set");
  }

  private Ran enter(String day) {
    return run(
        "enter",
        "--day",
        day,
        "--memo",
        "Fee of " + day,
        "--debit",
        "6080=1200",
        "--credit",
        "2900=1200",
        "--by",
        "Ann",
        "--reason",
        "the bank bills it");
  }

  @Test
  void whatWasPostedBeforeAMappingIsMovedByRepostingFromItsDayOn() throws Exception {
    assertThat(enter("2025-10-30").err()).isEmpty();
    assertThat(enter("2025-11-02").err()).isEmpty();
    String file = mapping("6080,4970,Bank charges", "2900,1590,Suspense");

    Ran tried = run("map", "--file", file, "--dry-run", "--from", "2025-11-01");
    assertThat(tried.out())
        .contains(
            "6080 > 4970", "1,200.00 USD", "This would be posted for 1 subject, if 2025-11-01 to")
        .doesNotContain("Fee of 2025-10-30");
    assertThat(run("map", "--file", file, "--dry-run").out())
        .contains("for 2 subjects, if 2025-10-30 to");

    assertThat(set(file, "--from", "2025-11-01").out()).contains("begins on 2025-11-01 or later");
    assertThat(run("chart").out()).contains("4970 Bank charges");
    assertThat(run("audit").out())
        .contains("us-gaap, mapping of 2 lines from 2025-11-01 on: the accountant's chart");
    Ran again =
        run(
            "repost",
            "--from",
            "2025-10-01",
            "--to",
            "2025-11-30",
            "--by",
            "Ann",
            "--reason",
            "new chart");
    assertThat(again.err()).isEmpty();
    assertThat(run("statement", "trial-balance", "--as-of", "2025-11-30").out())
        .contains("6080 ", "4970 ", "1590 ", "2900 ")
        .contains("-1,200.00 USD");
  }

  @Test
  void everythingThatIsWrongWithAMappingIsSaidAtOnce() throws Exception {
    Ran bad = run("map", "--file", mapping("4001,8400,Sales", "9999,1,Nothing"));

    assertThat(bad.code()).isNotZero();
    assertThat(bad.err())
        .contains(
            "mapping.csv:2: account: expected an account that the default chart has, not 4001;",
            "mapping.csv:3: account: expected an account that the default chart has, not 9999;",
            "2 problems. Nothing was changed.");
  }
}
