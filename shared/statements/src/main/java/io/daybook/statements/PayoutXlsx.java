package io.daybook.statements;

import io.daybook.ledger.Money;
import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A payout statement as a workbook: the sheet {@code Statement} sums up, {@code Lines} lists the transactions. */
final class PayoutXlsx {
  private static final int LABEL = 0;
  private static final int DAY = 1;
  private static final int REFERENCE = 2;
  private static final int AMOUNT = 3;

  private final PayoutStatement statement;
  private final String clearing;
  private final Worksheet sheet;
  private int row;

  private PayoutXlsx(PayoutReport report, Worksheet sheet) {
    this.statement = report.statement();
    this.clearing = report.clearingWords();
    this.sheet = sheet;
  }

  static void write(PayoutReport report, OutputStream out) throws IOException {
    Xlsx.write(
        out, "Payout statement " + report.statement().payout(), workbook -> fill(report, workbook));
  }

  private static void fill(PayoutReport report, Workbook workbook) {
    new PayoutXlsx(report, workbook.newWorksheet("Statement")).summary();
    PayoutLinesXlsx.fill(report.statement(), workbook.newWorksheet("Lines"));
  }

  private void summary() {
    sheet.width(LABEL, 34);
    sheet.width(DAY, 24);
    sheet.width(REFERENCE, 34);
    sheet.width(AMOUNT, 18);
    sheet.value(row, LABEL, "Payout statement");
    sheet.style(row, LABEL).bold().fontSize(16).fontColor(Xlsx.INK).set();
    sheet.rowHeight(row, 26);
    row++;
    sheet.value(row, LABEL, PayoutWords.verdict(statement));
    sheet
        .style(row, LABEL)
        .fontColor(statement.differenceMinor() == 0 ? Xlsx.MUTED : Xlsx.ALERT)
        .set();
    row += 2;
    fact("Book", statement.book().name());
    fact("Processor", statement.processor().toString());
    fact("Payout", statement.payout().value());
    fact("Status", statement.status().words());
    fact("Issued on (" + statement.zone().getId() + ")", statement.issuedOn());
    fact("Currency", statement.currency().value());
    fact("Clearing account", clearing);
    fact("Roll forward from (" + statement.zone().getId() + ")", statement.from());
    section("Proof: what the payout consists of", PayoutFigure.Section.PROOF);
    section("Clearing account: roll forward", PayoutFigure.Section.CLEARING);
    section("Arrival at the bank", PayoutFigure.Section.BANK);
    if (statement.bank().isEmpty()) {
      sheet.value(row, LABEL, "No bank line shows the arrival yet.");
      sheet.style(row, LABEL).italic().fontColor(Xlsx.MUTED).set();
    }
    Xlsx.page(sheet, "portrait", "Daybook, " + statement.book() + ", payout " + statement.payout());
  }

  private void fact(String label, String value) {
    sheet.value(row, LABEL, label);
    sheet.style(row, LABEL).fontColor(Xlsx.MUTED).set();
    sheet.value(row, DAY, value);
    row++;
  }

  private void fact(String label, LocalDate value) {
    fact(label, "");
    day(row - 1, value);
  }

  private void day(int at, LocalDate value) {
    sheet.value(at, DAY, value);
    sheet.style(at, DAY).format(Xlsx.DAY).horizontalAlignment("left").set();
  }

  private void section(String title, PayoutFigure.Section section) {
    row++;
    Xlsx.header(sheet, row, LABEL, title, "left");
    Xlsx.header(sheet, row, DAY, "Day (" + statement.zone().getId() + ")", "left");
    Xlsx.header(sheet, row, REFERENCE, "Reference", "left");
    Xlsx.header(sheet, row, AMOUNT, "Amount (" + statement.currency() + ")", "right");
    row++;
    for (PayoutFigure figure : PayoutFigure.of(statement, section)) {
      sheet.value(row, LABEL, figure.label());
      figure.day().ifPresent(value -> day(row, value));
      figure.reference().ifPresent(value -> sheet.value(row, REFERENCE, value));
      sheet.value(row, AMOUNT, new Money(figure.minor(), statement.currency()).major());
      sheet.style(row, AMOUNT).format(Xlsx.amount(statement.currency())).set();
      weigh(figure);
      row++;
    }
  }

  private void weigh(PayoutFigure figure) {
    switch (figure.weight()) {
      case PART -> {}
      case TOTAL ->
          sheet
              .range(row, LABEL, row, AMOUNT)
              .style()
              .bold()
              .borderStyle(BorderSide.TOP, BorderStyle.THIN)
              .borderColor(BorderSide.TOP, Xlsx.RULE)
              .set();
      case DIFFERENCE -> {
        sheet.range(row, LABEL, row, AMOUNT).style().bold().set();
        if (figure.minor() != 0) {
          sheet
              .range(row, LABEL, row, AMOUNT)
              .style()
              .bold()
              .fontColor(Xlsx.ALERT)
              .fillColor(Xlsx.ALERT_FILL)
              .set();
        }
      }
    }
  }
}
