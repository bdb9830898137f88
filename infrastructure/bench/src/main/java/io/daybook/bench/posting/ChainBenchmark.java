package io.daybook.bench.posting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.load.HubProcess;
import io.daybook.bench.load.LagProbe;
import io.daybook.bench.load.Planned;
import io.daybook.bench.load.Shop;
import io.daybook.bench.load.Turns;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Table;
import io.daybook.ledger.LedgerStore;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.simulation.deliveries.Delivery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** As many webhooks as the hub can take, through the door and the store to the ledger, beside parsing the same. */
public final class ChainBenchmark implements Benchmark {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SENDERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Clock clock;

  /** The chain, by a clock that the hub's process shares. */
  public ChainBenchmark(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String purpose() {
    return "entries a second through the whole local chain: HTTP, ingest, SQLite, pump, post";
  }

  @Override
  public Findings run(Setting setting) throws Exception {
    int shops = setting.count(4, 1);
    List<Shop> warmUp = List.of(Shop.numbered(0));
    List<Shop> measured = new ArrayList<>();
    for (int number = 1; number <= shops; number++) {
      measured.add(Shop.numbered(number));
    }
    try (Hub hub = Hub.open(HubFolder.open(setting.scratch().resolve("hub")), Optional.empty())) {
      warmUp.forEach(shop -> shop.connect(hub.deployment()));
      measured.forEach(shop -> shop.connect(hub.deployment()));
      try (HubProcess process =
          HubProcess.start(hub.folder().path(), setting.scratch().resolve("hub-errors.txt"))) {
        setting.say("a month that is not counted");
        Duration _ = play(warmUp, process, hub);
        setting.say("as many webhooks as it takes, from " + SENDERS + " senders");
        Duration took = play(measured, process, hub);
        return Findings.of(table(measured, hub, took, parse(measured)));
      }
    }
  }

  private Duration play(List<Shop> shops, HubProcess process, Hub hub)
      throws IOException, InterruptedException {
    List<Planned> webhooks = webhooks(shops);
    long begin = System.nanoTime();
    int accepted = new Turns(process.address(), clock, SENDERS).send(webhooks);
    if (accepted != webhooks.size()) {
      throw new IOException(webhooks.size() - accepted + " webhooks were not accepted");
    }
    LagProbe probe = new LagProbe(hub);
    while (!probe.lag().isZero()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IOException("the hub does not come to an end");
      }
      Thread.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static List<Planned> webhooks(List<Shop> shops) {
    List<Planned> webhooks = new ArrayList<>();
    for (Shop shop : shops) {
      shop.deliveries().sent().stream()
          .filter(delivery -> delivery.turn() == Delivery.Turn.FIRST)
          .forEach(delivery ->
              webhooks.add(new Planned(Duration.ZERO, shop, delivery, Planned.Kind.FIRST)));
    }
    return webhooks;
  }

  /** The same bodies to trees, in this process, the second time round. */
  private static Duration parse(List<Shop> shops) throws IOException {
    List<byte[]> bodies = webhooks(shops).stream().map(one -> one.delivery().bytes()).toList();
    Duration took = Duration.ZERO;
    for (int round = 0; round < 2; round++) {
      long begin = System.nanoTime();
      for (byte[] body : bodies) {
        if (MAPPER.readTree(body).isEmpty()) {
          throw new IOException("a webhook says nothing");
        }
      }
      took = Duration.ofNanos(System.nanoTime() - begin);
    }
    return took;
  }

  private static Table table(List<Shop> shops, Hub hub, Duration took, Duration parsing) {
    int webhooks = webhooks(shops).size();
    int entries = 0;
    for (Shop shop : shops) {
      LedgerStore ledger = hub.deployment().stores().ledger(shop.book());
      for (LocalDate day : ledger.days()) {
        entries += ledger.day(day, Optional.empty()).size();
      }
    }
    double seconds = took.toNanos() / 1e9;
    return new Table(
        "The whole local chain: " + webhooks + " webhooks as fast as they are taken",
        List.of("", "value"),
        List.of(
            List.of(Cell.of("webhooks a second"), Cell.of(Math.round(webhooks / seconds))),
            List.of(Cell.of("entries posted"), Cell.of(entries)),
            List.of(Cell.of("entries a second"), Cell.of(Math.round(entries / seconds))),
            List.of(
                Cell.of("parsing alone, webhooks a second"),
                Cell.of(Math.round(webhooks * 1e9 / parsing.toNanos()))),
            List.of(
                Cell.of("the chain, to parsing alone"),
                new Cell.Ratio((double) took.toNanos() / parsing.toNanos()))),
        List.of(
            "From the first webhook until the last is posted; the hub in a process of its own after a"
                + " month that is not counted, "
                + SENDERS
                + " senders in this one; flags "
                + String.join(" ", HubProcess.FLAGS)
                + ".",
            "The senders sign and send on the same cores."));
  }
}
