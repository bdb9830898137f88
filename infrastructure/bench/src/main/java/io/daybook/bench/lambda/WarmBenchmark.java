package io.daybook.bench.lambda;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Sample;
import io.daybook.bench.report.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The time of a webhook in a function that is warm. */
public final class WarmBenchmark implements Benchmark {
  private final Clock clock;

  /** Warm webhooks, by a clock that signs them. */
  public WarmBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "warm";
  }

  @Override
  public String purpose() {
    return "a webhook in a warm function, through the runtime interface client";
  }

  @Override
  public Findings run(Setting setting) throws Exception {
    int warmUps = setting.count(150, 10);
    int measured = setting.count(300, 10);
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> flags : List.of(Flags.LAMBDA, Flags.DEFAULTS)) {
      // A month has some 900 webhooks of orders: each flag set plays it anew, on tables that are
      // empty.
      try (Stage stage = Stage.set(setting.in("warm-" + rows.size()), clock)) {
        setting.say("warm webhooks, flags " + Flags.words(flags));
        for (Variant variant : List.of(stage.empty(flags), stage.ingest(flags))) {
          rows.add(row(variant, warmUps, measured, stage, flags));
        }
      }
    }
    return Findings.of(
        new Table(
            "A warm webhook, milliseconds from handing over the event to the answer",
            List.of("", "p50", "p90", "p99", "most", "flags"),
            rows,
            List.of(
                measured
                    + " different webhooks after "
                    + warmUps
                    + " that are not counted; one at a time.",
                "What does nothing shows the loop itself. DynamoDB answers at once over plain loopback.")));
  }

  private static List<Cell> row(
      Variant variant, int warmUps, int measured, Stage stage, List<String> flags)
      throws Exception {
    long[] nanos = new long[measured];
    try (RuntimeApi api = RuntimeApi.start();
        FunctionProcess _ = FunctionProcess.start(variant.start(), api, stage.log())) {
      for (int event = -warmUps; event < measured; event++) {
        byte[] webhook = variant.events().get();
        long handed = System.nanoTime();
        RuntimeApi.Answer answer = RuntimeApi.await(api.hand(webhook));
        variant.require(answer);
        if (event >= 0) {
          nanos[event] = answer.atNanos() - handed;
        }
      }
    }
    Sample sample = new Sample(nanos);
    return List.of(
        Cell.of(variant.name()),
        new Cell.Measure(sample.median() / 1e6, 2),
        new Cell.Measure(sample.percentile(90) / 1e6, 2),
        new Cell.Measure(sample.percentile(99) / 1e6, 2),
        new Cell.Measure(sample.most() / 1e6, 2),
        Cell.of(flags.isEmpty() ? "the JVM's" : "Lambda's"));
  }
}
