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

/** Cold starts with the function on the JVM's class path, without and with a JDK AOT cache (JEP 514) trained on it. */
public final class AotBenchmark implements Benchmark {
  private static final int TRAINING_EVENTS = 20;

  private final Clock clock;

  /** Cold starts, by a clock that signs the webhooks. */
  public AotBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aot";
  }

  @Override
  public String purpose() {
    return "cold starts with a JDK AOT cache on the class path, which a zip archive on Lambda cannot have";
  }

  /** A function, and the size of its cache if it has one. */
  private record Prepared(Variant variant, boolean cached, long cacheBytes) {}

  @Override
  public Findings run(Setting setting) throws Exception {
    try (Stage stage = Stage.set(setting, clock)) {
      Path nothing = Files.createDirectories(setting.scratch().resolve("nothing"));
      List<Prepared> prepared = new ArrayList<>();
      for (Variant variant :
          List.of(
              onClassPath(stage, "empty", stage.empty(Flags.LAMBDA), nothing),
              onClassPath(stage, "ingest", stage.ingest(Flags.LAMBDA), nothing),
              onClassPath(stage, "books", stage.post(Flags.LAMBDA), nothing))) {
        prepared.add(new Prepared(variant, false, 0));
        setting.say("training the AOT cache of " + variant.name());
        prepared.add(trained(variant, stage));
      }
      return Findings.of(measure(setting, stage, prepared));
    }
  }

  private static Variant onClassPath(Stage stage, String root, Variant variant, Path nothing)
      throws IOException {
    List<Path> jars = stage.root(root).jars(stage.scratch().resolve(root + "-classes.jar"));
    return variant.on(jars, nothing, stage.environment());
  }

  private static Prepared trained(Variant variant, Stage stage) throws Exception {
    Path cache = stage.scratch().resolve(variant.start().handler() + ".aot");
    Variant training =
        variant.with(variant.name(), plus(variant.start().flags(), "-XX:AOTCacheOutput=" + cache));
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess process = FunctionProcess.start(training.start(), api, stage.log())) {
      for (int event = 0; event < TRAINING_EVENTS; event++) {
        training.require(RuntimeApi.await(api.hand(training.events().get())));
      }
      if (!process.stop() || !Files.isRegularFile(cache)) {
        throw new IOException("no AOT cache was written for " + variant.name());
      }
    }
    return new Prepared(
        variant.with(
            variant.name() + ", AOT cache",
            plus(variant.start().flags(), "-XX:AOTCache=" + cache, "-XX:AOTMode=on")),
        true,
        Files.size(cache));
  }

  private static List<String> plus(List<String> flags, String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return all;
  }

  private static Table measure(Setting setting, Stage stage, List<Prepared> prepared)
      throws Exception {
    int runs = setting.count(15, 2);
    Map<Prepared, List<Variant.Timed>> timed = new LinkedHashMap<>();
    for (int run = 0; run <= runs; run++) {
      setting.say("cold start " + run + " of " + runs + ", on the class path");
      for (Prepared one : prepared) {
        Variant.Timed time = one.variant().coldStart(stage.log());
        if (run > 0) { // the first is not counted
          timed.computeIfAbsent(one, _ -> new ArrayList<>()).add(time);
        }
      }
    }
    long nothing = answers(timed.getOrDefault(prepared.getFirst(), List.of())).median();
    List<List<Cell>> rows = new ArrayList<>();
    timed.forEach((one, times) -> {
      Sample answers = answers(times);
      rows.add(
          List.of(
              Cell.of(one.variant().name()),
              Cell.millis(answers.median()),
              Cell.millis(answers.least()),
              Cell.millis(answers.most()),
              new Cell.Ratio((double) answers.median() / nothing),
              one.cached() ? Cell.of(one.cacheBytes() / 1024) : new Cell.Empty()));
    });
    return new Table(
        "Cold start on the JVM's class path, milliseconds from the spawn to the first answer",
        List.of("", "to answer", "least", "most", "ratio", "cache, KB"),
        rows,
        List.of(
            "Flags: "
                + Flags.words(Flags.LAMBDA)
                + "; medians of "
                + runs
                + " starts each, in turns.",
            "Not for the zip archives: Lambda's runtime loads a function through a class loader of its"
                + " own, which no AOT cache reaches, and a patch of the JDK makes a cache void. It would"
                + " take a container image, which SnapStart does not support."));
  }

  private static Sample answers(List<Variant.Timed> times) {
    return new Sample(times.stream().mapToLong(Variant.Timed::toAnswerNanos).toArray());
  }
}
