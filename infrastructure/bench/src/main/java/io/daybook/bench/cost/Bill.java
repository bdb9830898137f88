package io.daybook.bench.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Adds up what an order takes, at list price. */
final class Bill {
  private static final int DIGITS = 4;
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final BigDecimal THOUSAND = new BigDecimal(1_000);
  private static final BigDecimal GIGABYTE = new BigDecimal(1_000_000_000);
  private static final BigDecimal GIBI = new BigDecimal(1_024);

  private final List<CostLine> lines = new ArrayList<>();

  static BigDecimal per(long amount, long orders) {
    return new BigDecimal(amount).divide(new BigDecimal(orders), MathContext.DECIMAL64);
  }

  Bill writes(String what, BigDecimal units) {
    return add(what, units, "WRU", units.multiply(Prices.MILLION_WRITES));
  }

  Bill reads(String what, BigDecimal units) {
    return add(what, units, "RRU", units.multiply(Prices.MILLION_READS));
  }

  Bill invocations(String what, BigDecimal times) {
    return add(what, times, "invocations", times.multiply(Prices.MILLION_INVOCATIONS));
  }

  Bill running(String what, BigDecimal millis, int memoryMegabytes) {
    BigDecimal gigabyteSeconds =
        millis
            .multiply(new BigDecimal(memoryMegabytes))
            .divide(GIBI.multiply(THOUSAND), MathContext.DECIMAL64);
    return add(
        what + ", " + memoryMegabytes + " MB",
        millis,
        "ms",
        gigabyteSeconds.multiply(MILLION).multiply(Prices.GIGABYTE_SECOND));
  }

  Bill logs(String what, BigDecimal bytes) {
    return add(
        what,
        bytes,
        "bytes",
        bytes.multiply(MILLION).multiply(Prices.LOG_GIGABYTE).divide(GIGABYTE));
  }

  Bill keyCalls(String what, BigDecimal times) {
    BigDecimal dollars =
        times.multiply(MILLION).multiply(Prices.TEN_THOUSAND_KEY_CALLS).movePointLeft(4);
    return add(what, times, "calls", dollars);
  }

  Bill dollars(String what, BigDecimal perOrder, String unit, BigDecimal dollars) {
    return add(what, perOrder, unit, dollars);
  }

  private Bill add(String what, BigDecimal perOrder, String unit, BigDecimal dollars) {
    lines.add(
        new CostLine(
            what,
            perOrder.setScale(DIGITS, RoundingMode.HALF_UP),
            unit,
            dollars.setScale(DIGITS, RoundingMode.HALF_UP)));
    return this;
  }

  Scenario of(String name) {
    return new Scenario(name, lines);
  }
}
