package io.daybook.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN "Storage, and what it may cost". The dictionaries were made from the month of another seed. */
class CostTableTest {
  private static final long SEED = 7;

  /** Dollars for a million orders, list price, four messages each, batches of 100. */
  private static final BigDecimal TARGET = new BigDecimal(12);

  @TempDir static Path folder;
  private static List<CostTable> measured = List.of();

  @BeforeAll
  static void measure() throws IOException {
    CostTable table = CostTable.targetOnly(SEED, folder);
    StringBuilder text = new StringBuilder();
    table.print(text);
    Files.writeString(Path.of("target", "cost.txt"), text);
    measured = List.of(table);
  }

  private static CostTable table() {
    return measured.getFirst();
  }

  @Test
  void aMillionOrdersCostAtMostTwelveDollars() {
    assertThat(table().target().dollars()).isLessThanOrEqualTo(TARGET).isPositive();
  }

  @Test
  void theTotalIsTheSumOfItsLinesAndEachIsPaidFor() {
    assertThat(table().target().lines())
        .hasSizeGreaterThan(12)
        .allSatisfy(line -> assertThat(line.dollars()).isNotNegative());
    assertThat(table().target().lines())
        .filteredOn(line -> line.unit().equals("WRU"))
        .extracting(CostLine::what)
        .contains("inbox", "ledger", "ledger's index by day");
  }

  @Test
  void aPlainOrderTakesFiveStepsAndFourOfThemHaveAnEntry() {
    assertThat(perOrder("ledger")).isEqualByComparingTo("5");
    assertThat(perOrder("ledger's index by day")).isEqualByComparingTo("4");
  }

  private static BigDecimal perOrder(String what) {
    return table().target().lines().stream()
        .filter(line -> line.what().equals(what))
        .findFirst()
        .orElseThrow()
        .perOrder();
  }

  @Test
  void everyStepOfAnOrderOrTransactionFitsOneWriteUnit() {
    assertThat(table().sizes())
        .filteredOn(
            line -> line.what().equals("ledger order") || line.what().equals("ledger transaction"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.largest()).isLessThanOrEqualTo(1024));
  }
}
