package io.daybook.bench.lambda;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Sample;
import io.daybook.bench.report.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the restore of a primed function to its first answer, with SnapStart's hooks simulated. */
public final class SnapStartBenchmark implements Benchmark {
  private final Clock clock;

  /** Restores, by a clock that signs the webhooks. */
  public SnapStartBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "snapstart";
  }

  @Override
  public String purpose() {
    return "from restore to first answer of ingest, with SnapStart's hooks simulated";
  }

  private record Timed(long toCheckpointNanos, long fromRestoreNanos) {}

  @Override
  public Findings run(Setting setting) throws Exception {
    try (Stage stage = Stage.set(setting, clock)) {
      Variant ingest = frozen(stage.ingest(Flags.SNAP_START), stage);
      List<Variant> variants =
          List.of(frozen(stage.empty(Flags.SNAP_START), stage), ingest, stage.overTls(ingest));
      for (Variant variant : variants) { // not counted
        Timed _ = restore(variant, stage);
      }
      int runs = setting.count(15, 2);
      Map<Variant, List<Timed>> timed = new LinkedHashMap<>();
      for (int run = 1; run <= runs; run++) {
        setting.say("restore " + run + " of " + runs);
        for (Variant variant : variants) {
          timed.computeIfAbsent(variant, _ -> new ArrayList<>()).add(restore(variant, stage));
        }
      }
      return Findings.of(table(timed, variants.getFirst(), runs));
    }
  }

  private static Variant frozen(Variant variant, Stage stage) {
    return new Variant(
        variant.name(),
        new FunctionProcess.Start(
            variant.start().handler(),
            variant.start().classPath(),
            variant.start().workingFolder(),
            variant.start().flags(),
            stage.snapStartEnvironment()),
        variant.events(),
        variant.good());
  }

  private static Timed restore(Variant variant, Stage stage) throws Exception {
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess process = FunctionProcess.start(variant.start(), api, stage.log())) {
      long primed = api.awaitCheckpoint();
      var answer = api.hand(variant.events().get());
      long restored = System.nanoTime();
      api.restore();
      RuntimeApi.Answer first = RuntimeApi.await(answer);
      variant.require(first);
      return new Timed(primed - process.spawnedNanos(), first.atNanos() - restored);
    }
  }

  private static Table table(Map<Variant, List<Timed>> timed, Variant empty, int runs) {
    long nothing = restores(timed.getOrDefault(empty, List.of())).median();
    List<List<Cell>> rows = new ArrayList<>();
    timed.forEach((variant, times) -> {
      Sample restores = restores(times);
      rows.add(
          List.of(
              Cell.of(variant.name()),
              Cell.millis(
                  new Sample(times.stream().mapToLong(Timed::toCheckpointNanos).toArray())
                      .median()),
              Cell.millis(restores.median()),
              Cell.millis(restores.least()),
              Cell.millis(restores.most()),
              new Cell.Measure((restores.median() - nothing) / 1e6, 1)));
    });
    return new Table(
        "SnapStart simulated, milliseconds",
        List.of("", "start and priming", "restore to answer", "least", "most", "more than nothing"),
        rows,
        List.of(
            "Flags: " + Flags.words(Flags.SNAP_START) + "; medians of " + runs + ", in turns.",
            "The process waits where Lambda would freeze it, and goes on: loading the snapshot, which"
                + " Lambda does before, is not in these figures, and nothing is paged in.",
            "After a restore keys are asked for anew and connections are opened anew, as in Lambda."));
  }

  private static Sample restores(List<Timed> times) {
    return new Sample(times.stream().mapToLong(Timed::fromRestoreNanos).toArray());
  }
}
