package io.daybook.bench.cost;

import io.daybook.bench.cost.Measured.Plain;
import io.daybook.bench.cost.Meter.Line;
import io.daybook.catalogue.Catalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Dollars for a million orders, line by line.
 *
 * @param target orders of four messages (order, charge, fulfilment, balance transaction) in full batches
 * @param others the same of smaller shops, orders of five messages, and the orders of a whole month as they were
 * @param standing dollars that a shop costs a month whatever it sells
 * @param nightly what the nightly proof and export read of the whole book, by order kept
 * @param sizes of what is stored
 */
public record CostTable(
    Scenario target,
    List<Scenario> others,
    Scenario standing,
    Scenario nightly,
    List<SizeLine> sizes) {
  /** Copies the lists. */
  public CostTable {
    others = List.copyOf(others);
    sizes = List.copyOf(sizes);
  }

  /**
   * Plays the month of a seed and prices it.
   *
   * @param folder an empty one, for what does not lie in tables
   */
  public static CostTable measure(long seed, Path folder) throws IOException {
    Measured measured = Measured.of(seed, folder, Measured.Extent.ALL);
    Measured.Others others = measured.others().orElseThrow();
    Standing standing = new Standing(measured);
    return new CostTable(
        plain(
            "Four messages an order, batches of 100", measured, measured.four(), Assumptions.FULL),
        List.of(
            plain(
                "Four messages an order, each by itself, 10,000 orders a day",
                measured,
                others.single(),
                Assumptions.LARGE),
            plain(
                "Four messages an order, each by itself, 20 orders a day",
                measured,
                others.single(),
                Assumptions.SMALL),
            plain(
                "Five messages an order (Stripe tells of the charge as well), batches of 100",
                measured,
                others.five(),
                Assumptions.FULL),
            month(measured)),
        standing.ofMonth(),
        nightly(measured),
        SizeLine.of(measured));
  }

  /** The target alone, and the sizes: much sooner measured. */
  static CostTable targetOnly(long seed, Path folder) throws IOException {
    Measured measured = Measured.of(seed, folder, Measured.Extent.TARGET);
    return new CostTable(
        target(measured),
        List.of(),
        new Standing(measured).ofMonth(),
        new Scenario("Each night", List.of()),
        SizeLine.of(measured));
  }

  private static Scenario target(Measured measured) {
    return plain(
        "Four messages an order, batches of 100", measured, measured.four(), Assumptions.FULL);
  }

  private static Scenario plain(String name, Measured measured, Plain plain, Assumptions assumed) {
    long orders = plain.orders();
    BigDecimal webhooks = new BigDecimal(plain.messages() - 1);
    BigDecimal messages = new BigDecimal(plain.messages());
    Meter meter = plain.meter();
    Usage posted = meter.sum(line -> line.phase().equals(MonthPlay.POST));
    Bill bill = new Bill();
    stores(bill, meter, orders, Set.of(MonthPlay.INGEST), Set.of(MonthPlay.POST));
    again(bill, meter, orders, webhooks);
    // The order and its balance transaction, and the event of the charge where there is one.
    BigDecimal objects = new BigDecimal(plain.messages() - 2);
    bill.reads("sweeps, each object looked at 2.75 times", looks(measured, objects));
    bill.reads("reconciliation's walk over the index", walk(measured));
    bill.reads("replay of three nights", replay(meter, orders));
    functions(bill, webhooks, messages, waited(posted, orders), assumed);
    return new Standing(measured).share(bill, webhooks, assumed).of(name);
  }

  private static Scenario month(Measured measured) {
    Meter meter = measured.month();
    long orders = measured.monthOrders();
    Set<String> taken = Set.of(MonthPlay.INGEST, MonthPlay.PULL, MonthPlay.BANK);
    Set<String> posted = Set.of(MonthPlay.POST, MonthPlay.POST_PULLED, MonthPlay.RECONCILE);
    Usage post =
        meter.sum(line ->
            line.phase().equals(MonthPlay.POST) || line.phase().equals(MonthPlay.POST_PULLED));
    BigDecimal webhooks = Bill.per(measured.monthMessages(), orders);
    Bill bill = new Bill();
    stores(bill, meter, orders, taken, posted);
    bill.reads(
        "sweeps, each object looked at 2.75 times",
        looks(measured, Bill.per(measured.seenAgain(), orders)));
    bill.reads("replay of three nights", replay(meter, orders));
    functions(bill, webhooks, webhooks.add(BigDecimal.ONE), waited(post, orders), Assumptions.FULL);
    return new Standing(measured)
        .share(bill, webhooks, Assumptions.FULL)
        .of("The month as it was, refunds, edits, second deliveries and all, batches of 100");
  }

  /** What taking in and posting asked of the tables. */
  private static void stores(
      Bill bill, Meter meter, long orders, Set<String> taken, Set<String> posted) {
    Predicate<Line> all = line -> taken.contains(line.phase()) || posted.contains(line.phase());
    Predicate<Line> state = line -> posted.contains(line.phase()) && line.table().equals("state");
    bill.writes(
        "inbox",
        Bill.per(meter.sum(all.and(line -> line.table().equals("inbox"))).writeUnits(), orders));
    Usage ledger = meter.sum(all.and(line -> line.table().equals("ledger")));
    bill.writes("ledger", Bill.per(ledger.writeUnits(), orders));
    bill.writes("ledger's index by day", Bill.per(ledger.indexUnits(), orders));
    bill.writes("state", Bill.per(meter.sum(state).writeUnits(), orders));
    Usage logs = meter.sum(line -> posted.contains(line.phase()) && line.table().equals("ledger"));
    bill.reads("subjects' logs", Bill.per(logs.halfReadUnits(), 2 * orders));
    bill.reads("state", Bill.per(meter.sum(state).halfReadUnits(), 2 * orders));
  }

  /** A second delivery is refused by its condition, costs its units all the same, and is counted. */
  private static void again(Bill bill, Meter meter, long orders, BigDecimal webhooks) {
    Usage inbox =
        meter.sum(line -> line.phase().equals(MonthPlay.INGEST) && line.table().equals("inbox"));
    bill.writes(
        "second deliveries, 3 in 100",
        Bill.per(inbox.writeUnits(), orders).add(webhooks).multiply(Assumptions.AGAIN));
  }

  private static BigDecimal looks(Measured measured, BigDecimal objects) {
    Usage look =
        measured
            .month()
            .sum(
                line -> line.phase().equals(MonthPlay.LOOK_AGAIN) && line.table().equals("ledger"));
    return Bill.per(look.halfReadUnits(), 2L * measured.seenAgain())
        .multiply(objects)
        .multiply(Assumptions.LOOKS);
  }

  /** By bytes: what a query reads at least is a matter of how many runs there are, not of how many orders. */
  private static BigDecimal walk(Measured measured) {
    Usage walk =
        measured
            .month()
            .sum(line ->
                line.phase().equals(MonthPlay.RECONCILE) && line.operation().equals("Query index"));
    return Bill.per(walk.bytes(), 2L * 4096 * measured.monthOrders());
  }

  /** What it reads of state it reads once for a connection's whole day. */
  private static BigDecimal replay(Meter meter, long orders) {
    Usage replay =
        meter.sum(line ->
            line.phase().equals(MonthPlay.REPLAY)
                && (line.table().equals("inbox") || line.table().equals("ledger")));
    return Bill.per(replay.halfReadUnits(), 2 * orders).multiply(Assumptions.REPLAYED_NIGHTS);
  }

  /** How long a function waits for an order's calls, milliseconds. */
  private static BigDecimal waited(Usage posted, long orders) {
    return Bill.per(posted.writes(), orders)
        .multiply(Assumptions.WRITE_MILLIS)
        .add(
            Bill.per(posted.requests() - posted.writes(), orders)
                .multiply(Assumptions.READ_MILLIS));
  }

  private static void functions(
      Bill bill, BigDecimal webhooks, BigDecimal messages, BigDecimal waited, Assumptions assumed) {
    BigDecimal taken = webhooks.multiply(BigDecimal.ONE.add(Assumptions.AGAIN));
    BigDecimal batches = messages.divide(new BigDecimal(assumed.batch()));
    bill.invocations("ingest", taken);
    bill.running(
        "ingest, a write of 5 ms and 5 ms of its own",
        taken.multiply(Assumptions.WRITE_MILLIS.add(Assumptions.INGEST_MILLIS)),
        Catalogue.INGEST.memoryMegabytes());
    bill.invocations("post", batches);
    bill.running(
        "post, writes of 5 ms, reads of 3, and 3 of its own",
        waited.add(messages.multiply(Assumptions.POST_MILLIS)),
        Catalogue.POST.memoryMegabytes());
    bill.logs(
        "logs, a line of 200 bytes a message and a batch",
        taken.add(batches).multiply(Assumptions.LOG_BYTES));
  }

  private static Scenario nightly(Measured measured) {
    long orders = measured.monthOrders();
    Bill bill = new Bill();
    for (String phase : List.of(MonthPlay.PROOF, MonthPlay.EXPORT)) {
      Usage read = measured.month().sum(line -> line.phase().equals(phase));
      bill.reads(phase, Bill.per(read.halfReadUnits(), 2 * orders));
    }
    return bill.of("Each night, for a million orders that the book holds, until seals end that");
  }

  /** Writes the table as text. */
  public void print(Appendable out) throws IOException {
    TableText.write(this, out);
  }
}
