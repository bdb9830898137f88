package io.daybook.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.reconciliation.PayoutStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class XlsxTest {
  private static List<Row> sheet(Report report, int index) throws IOException {
    byte[] bytes = Reports.bytes(report, StatementFormat.XLSX);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      return workbook.getSheet(index).orElseThrow().read();
    }
  }

  private static Row row(List<Row> rows, String label) {
    return rows.stream().filter(row -> label.equals(row.getCellText(0))).findFirst().orElseThrow();
  }

  @Test
  @Tag("failure-34")
  @Tag("failure-54")
  void amountsAreExactNumbersNegativesToo() throws IOException {
    List<Row> rows = sheet(new PayoutReport(SamplePayouts.withDifference()), 0);
    assertThat(row(rows, "Refunds").getCell(3).getType()).isEqualTo(CellType.NUMBER);
    assertThat(row(rows, "Refunds").getCellAsNumber(3)).contains(new BigDecimal("-40.00"));
    assertThat(row(rows, "Difference").getCellAsNumber(3)).contains(new BigDecimal("12.34"));
    assertThat(row(rows, "Difference to the payout").getCellAsNumber(3))
        .contains(new BigDecimal("-0.50"));
    assertThat(row(rows, "Closing balance").getCellAsNumber(3)).contains(new BigDecimal("44.65"));
    assertThat(
            row(sheet(new PayoutReport(SamplePayouts.dinar()), 0), "Opening balance")
                .getCellAsNumber(3))
        .contains(new BigDecimal("0.000"));
    assertThat(row(sheet(new PayoutReport(SamplePayouts.yen()), 0), "Fees").getCellAsNumber(3))
        .contains(new BigDecimal("-56920"));
  }

  @Test
  @Tag("failure-17")
  void daysAndTimesAreDatesInTheBooksZoneWhichIsNamed() throws IOException {
    List<Row> summary = sheet(new PayoutReport(SamplePayouts.small()), 0);
    assertThat(row(summary, "Issued on (Europe/Berlin)").getCellAsDate(1))
        .contains(LocalDateTime.parse("2026-10-26T00:00"));
    List<Row> lines = sheet(new PayoutReport(SamplePayouts.small()), 1);
    assertThat(lines.getFirst().getCellText(0)).isEqualTo("Time (Europe/Berlin)");
    assertThat(lines.getFirst().getCellText(2)).isEqualTo("Day (Europe/Berlin)");
    assertThat(lines.get(1).getCellAsDate(0)).contains(LocalDateTime.parse("2026-10-19T10:12:45"));
    assertThat(lines.get(2).getCellText(1)).as("half past two, first time").isEqualTo("+02:00");
    assertThat(lines.get(3).getCellText(1)).as("half past two, second time").isEqualTo("+01:00");
    assertThat(lines.get(3).getCellAsDate(0)).isEqualTo(lines.get(2).getCellAsDate(0));
  }

  @Test
  void everyLineIsThereAndTheTotalsAreTheProofs() throws IOException {
    PayoutStatement statement = SamplePayouts.large();
    List<Row> lines = sheet(new PayoutReport(statement), 1);
    assertThat(lines).hasSize(1 + 120 + 2);
    BigDecimal net = BigDecimal.valueOf(statement.proof().totalMinor(), 2);
    assertThat(row(lines, "Total: in this payout").getCellAsNumber(9)).contains(net);
  }

  @Test
  void theTrialBalanceTiesInTheBooksCurrencyWithForeignAmountsBeside() throws IOException {
    List<Row> rows = sheet(Reports.trialBalance(), 0);

    assertThat(texts(row(rows, "Account")))
        .containsExactly(
            "Account", "Name", "Type", "Debit (USD)", "Credit (USD)", "Currency", "Amount in it");
    Row euros = row(rows, "1010:stripe");
    assertThat(euros.getCellAsNumber(4)).contains(new BigDecimal("109.00"));
    assertThat(euros.getCellText(3)).isEmpty();
    assertThat(euros.getCellText(5)).isEqualTo("EUR");
    assertThat(euros.getCellAsNumber(6)).contains(new BigDecimal("-100.00"));
    Row dollars = row(rows, "2240");
    assertThat(dollars.getCellAsNumber(4)).contains(new BigDecimal("0.20"));
    assertThat(dollars.getOptionalCell(5)).isEmpty();
    Row total = row(rows, "Total");
    assertThat(total.getCellAsNumber(3)).contains(new BigDecimal("1234685.99"));
    assertThat(total.getCellAsNumber(4)).contains(new BigDecimal("1234685.99"));
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  @Test
  void aTrialBalanceThatIsSplitSaysByWhatAndOfEachRowWhich() throws IOException {
    List<Row> rows = sheet(Reports.trialBalanceByLocation(), 0);

    assertThat(texts(row(rows, "Account")))
        .containsExactly("Account", "Name", "Location", "Type", "Debit (USD)", "Credit (USD)");
    List<Row> sales = rows.stream().filter(one -> one.getCellText(0).equals("4000")).toList();
    assertThat(sales).extracting(one -> one.getCellText(2)).containsExactly("", "655441491");
    assertThat(sales.getLast().getCellAsNumber(5)).contains(new BigDecimal("200.00"));
    assertThat(row(rows, "Total").getCellAsNumber(4)).contains(new BigDecimal("1200.00"));
    assertThat(row(rows, "Total").getCellAsNumber(5)).contains(new BigDecimal("1200.00"));
  }

  @Test
  void aSplitTrialBalanceShowsForeignAmountsToo() throws IOException {
    Row yen =
        sheet(Reports.foreignByLocation(), 0).stream()
            .filter(one -> one.getCellText(2).equals("655441491"))
            .findFirst()
            .orElseThrow();

    assertThat(yen.getCellAsNumber(5)).contains(new BigDecimal("100.00"));
    assertThat(yen.getCellText(6)).isEqualTo("JPY");
    assertThat(yen.getCellAsNumber(7)).contains(new BigDecimal("-15000"));
  }

  @Test
  void noPartSaysWhenItWasMade() throws IOException {
    Map<String, byte[]> parts =
        ZipParts.read(Reports.bytes(Reports.trialBalance(), StatementFormat.XLSX));
    assertThat(parts).containsKeys("docProps/core.xml", "xl/worksheets/sheet1.xml");
    assertThat(new String(parts.get("docProps/core.xml"), StandardCharsets.UTF_8))
        .contains("<dc:title>Trial balance blue-cup</dc:title>")
        .doesNotContain("created");
  }
}
