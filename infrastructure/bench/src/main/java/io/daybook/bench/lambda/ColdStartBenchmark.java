package io.daybook.bench.lambda;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Sample;
import io.daybook.bench.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From the start of a process to its first answer, beside a function that does nothing. */
public final class ColdStartBenchmark implements Benchmark {
  private final Clock clock;

  /** Cold starts, by a clock that signs the webhooks. */
  public ColdStartBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public String purpose() {
    return "cold starts of ingest and post on the runtime interface client, beside a handler that does nothing";
  }

  @Override
  public Findings run(Setting setting) throws Exception {
    try (Stage stage = Stage.set(setting, clock)) {
      List<Table> tables = new ArrayList<>();
      tables.add(measure(setting, stage, "Lambda's", Flags.LAMBDA));
      tables.add(measure(setting, stage, "the JVM's default", Flags.DEFAULTS));
      return new Findings(tables, List.of());
    }
  }

  private static Table measure(Setting setting, Stage stage, String whose, List<String> flags)
      throws Exception {
    Variant ingest = stage.ingest(flags);
    List<Variant> variants =
        List.of(stage.empty(flags), ingest, stage.overTls(ingest), stage.post(flags));
    Map<Variant, String> calls = new LinkedHashMap<>();
    Map<Variant, Long> classes = new LinkedHashMap<>();
    for (Variant variant : variants) { // not counted: the first warms this process up as well
      classes.put(variant, classes(variant, stage));
      Map<String, Integer> _ = stage.aws().takeCalls();
      Variant.Timed _ = variant.coldStart(stage.log());
      calls.put(variant, words(stage.aws().takeCalls()));
    }
    int runs = setting.count(15, 2);
    Map<Variant, List<Variant.Timed>> timed = new LinkedHashMap<>();
    for (int run = 1; run <= runs; run++) {
      setting.say("cold start " + run + " of " + runs + ", " + whose + " flags");
      for (Variant variant : variants) {
        timed.computeIfAbsent(variant, _ -> new ArrayList<>()).add(variant.coldStart(stage.log()));
      }
    }
    long nothing = answers(timed.getOrDefault(variants.getFirst(), List.of())).median();
    List<List<Cell>> rows = new ArrayList<>();
    timed.forEach((variant, times) ->
        rows.add(
            row(
                variant,
                times,
                nothing,
                classes.getOrDefault(variant, 0L),
                calls.getOrDefault(variant, ""))));
    return new Table(
        "Cold start with " + whose + " flags, milliseconds from the spawn of the process",
        List.of("", "to ready", "to answer", "least", "most", "ratio", "classes", "calls to AWS"),
        rows,
        List.of(
            "Flags: " + Flags.words(flags) + "; medians of " + runs + " starts each, in turns.",
            "The first answer of ingest is that a signed webhook was verified and kept; of post,"
                + " that a message was posted.",
            "AWS answers at once over loopback, in plain where nothing else is said; with TLS the JDK's"
                + " own authorities are read and one handshake made with each service.",
            "Not in these figures: distance, fetching the code, a processor's share."));
  }

  private static List<Cell> row(
      Variant variant, List<Variant.Timed> times, long nothing, long classes, String calls) {
    Sample answers = answers(times);
    return List.of(
        Cell.of(variant.name()),
        Cell.millis(
            new Sample(times.stream().mapToLong(Variant.Timed::toReadyNanos).toArray()).median()),
        Cell.millis(answers.median()),
        Cell.millis(answers.least()),
        Cell.millis(answers.most()),
        new Cell.Ratio((double) answers.median() / nothing),
        Cell.of(classes),
        Cell.of(calls));
  }

  private static Sample answers(List<Variant.Timed> times) {
    return new Sample(times.stream().mapToLong(Variant.Timed::toAnswerNanos).toArray());
  }

  private static String words(Map<String, Integer> calls) {
    List<String> words = new ArrayList<>();
    new TreeMap<>(calls).forEach((call, times) -> words.add(times + " " + call));
    return String.join(", ", words);
  }

  /** How many classes are loaded when it has answered once. */
  private static long classes(Variant variant, Stage stage)
      throws IOException, RuntimeApi.Failed, InterruptedException {
    Path list = Files.createTempFile(stage.scratch(), "classes-", ".txt");
    List<String> flags = new ArrayList<>(variant.start().flags());
    flags.add("-Xlog:class+load:file=" + list);
    Variant.Timed _ = variant.with(variant.name(), flags).coldStart(stage.log());
    try (Stream<String> lines = Files.lines(list)) {
      return lines.filter(line -> line.contains("source:")).count();
    }
  }
}
