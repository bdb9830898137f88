package io.daybook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class BenchCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneOffset.UTC);

  private static final Table TABLE =
      new Table(
          "A table", List.of("", "n"), List.of(List.of(Cell.of("it"), Cell.of(7))), List.of());

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A measurement that comes to what the test says. */
  private record Fake(String name, Findings findings) implements Benchmark {
    @Override
    public String purpose() {
      return "what a test says";
    }

    @Override
    public Findings run(Setting setting) throws IOException {
      Files.writeString(setting.scratch().resolve("left"), "behind");
      if (findings.tables().isEmpty() && findings.broken().isEmpty()) {
        throw new IOException("no way to measure");
      }
      return findings;
    }
  }

  private int run(List<Benchmark> benchmarks, String... arguments) {
    return new CommandLine(new BenchCommand(CLOCK, benchmarks))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void printsTablesBesideWhatTheyWereMeasuredOnAndWritesThemToAFile() throws IOException {
    Path file = folder.resolve("bench.txt");

    assertThat(run(List.of(new Fake("one", Findings.of(TABLE))), "--out", file.toString()))
        .isZero();

    assertThat(out.toString())
        .contains("date 2026-11-21T03:00:00Z")
        .contains("cores ")
        .contains("A table")
        .contains("it  7");
    assertThat(Files.readString(file)).contains("A table");
  }

  @Test
  void measuresOnlyWhatIsNamed() {
    List<Benchmark> both =
        List.of(
            new Fake("one", Findings.of(TABLE)),
            new Fake("two", new Findings(List.of(), List.of("two is broken"))));

    assertThat(run(both, "--only", "one")).isZero();
    assertThat(run(both, "--only", "three")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no measurement 'three'; there are one, two.");
  }

  @Test
  void aBrokenPromiseIsAFailureAndTheOthersAreMeasuredAllTheSame() throws IOException {
    List<Benchmark> three =
        List.of(
            new Fake("cannot", new Findings(List.of(), List.of())),
            new Fake("broken", new Findings(List.of(TABLE), List.of("a message is missing"))),
            new Fake("fine", Findings.of(TABLE)));

    assertThat(run(three, "--json")).isEqualTo(1);

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("tables")).hasSize(2);
    assertThat(report.path("tables").path(0).path("rows").path(0).path("n").asInt()).isEqualTo(7);
    assertThat(report.path("broken").path(0).asText())
        .isEqualTo("cannot could not be measured: java.io.IOException: no way to measure");
    assertThat(report.path("broken").path(1).asText()).isEqualTo("a message is missing");
    assertThat(report.path("machine").path("date").asText()).isEqualTo("2026-11-21T03:00:00Z");
  }
}
