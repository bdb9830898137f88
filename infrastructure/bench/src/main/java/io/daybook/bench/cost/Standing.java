package io.daybook.bench.cost;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.Trigger;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** What a shop costs whatever it sells: schedules that find nothing new, reconciliations, secrets. */
final class Standing {
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final int DAYS = 30;
  private static final int LONG_SWEEPS_A_DAY = 4;

  /** A sweep waits for nine resources of two platforms, some 200 ms each. */
  private static final BigDecimal PULL_MILLIS = new BigDecimal(2_000);

  private final Measured measured;

  Standing(Measured measured) {
    this.measured = measured;
  }

  private static long sweepsAMonth() {
    Duration every =
        Catalogue.PULL.triggers().stream()
            .filter(Trigger.Schedule.class::isInstance)
            .map(trigger -> ((Trigger.Schedule) trigger).every())
            .findFirst()
            .orElseThrow();
    return Duration.ofDays(DAYS).dividedBy(every);
  }

  private Usage phase(String phase) {
    return measured.month().sum(line -> line.phase().equals(phase));
  }

  private BigDecimal units(Usage usage, long times) {
    BigDecimal writes = new BigDecimal(usage.writeUnits() + usage.indexUnits());
    BigDecimal reads = new BigDecimal(usage.halfReadUnits()).divide(new BigDecimal(2));
    return writes
        .multiply(Prices.MILLION_WRITES)
        .add(reads.multiply(Prices.MILLION_READS))
        .multiply(new BigDecimal(times))
        .divide(MILLION);
  }

  private static BigDecimal running(long times, BigDecimal millis) {
    BigDecimal seconds = millis.multiply(new BigDecimal(times)).movePointLeft(3);
    return seconds
        .multiply(Prices.GIGABYTE_SECOND)
        .add(new BigDecimal(times).multiply(Prices.MILLION_INVOCATIONS).divide(MILLION));
  }

  /** Dollars a month. */
  Scenario ofMonth() {
    long sweeps = sweepsAMonth();
    long longSweeps = (long) DAYS * LONG_SWEEPS_A_DAY;
    Usage walk =
        measured
            .month()
            .sum(line -> line.phase().equals(MonthPlay.RECONCILE) && !line.table().equals("inbox"));
    Bill bill = new Bill();
    bill.dollars(
        "sweeps that find nothing, tables",
        new BigDecimal(sweeps),
        "runs",
        units(phase(MonthPlay.IDLE_PULL), sweeps));
    bill.dollars(
        "sweeps of payouts and disputes, tables",
        new BigDecimal(longSweeps),
        "runs",
        units(phase(MonthPlay.LONG_PULL), longSweeps));
    bill.dollars(
        "sweeps, 2 s and 1 GB a run", new BigDecimal(sweeps), "runs", running(sweeps, PULL_MILLIS));
    bill.dollars(
        "reconciliations of the sample month, tables", BigDecimal.ONE, "month", units(walk, 1));
    return bill.of("A shop's schedules, dollars a month");
  }

  /** Adds an order's share: of the schedules, and of the secrets that are read once a minute. */
  Bill share(Bill bill, BigDecimal webhooks, Assumptions assumed) {
    long ordersAMonth = (long) DAYS * assumed.ordersADay();
    bill.keyCalls(
        "a connection's secret, at most once an hour",
        atMost(webhooks, Assumptions.SECRET_OPENED_SECONDS, assumed));
    bill.reads(
        "a connection, at most once a minute",
        atMost(webhooks, Assumptions.CONNECTION_READ_SECONDS, assumed));
    BigDecimal standing =
        ofMonth()
            .dollars()
            .multiply(MILLION)
            .divide(new BigDecimal(ordersAMonth), MathContext.DECIMAL64);
    return bill.dollars(
        "the shop's schedules",
        BigDecimal.ONE.divide(new BigDecimal(ordersAMonth), MathContext.DECIMAL64),
        "months",
        standing);
  }

  /** For each webhook of an order, or once in so many seconds, whichever is less. */
  private static BigDecimal atMost(BigDecimal webhooks, long seconds, Assumptions assumed) {
    return webhooks.min(Bill.per(Duration.ofDays(1).toSeconds() / seconds, assumed.ordersADay()));
  }
}
