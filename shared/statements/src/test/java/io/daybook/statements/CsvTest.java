package io.daybook.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.reconciliation.PayoutStatement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static String csv(Report report) {
    return new String(Reports.bytes(report, StatementFormat.CSV), StandardCharsets.UTF_8);
  }

  static List<Discrepancy> exceptions() {
    return List.of(
        new Discrepancy(
            Discrepancy.Kind.PAYOUT_DOES_NOT_TIE,
            "payout/stripe:acct_1/po_1",
            -12_34,
            Optional.of(SampleBooks.EUR),
            "The payout says 1192.76 EUR, its transactions 1180.42 EUR"),
        new Discrepancy(
            Discrepancy.Kind.BANK_LINE_UNKNOWN,
            "=HYPERLINK(\"http://x\",\"y\")",
            500,
            Optional.of(SampleBooks.JPY),
            "+1 \"quoted\", with a comma\nand a second line"),
        new Discrepancy(Discrepancy.Kind.COST_UNKNOWN, "@sku", 0, Optional.empty(), "-"));
  }

  @Test
  @Tag("failure-17")
  @Tag("failure-34")
  void aPayoutReadsAsItsGoldenFile() {
    Golden.assertSame("payout.csv", csv(new PayoutReport(SamplePayouts.withDifference())));
    Golden.assertSame("payout-yen.csv", csv(new PayoutReport(SamplePayouts.yen())));
    Golden.assertSame("payout-dinar-pending.csv", csv(new PayoutReport(SamplePayouts.dinar())));
  }

  @Test
  void theTrialBalanceReadsAsItsGoldenFile() {
    Golden.assertSame("trial-balance.csv", csv(Reports.trialBalance()));
  }

  @Test
  void aSplitTrialBalanceHasAColumnMore() {
    assertThat(csv(Reports.foreignByLocation()).lines())
        .startsWith(
            "Account,Name,Location,Type,Currency,Debit,Credit,Book currency,Value",
            "4000,Product sales,,revenue,USD,,1000.00,USD,-1000.00",
            "4000,Product sales,655441491,revenue,JPY,,15000,USD,-100.00");
  }

  @Test
  @Tag("failure-54")
  void theExceptionsReadAsTheirGoldenFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExceptionsCsv.write(exceptions(), out);
    Golden.assertSame("exceptions.csv", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  @Tag("failure-54")
  void textIsGuardedAgainstFormulasAndNumbersStayNumbers() throws IOException {
    List<String> formulas = List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uff1d1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable table = new CsvTable(out, "Text", "Amount");
    for (String formula : formulas) {
      table.text(formula).amount(new Money(-12_00, SampleBooks.USD)).endRow();
    }
    table
        .text("plain - not = at + the @ beginning")
        .amount(new Money(-5, SampleBooks.KWD))
        .endRow();
    table.flush();
    List<CSVRecord> rows =
        CSVFormat.RFC4180
            .parse(new java.io.StringReader(out.toString(StandardCharsets.UTF_8)))
            .getRecords();
    for (int i = 0; i < formulas.size(); i++) {
      assertThat(rows.get(i + 1).get(0)).isEqualTo("'" + formulas.get(i));
      assertThat(rows.get(i + 1).get(1)).isEqualTo("-12.00");
    }
    assertThat(rows.getLast().toList())
        .containsExactly("plain - not = at + the @ beginning", "-0.005");
  }

  @Test
  void aRowOfAnotherWidthIsRefused() throws IOException {
    CsvTable table = new CsvTable(new ByteArrayOutputStream(), "One", "Two");
    assertThatThrownBy(() -> table.text("only one").endRow())
        .isInstanceOf(IllegalStateException.class);
  }

  private static PayoutStatement closingAt(PayoutStatement one, long closingMinor) {
    return new PayoutStatement(
        one.book(),
        one.zone(),
        one.processor(),
        one.clearing(),
        one.payout(),
        one.status(),
        one.currency(),
        one.issuedOn(),
        one.amountMinor(),
        one.from(),
        one.openingMinor(),
        one.activity(),
        closingMinor,
        one.proof(),
        one.differenceMinor(),
        one.bank(),
        one.lines(),
        one.report());
  }

  @Test
  void whatDoesNotRollForwardIsShownAndNotPlugged() {
    PayoutStatement small = SamplePayouts.small();
    PayoutStatement odd = closingAt(small, small.closingMinor() + 7);
    assertThat(csv(new PayoutReport(odd)))
        .contains(",clearing,Not explained,,Europe/Berlin,,,,USD,,,0.07,,");
    assertThat(csv(new PayoutReport(small))).doesNotContain("Not explained");
  }

  @Test
  void aPayoutThatTheBooksHaveNotSeenLeavingDoesNotMoveTheAccount() {
    PayoutStatement sent = SamplePayouts.negative();
    PayoutStatement early = closingAt(sent, sent.closingMinor() + sent.amountMinor());
    assertThat(csv(new PayoutReport(early)))
        .contains(",clearing,This payout (not in the books yet),2026-10-26,")
        .doesNotContain("Not explained");
  }
}
