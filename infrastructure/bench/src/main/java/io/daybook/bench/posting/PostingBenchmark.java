package io.daybook.bench.posting;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A message parsed, translated and posted on one core, beside parsing it alone; measured by JMH. */
public final class PostingBenchmark implements Benchmark {
  private static final Map<String, String> WORDS = words();

  private final Clock clock;

  /** The clock is the wall's; the month's own is fixed. */
  public PostingBenchmark(Clock clock) {
    this.clock = clock;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("parse", "parse (Jackson, to a tree)");
    words.put("translate", "parse and translate to facts");
    words.put("post", "parse, translate and post");
    words.put("take", "at the door: verify and keep");
    return words;
  }

  @Override
  public String name() {
    return "posting";
  }

  @Override
  public String purpose() {
    return "parse, translate and post on one core in memory, beside parsing alone (JMH)";
  }

  @Override
  public Findings run(Setting setting) throws Exception {
    MonthOfMessages month = new MonthOfMessages(setting.scratch(), clock);
    long bytes = month.messages().stream().mapToLong(one -> one.message().body().size()).sum();
    int messages = month.messages().size();
    Map<String, RunResult> results = new LinkedHashMap<>();
    for (String what : WORDS.keySet()) {
      setting.say("a month of " + messages + " messages: " + WORDS.get(what));
      new Runner(options(setting, what).build()).run().forEach(result -> results.put(what, result));
    }
    return Findings.of(table(setting, results, messages, bytes));
  }

  private static ChainedOptionsBuilder options(Setting setting, String what) {
    return new OptionsBuilder()
        .include(MonthBenchmarks.class.getName() + "\\." + what + "$")
        .forks(setting.count(2, 1))
        .warmupIterations(setting.count(4, 1))
        .warmupTime(TimeValue.seconds(setting.count(3, 1)))
        .measurementIterations(setting.count(5, 1))
        .measurementTime(TimeValue.seconds(setting.count(3, 1)))
        .threads(1)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgs("-XX:+UseSerialGC", "-Xmx2g", "--sun-misc-unsafe-memory-access=allow");
  }

  private static Table table(
      Setting setting, Map<String, RunResult> results, int messages, long bytes) {
    double parsing = nanos(results, "parse");
    List<List<Cell>> rows = new ArrayList<>();
    results.forEach((what, result) -> {
      double month = result.getPrimaryResult().getScore();
      double error = result.getPrimaryResult().getScoreError();
      rows.add(
          List.of(
              Cell.of(WORDS.getOrDefault(what, what)),
              new Cell.Measure(month / messages / 1e3, 1),
              Double.isNaN(error) ? new Cell.Empty() : new Cell.Measure(error / messages / 1e3, 1),
              Cell.of(Math.round(messages * 1e9 / month)),
              new Cell.Ratio(month / parsing)));
    });
    return new Table(
        "One core, in memory: a month of a shop, "
            + messages
            + " messages, "
            + bytes / messages
            + " bytes each",
        List.of("", "µs a message", "± (99.9%)", "messages a second", "to parsing alone"),
        rows,
        List.of(
            "JMH 1.37, "
                + setting.count(2, 1)
                + " forks, one thread, -XX:+UseSerialGC -Xmx2g; stores in memory, empty each time.",
            "Who posts reads the connection, the rules and the subject's log for each message, and"
                + " writes what it learnt; JSON of steps is written and read as it is stored."));
  }

  private static double nanos(Map<String, RunResult> results, String what) {
    RunResult result = results.get(what);
    if (result == null) {
      throw new IllegalStateException(what + " was not measured");
    }
    return result.getPrimaryResult().getScore();
  }
}
