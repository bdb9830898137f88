package io.daybook.bench.load;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Sample;
import io.daybook.bench.report.Table;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Signed webhooks at a steady rate against a hub in a process of its own: what is accepted is posted, once. */
public final class LoadBenchmark implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int LAG_ROWS = 12;

  private final Clock clock;

  /** The load test, by a clock that the hub's process shares. */
  public LoadBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String purpose() {
    return "webhooks at a steady rate against ./daybook up: latency, lag, and whether each is posted once";
  }

  /** What was seen from outside while it ran. */
  private record Seen(
      List<Sent> sent,
      List<LagWatch.Reading> lag,
      Optional<Duration> untilNone,
      Optional<Long> peakKilobytes,
      Optional<Duration> processor,
      Duration wall) {}

  @Override
  public Findings run(Setting setting) throws IOException {
    LoadPlan plan = LoadPlan.of(setting.load(), setting::say);
    Path data = setting.scratch().resolve("hub");
    Seen seen;
    try (Hub hub = Hub.open(HubFolder.open(data), Optional.empty())) {
      plan.shops().forEach(shop -> shop.connect(hub.deployment()));
      seen = drive(setting, plan, hub);
    }
    setting.say("holding the books against the same messages posted quietly");
    LoadRun run = new LoadRun(plan.shops(), seen.sent());
    List<String> broken = new ArrayList<>();
    LoadRun.Judged judged;
    try (Hub hub = Hub.open(HubFolder.open(data), Optional.empty())) {
      judged = run.judge(hub);
      broken.addAll(judged.broken());
      broken.addAll(putAside(hub.folder()));
    }
    if (seen.untilNone().isEmpty()) {
      broken.add("the lag did not return to zero within " + PATIENCE.toMinutes() + " minutes");
    }
    return new Findings(
        List.of(outcome(setting.load(), run, judged, seen, broken), latencies(run), lag(seen)),
        broken);
  }

  private Seen drive(Setting setting, LoadPlan plan, Hub observed) throws IOException {
    Path data = observed.folder().path();
    try (HubProcess hub = HubProcess.start(data, setting.scratch().resolve("hub-errors.txt"));
        OpenLoop sender = new OpenLoop(hub.address(), clock);
        LagWatch watch = LagWatch.begin(new LagProbe(observed))) {
      setting.say(
          "sending "
              + plan.webhooks().size()
              + " webhooks, "
              + setting.load().perSecond()
              + " a second");
      long begin = System.nanoTime();
      List<Sent> sent = sender.send(plan.webhooks());
      setting.say("all are sent; waiting until all are posted");
      Optional<Duration> untilNone = watch.untilNone(PATIENCE);
      Duration wall = Duration.ofNanos(System.nanoTime() - begin);
      return new Seen(
          sent, watch.readings(), untilNone, hub.peakKilobytes(), hub.processorTime(), wall);
    }
  }

  private static List<String> putAside(HubFolder folder) throws IOException {
    if (!Files.isDirectory(folder.failures())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.failures())) {
      return files.map(file -> "put aside and not posted: " + file.getFileName()).toList();
    }
  }

  private static Table outcome(
      Setting.Load load, LoadRun run, LoadRun.Judged judged, Seen seen, List<String> broken) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("webhooks sent", Cell.of(run.sent().size())));
    rows.add(row("  of these again", count(run, one -> kind(one) == Planned.Kind.AGAIN)));
    rows.add(row("  of these forged", count(run, one -> kind(one) == Planned.Kind.FORGED)));
    rows.add(row("answered 200: kept", count(run, Sent::accepted)));
    rows.add(row("answered 401: refused", count(run, one -> one.status() == 401)));
    rows.add(row("answered otherwise", count(run, LoadBenchmark::otherwise)));
    rows.add(row("not answered", count(run, one -> one.status() == Sent.NO_ANSWER)));
    rows.add(row("subjects that learnt", Cell.of(judged.subjects())));
    rows.add(row("entries posted", Cell.of(judged.entries())));
    rows.add(row("entries when posted quietly", Cell.of(judged.expectedEntries())));
    rows.add(row("missing, doubled or wrong", Cell.of(broken.size())));
    rows.add(
        row(
            "seconds from the last answer to no lag",
            seen.untilNone()
                .<Cell>map(time -> new Cell.Measure(time.toMillis() / 1e3, 2))
                .orElse(new Cell.Empty())));
    seen.peakKilobytes()
        .ifPresent(kilobytes -> rows.add(row("hub's peak memory, MB", Cell.of(kilobytes / 1024))));
    seen.processor()
        .ifPresent(time ->
            rows.add(
                row(
                    "hub's processor time, cores",
                    new Cell.Measure((double) time.toMillis() / seen.wall().toMillis(), 2))));
    return new Table(
        "Load: "
            + load.perSecond()
            + " signed webhooks a second for "
            + load.seconds()
            + " s against ./daybook up (SQLite), from another process",
        List.of("", "count"),
        rows,
        List.of(
            run.shops().size()
                + " shops with a book each; the hub's flags: "
                + String.join(" ", HubProcess.FLAGS),
            "Wrong is whatever differs, by subject, account, reference and day, from the same"
                + " messages posted one after the other in memory."));
  }

  private static boolean otherwise(Sent one) {
    return one.status() != 200 && one.status() != 401 && one.status() != Sent.NO_ANSWER;
  }

  private static Planned.Kind kind(Sent one) {
    return one.planned().kind();
  }

  private static List<Cell> row(String name, Cell cell) {
    return List.of(Cell.of(name), cell);
  }

  private static Cell count(LoadRun run, Predicate<Sent> sort) {
    return Cell.of(run.count(sort));
  }

  private static Table latencies(LoadRun run) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        percentiles(
            "from the planned time to the answer",
            run.sent().stream().mapToLong(Sent::latencyNanos).toArray()));
    rows.add(
        percentiles(
            "of this, the sender's own delay",
            run.sent().stream().mapToLong(Sent::lateNanos).toArray()));
    return new Table(
        "Load: answers, milliseconds",
        List.of("", "p50", "p90", "p99", "p99.9", "most"),
        rows,
        List.of(
            "Counted from the time at which each was to be sent, whatever became of those before it."));
  }

  private static List<Cell> percentiles(String name, long[] nanos) {
    Sample sample = new Sample(nanos);
    return List.of(
        Cell.of(name),
        Cell.millis(sample.median()),
        Cell.millis(sample.percentile(90)),
        Cell.millis(sample.percentile(99)),
        Cell.millis(sample.percentile(99.9)),
        Cell.millis(sample.most()));
  }

  private static Table lag(Seen seen) {
    List<LagWatch.Reading> readings = seen.lag();
    List<List<Cell>> rows = new ArrayList<>();
    int step = Math.max(1, (readings.size() + LAG_ROWS - 1) / LAG_ROWS);
    for (int from = 0; from < readings.size(); from += step) {
      List<LagWatch.Reading> part = readings.subList(from, Math.min(from + step, readings.size()));
      long most = part.stream().mapToLong(one -> one.lag().toMillis()).max().orElseThrow();
      rows.add(
          List.of(
              Cell.of(part.getFirst().after().toSeconds() + " s"),
              new Cell.Measure(most / 1e3, 2),
              new Cell.Measure(part.getLast().lag().toMillis() / 1e3, 2)));
    }
    return new Table(
        "Load: inbox lag, seconds",
        List.of("since", "most", "last"),
        rows,
        List.of("The age of the oldest message that is kept and not yet posted, twice a second."));
  }
}
