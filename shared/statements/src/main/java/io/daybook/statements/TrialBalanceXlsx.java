package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.ledger.ShownBalance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/**
 * A trial balance as a workbook: a header, the accounts in the book's currency, and their total. Split by a dimension, its
 * value comes after the name. Where a balance is in another currency, that and the amount in it, debit positive, stand at the
 * end of its row.
 */
final class TrialBalanceXlsx {
  private static final int HEADER_ROW = 4;

  /** A column: its title, its width and on which side its words stand. */
  private record Column(String title, int width, String side) {}

  private final TrialBalanceReport report;
  private final Worksheet sheet;
  private final List<Column> columns;
  private int row = HEADER_ROW + 1;
  private int column;

  private TrialBalanceXlsx(TrialBalanceReport report, Worksheet sheet) {
    this.report = report;
    this.sheet = sheet;
    this.columns = columns(report);
  }

  static void write(TrialBalanceReport report, OutputStream out) throws IOException {
    Xlsx.write(
        out,
        "Trial balance " + report.balance().book(),
        workbook -> new TrialBalanceXlsx(report, workbook.newWorksheet("Trial balance")).fill());
  }

  private static List<Column> columns(TrialBalanceReport report) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Account", 28, "left"));
    columns.add(new Column("Name", 42, "left"));
    report.by().ifPresent(by -> columns.add(new Column(by, 28, "left")));
    columns.add(new Column("Type", 16, "left"));
    columns.add(new Column("Debit (" + report.currency() + ")", 18, "right"));
    columns.add(new Column("Credit (" + report.currency() + ")", 18, "right"));
    if (report.isForeign()) {
      columns.add(new Column("Currency", 10, "left"));
      columns.add(new Column("Amount in it", 18, "right"));
    }
    return List.copyOf(columns);
  }

  private void fill() {
    for (int at = 0; at < columns.size(); at++) {
      sheet.width(at, columns.get(at).width());
    }
    sheet.value(0, 0, "Trial balance");
    sheet.style(0, 0).bold().fontSize(16).fontColor(Xlsx.INK).set();
    sheet.rowHeight(0, 26);
    sheet.value(1, 0, "Book");
    sheet.value(1, 1, report.balance().book().name());
    sheet.value(2, 0, "As of");
    sheet.value(2, 1, report.asOf());
    sheet.range(1, 0, 2, 0).style().fontColor(Xlsx.MUTED).set();
    for (int at = 0; at < columns.size(); at++) {
      Xlsx.header(sheet, HEADER_ROW, at, columns.get(at).title(), columns.get(at).side());
    }
    sheet.freezePane(0, HEADER_ROW + 1);
    sheet.repeatRows(HEADER_ROW);
    report.balance().rows().forEach(this::account);
    total();
    Xlsx.page(
        sheet,
        columns.size() > 6 ? "landscape" : "portrait",
        "Daybook, " + report.balance().book() + ", trial balance as of " + report.asOf());
  }

  private void account(ShownBalance.Row one) {
    text(one.account().code());
    text(one.account().name());
    if (report.by().isPresent()) {
      text(one.of());
    }
    text(TrialBalanceReport.words(one.account().type()));
    if (one.valueMinor() >= 0) {
      amount(one.valueMinor(), report.currency());
      text("");
    } else {
      text("");
      amount(Math.negateExact(one.valueMinor()), report.currency());
    }
    if (report.isForeign(one)) {
      text(one.currency().value());
      amount(one.minor(), one.currency());
    }
    nextRow();
  }

  private void total() {
    text("Total");
    text("");
    if (report.by().isPresent()) {
      text("");
    }
    text("");
    amount(report.debitValues(), report.currency());
    amount(report.creditValues(), report.currency());
    sheet
        .range(row, 0, row, columns.size() - 1)
        .style()
        .bold()
        .borderStyle(BorderSide.TOP, BorderStyle.THIN)
        .borderColor(BorderSide.TOP, Xlsx.RULE)
        .set();
  }

  private void nextRow() {
    row++;
    column = 0;
  }

  /** A cell of words; none leaves it empty. */
  private void text(String words) {
    if (!words.isEmpty()) {
      sheet.value(row, column, words);
    }
    column++;
  }

  private void amount(long minor, CurrencyCode currency) {
    sheet.value(row, column, new Money(minor, currency).major());
    sheet.style(row, column).format(Xlsx.amount(currency)).set();
    column++;
  }
}
