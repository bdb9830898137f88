package io.daybook.local.command;

import io.daybook.books.PullFunction.Swept;
import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Who;
import io.daybook.export.BookExport;
import io.daybook.export.StatementFiles;
import io.daybook.local.demo.Comparison;
import io.daybook.local.demo.Courier;
import io.daybook.local.demo.SampleShop;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubLog;
import io.daybook.local.hub.HubServer;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.statements.Summary;
import io.daybook.statements.SummaryText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: a month of a sample shop through the front door. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Play October 2026 of a sample shop through a hub of its own: signed webhooks, sweeps, its bank's statement.",
      "Reconciles, closes the month, writes the statements, and holds the books against the right answers."
    })
final class DemoVerb extends Verb {
  private static final Who CLOSER = new Who("the demo", "the sample's known exceptions are open");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the statements go (default: ${DEFAULT-VALUE}).",
      defaultValue = "./daybook-demo")
  Path out = Path.of("daybook-demo");

  @Option(names = "--exit", description = "Stop when done, instead of serving on.")
  boolean exit;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The hub's port (default: any free one).")
  int port;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another month (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + SampleShop.SEED)
  long seed = SampleShop.SEED;

  @Override
  Report run(Hub hub) {
    throw new IllegalStateException("the demo opens a hub of its own");
  }

  @Override
  public Integer call() throws Exception {
    HubFolder fresh = HubFolder.open(fresh());
    HubLog.into(fresh);
    List<String> differences;
    try (SampleShop shop = SampleShop.open(seed);
        Hub hub = Hub.open(fresh, Optional.ofNullable(store));
        HubServer server = HubServer.start(hub, port, HubServer.Rhythm.BY_HAND)) {
      play(shop, hub, server);
      String closed = close(shop, hub, server);
      LocalDate asOf = shop.month().lastDay();
      BookExport export = new BookExport(hub.deployment(), SampleShop.BOOK);
      write(StatementFiles.of(export, asOf));
      differences =
          Comparison.differences(
              shop.answers(),
              export.trialBalance(asOf, Optional.empty()),
              export.payouts(),
              export.exceptions());
      report(export.summary(asOf), differences, closed);
      if (!exit) {
        serve(hub, server);
      }
    }
    return differences.isEmpty() ? 0 : 1;
  }

  private Path fresh() throws Complaint, IOException {
    if (data == null) {
      return Files.createTempDirectory("daybook-demo-");
    }
    if (Files.exists(data)) {
      throw new Complaint("The folder " + data + " exists already; the demo wants a new one.");
    }
    return data;
  }

  private void play(SampleShop shop, Hub hub, HubServer server) {
    shop.connect(hub);
    List<Delivery> sent = shop.deliveries().sent();
    say(
        "Playing "
            + shop.month().setting().month()
            + " of "
            + shop.month().setting().shopName()
            + ".");
    try (Courier courier = shop.courier(server.address(), hub.deployment().clock());
        Progress progress = Progress.start("Webhooks", sent.size(), audience())) {
      int delivered = 0;
      for (Delivery delivery : sent) {
        int status = courier.deliver(delivery);
        if (status != 200) {
          throw new IllegalStateException(
              delivery.topic() + " " + delivery.id() + " was answered " + status);
        }
        delivered++;
        progress.advanceTo(delivered);
      }
    }
    try (Progress progress = Progress.start("Posting", audience())) {
      server.settle();
      progress.advanceTo(1);
    }
    try (Progress progress = Progress.start("Sweeping", audience())) {
      List<Swept> swept =
          hub.pull(SampleShop.BOOK, Optional.empty(), Optional.empty(), progress::advanceTo);
      for (Swept resource : swept) {
        if (!resource.endedWell()) {
          throw new IllegalStateException(
              "the sweep of "
                  + resource.connection()
                  + " "
                  + resource.resource()
                  + ": "
                  + resource.status());
        }
      }
      server.settle();
    }
    try (Progress progress = Progress.start("Reconciling", audience())) {
      shop.importBank(hub);
      server.settle();
      progress.advanceTo(hub.reconcile(SampleShop.BOOK).orElseThrow());
      server.settle();
    }
  }

  private void write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      OutputFile.write(out.resolve(file.getKey()), file.getValue());
    }
  }

  /** In one process that has posted everything there is nothing to wait for. */
  private static String close(SampleShop shop, Hub hub, HubServer server) {
    YearMonth month = shop.month().setting().month();
    Closing closing =
        new Closing(
            hub.deployment(), SampleShop.BOOK, message -> hub.tell(SampleShop.BOOK, message));
    try {
      boolean done = QuietClose.run(hub, closing, month, CLOSER, server::settle);
      return done
          ? month + " is closed, although " + CLOSER.reason() + "."
          : month + " is open: another process has the demo's folder open.";
    } catch (ActRefused refused) {
      return month + " is open. " + refused.words();
    }
  }

  private String kept() {
    return data == null ? "" : "\nThe hub is in " + data + ": name it to other verbs with --data.";
  }

  private void report(Summary summary, List<String> differences, String closed) throws IOException {
    String verdict =
        differences.isEmpty()
            ? "Held against the month's right answers: every account, payout and exception agrees."
            : "Held against the month's right answers, the books are WRONG:\n  "
                + String.join("\n  ", differences);
    print(
        new Report(
            text(summary)
                + "\n"
                + verdict
                + "\n"
                + closed
                + "\nThe statements are in "
                + out
                + "."
                + kept(),
            Map.of(
                "agrees",
                differences.isEmpty(),
                "differences",
                differences,
                "out",
                out.toString())));
  }

  private static String text(Summary summary) throws IOException {
    StringBuilder text = new StringBuilder();
    SummaryText.write(summary, SummaryText.Style.PLAIN, text);
    return text.toString();
  }

  private void serve(Hub hub, HubServer server) throws InterruptedException {
    say(
        "The hub serves "
            + server.address()
            + " from "
            + hub.folder().path()
            + "; stop it with Ctrl-C. (--exit stops by itself.)\nLook at it, once with this link: "
            + SignInVerb.link(hub));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
    stopped.await();
  }

  private void say(String words) {
    if (!json) {
      out().println(words);
      out().flush();
    }
  }
}
