package io.daybook.bench.cost;

import io.daybook.bench.Benchmark;
import io.daybook.bench.Setting;
import io.daybook.bench.report.Cell;
import io.daybook.bench.report.Findings;
import io.daybook.bench.report.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Dollars for a million orders at list price, line by line, and what is stored of them. */
public final class CostBenchmark implements Benchmark {
  /** Dollars that a million orders of four messages may cost in full batches (DESIGN, Storage). */
  public static final BigDecimal TARGET = new BigDecimal("12.00");

  private static final long SEED = 20261001;

  /** The cost table. */
  public CostBenchmark() {}

  @Override
  public String name() {
    return "cost";
  }

  @Override
  public String purpose() {
    return "dollars for a million orders at list price, from what is stored and asked for";
  }

  @Override
  public Findings run(Setting setting) throws IOException {
    CostTable cost = CostTable.measure(SEED, setting.scratch());
    List<Table> tables = new ArrayList<>();
    Stream.concat(Stream.of(cost.target()), cost.others().stream())
        .map(CostBenchmark::table)
        .forEach(tables::add);
    tables.add(table(cost.standing()));
    tables.add(table(cost.nightly()));
    tables.add(sizes(cost.sizes()));
    List<String> broken =
        cost.target().dollars().compareTo(TARGET) > 0
            ? List.of("a million orders cost $" + cents(cost.target().dollars()) + ", at most $12")
            : List.of();
    return new Findings(tables, broken);
  }

  private static Table table(Scenario scenario) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CostLine line : scenario.lines()) {
      rows.add(
          List.of(
              Cell.of(line.what()),
              Cell.of(line.perOrder().setScale(3, RoundingMode.HALF_UP).toPlainString()),
              Cell.of(line.unit()),
              Cell.of(cents(line.dollars()))));
    }
    rows.add(
        List.of(Cell.of("total"), Cell.of(""), Cell.of(""), Cell.of(cents(scenario.dollars()))));
    return new Table(
        scenario.name(), List.of("", "an order", "unit", "$ a million orders"), rows, List.of());
  }

  private static Table sizes(List<SizeLine> sizes) {
    return new Table(
        "Items of the month, bytes",
        List.of(
            "", "items", "median", "9 in 10", "largest", "over 1 KB, ‰", "an order", "its index"),
        sizes.stream().map(CostBenchmark::row).toList(),
        List.of(
            "List price of us-east-1 on demand, no free tier; decision 13 says what is assumed."));
  }

  private static List<Cell> row(SizeLine line) {
    return Stream.of(
            line.what(),
            Integer.toString(line.items()),
            Long.toString(line.median()),
            Long.toString(line.ninety()),
            Long.toString(line.largest()),
            Long.toString(line.overOneUnit()),
            line.bytesPerOrder().setScale(0, RoundingMode.HALF_UP).toPlainString(),
            line.indexBytesPerOrder().setScale(0, RoundingMode.HALF_UP).toPlainString())
        .map(Cell::of)
        .toList();
  }

  private static String cents(BigDecimal dollars) {
    return dollars.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
