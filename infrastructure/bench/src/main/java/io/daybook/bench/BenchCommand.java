package io.daybook.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.bench.archive.ArchiveBenchmark;
import io.daybook.bench.cost.CostBenchmark;
import io.daybook.bench.lambda.AotBenchmark;
import io.daybook.bench.lambda.ColdStartBenchmark;
import io.daybook.bench.lambda.SnapStartBenchmark;
import io.daybook.bench.lambda.WarmBenchmark;
import io.daybook.bench.load.LoadBenchmark;
import io.daybook.bench.posting.ChainBenchmark;
import io.daybook.bench.posting.PostingBenchmark;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Machine;
import io.daybook.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./daybook bench}: measures, and prints what it measured on what. */
@Command(
    name = "daybook bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measure cold starts, warm webhooks, posting, the whole chain, a load, dollars, and the archives.",
      "Prints tables, each beside what it was measured with. Fails only if a promise breaks under load,"
          + " never because something took long."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int QUICK_SECONDS = 20;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Measure these only: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Names.class)
  List<String> only = new ArrayList<>();

  @Option(names = "--quick", description = "Few runs: to see that it works, not to quote.")
  boolean quick;

  @Option(names = "--json", description = "Print JSON for scripts.")
  boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write what is printed to a file as well.")
  @Nullable Path out;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Webhooks a second of the load (default: ${DEFAULT-VALUE}).",
      defaultValue = "200")
  int perSecond = 200;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long the load lasts (default: 120, with --quick 20).",
      defaultValue = "0")
  int seconds;

  @Spec @Nullable CommandSpec spec;

  private final Clock clock;
  private final List<Benchmark> benchmarks;

  /** The command with all benchmarks. */
  public BenchCommand(Clock clock) {
    this(clock, all(clock));
  }

  BenchCommand(Clock clock, List<Benchmark> benchmarks) {
    this.clock = clock;
    this.benchmarks = List.copyOf(benchmarks);
  }

  private static List<Benchmark> all(Clock clock) {
    return List.of(
        new ColdStartBenchmark(clock),
        new SnapStartBenchmark(clock),
        new AotBenchmark(clock),
        new WarmBenchmark(clock),
        new PostingBenchmark(clock),
        new ChainBenchmark(clock),
        new LoadBenchmark(clock),
        new CostBenchmark(),
        new ArchiveBenchmark());
  }

  /** What {@code --only} takes. */
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return all(Clock.systemUTC()).stream().map(Benchmark::name).iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> machine = Machine.describe(clock);
    List<Table> tables = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (Benchmark benchmark : chosen()) {
      say(benchmark.name() + ": " + benchmark.purpose());
      measure(benchmark, tables, broken);
    }
    String report = json ? json(machine, tables, broken) : text(machine, tables, broken);
    printer().println(report);
    printer().flush();
    if (out != null) {
      Files.writeString(out, report + "\n", StandardCharsets.UTF_8);
    }
    return broken.isEmpty() ? 0 : 1;
  }

  private List<Benchmark> chosen() {
    for (String name : only) {
      if (benchmarks.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
        throw new ParameterException(
            commandLine().commandLine(),
            "There is no measurement '"
                + name
                + "'; there are "
                + String.join(", ", benchmarks.stream().map(Benchmark::name).toList())
                + ".");
      }
    }
    return benchmarks.stream()
        .filter(benchmark -> only.isEmpty() || only.contains(benchmark.name()))
        .toList();
  }

  private CommandSpec commandLine() {
    return Optional.ofNullable(spec)
        .orElseThrow(() -> new IllegalStateException("picocli sets the spec before it calls"));
  }

  private PrintWriter printer() {
    return commandLine().commandLine().getOut();
  }

  /** One that cannot be measured here is said, and the others are measured all the same. */
  private void measure(Benchmark benchmark, List<Table> tables, List<String> broken)
      throws IOException {
    Path scratch = Files.createTempDirectory("daybook-bench-");
    try {
      Findings findings = benchmark.run(setting(scratch));
      tables.addAll(findings.tables());
      broken.addAll(findings.broken());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      broken.add(benchmark.name() + " was stopped");
    } catch (Exception failed) {
      broken.add(benchmark.name() + " could not be measured: " + failed);
    } finally {
      remove(scratch);
    }
  }

  private Setting setting(Path scratch) {
    Setting.Extent extent = quick ? Setting.Extent.QUICK : Setting.Extent.FULL;
    int lasting = seconds > 0 ? seconds : quick ? QUICK_SECONDS : 120;
    return new Setting(
        extent,
        Path.of(System.getProperty("daybook.root", ".")),
        scratch,
        new Setting.Load(perSecond, lasting),
        this::say);
  }

  private void say(String words) {
    PrintWriter err = commandLine().commandLine().getErr();
    err.println("  " + words);
    err.flush();
  }

  private static String text(Map<String, String> machine, List<Table> tables, List<String> broken) {
    StringBuilder text =
        new StringBuilder("Measured: ").append(Machine.words(machine)).append('\n');
    tables.forEach(table -> text.append('\n').append(table.text()));
    if (!broken.isEmpty()) {
      text.append("\nBROKEN:\n");
      broken.forEach(words -> text.append("  ").append(words).append('\n'));
    }
    return text.toString();
  }

  private static String json(Map<String, String> machine, List<Table> tables, List<String> broken)
      throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("machine", machine);
    report.put("tables", tables.stream().map(Table::json).toList());
    report.put("broken", broken);
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
