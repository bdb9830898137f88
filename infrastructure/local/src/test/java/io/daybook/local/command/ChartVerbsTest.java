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

    assertThat(run("map", "--file", file).out()).contains("1 lines", "Nothing was changed");
    assertThat(run("chart").out()).doesNotContain("8400");

    Ran set = run("map", "--file", file, "--by", "Ann", "--reason", "the accountant's chart");
    assertThat(set.err()).isEmpty();
    assertThat(set.out()).contains("These are rules 2");
    assertThat(run("chart").out()).contains("8400 Sales");
  }

  @Test
  void aMappingWithADayIsRefusedAndNotSetWithoutIt() throws Exception {
    Ran dated =
        run(
            "map",
            "--file",
            mapping("4000,8400,Sales"),
            "--from",
            "2027-01-01",
            "--by",
            "Ann",
            "--reason",
            "next year's chart");

    assertThat(dated.code()).isNotZero();
    assertThat(dated.err()).contains("A mapping has no day of its own", "repost");
    assertThat(run("chart").out()).doesNotContain("8400");
  }

  @Test
  void everythingThatIsWrongWithAMappingIsSaidAtOnce() throws Exception {
    Ran bad = run("map", "--file", mapping("4001,8400,Sales", "9999,1,Nothing"));

    assertThat(bad.code()).isNotZero();
    assertThat(bad.err())
        .contains(
            "mapping.csv:2: account:",
            "mapping.csv:3: account:",
            "2 problems. Nothing was changed.");
  }
}
