package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.ledger.ShownBalance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** A trial balance as a workbook: a header, the accounts, and a total for each currency. */
final class TrialBalanceXlsx {
  private static final int ACCOUNT = 0;
  private static final int NAME = 1;
  private static final int TYPE = 2;
  private static final int CURRENCY = 3;
  private static final int DEBIT = 4;
  private static final int CREDIT = 5;
  private static final int VALUE = 6;
  private static final int HEADER_ROW = 4;
  private static final List<Integer> WIDTHS = List.of(28, 42, 16, 10, 18, 18, 18);

  private final TrialBalanceReport report;
  private final Worksheet sheet;

  private TrialBalanceXlsx(TrialBalanceReport report, Worksheet sheet) {
    this.report = report;
    this.sheet = sheet;
  }

  static void write(TrialBalanceReport report, OutputStream out) throws IOException {
    Xlsx.write(
        out,
        "Trial balance " + report.balance().book(),
        workbook -> new TrialBalanceXlsx(report, workbook.newWorksheet("Trial balance")).fill());
  }

  private void fill() {
    for (int column = 0; column < WIDTHS.size(); column++) {
      sheet.width(column, WIDTHS.get(column));
    }
    sheet.value(0, ACCOUNT, "Trial balance");
    sheet.style(0, ACCOUNT).bold().fontSize(16).fontColor(Xlsx.INK).set();
    sheet.rowHeight(0, 26);
    sheet.value(1, ACCOUNT, "Book");
    sheet.value(1, NAME, report.balance().book().name());
    sheet.value(2, ACCOUNT, "As of");
    sheet.value(2, NAME, report.asOf());
    sheet.range(1, ACCOUNT, 2, ACCOUNT).style().fontColor(Xlsx.MUTED).set();
    header();
    int row = HEADER_ROW + 1;
    for (ShownBalance.Row one : report.balance().rows()) {
      account(row, one);
      row++;
    }
    for (CurrencyCode currency : report.currencies()) {
      total(row, currency);
      row++;
    }
    Xlsx.page(
        sheet,
        "portrait",
        "Daybook, " + report.balance().book() + ", trial balance as of " + report.asOf());
  }

  private void header() {
    Xlsx.header(sheet, HEADER_ROW, ACCOUNT, "Account", "left");
    Xlsx.header(sheet, HEADER_ROW, NAME, "Name", "left");
    Xlsx.header(sheet, HEADER_ROW, TYPE, "Type", "left");
    Xlsx.header(sheet, HEADER_ROW, CURRENCY, "Currency", "left");
    Xlsx.header(sheet, HEADER_ROW, DEBIT, "Debit", "right");
    Xlsx.header(sheet, HEADER_ROW, CREDIT, "Credit", "right");
    Xlsx.header(sheet, HEADER_ROW, VALUE, "Value (" + report.currency() + ")", "right");
    sheet.freezePane(0, HEADER_ROW + 1);
    sheet.repeatRows(HEADER_ROW);
  }

  private void account(int row, ShownBalance.Row one) {
    sheet.value(row, ACCOUNT, one.account().code());
    sheet.value(row, NAME, one.account().name());
    sheet.value(row, TYPE, TrialBalanceReport.words(one.account().type()));
    sheet.value(row, CURRENCY, one.currency().value());
    if (one.minor() >= 0) {
      amount(row, DEBIT, one.minor(), one.currency());
    } else {
      amount(row, CREDIT, Math.negateExact(one.minor()), one.currency());
    }
    amount(row, VALUE, one.valueMinor(), report.currency());
  }

  private void total(int row, CurrencyCode currency) {
    sheet.value(row, ACCOUNT, "Total");
    sheet.value(row, CURRENCY, currency.value());
    amount(row, DEBIT, report.debits(currency), currency);
    amount(row, CREDIT, report.credits(currency), currency);
    sheet
        .range(row, ACCOUNT, row, VALUE)
        .style()
        .bold()
        .borderStyle(BorderSide.TOP, BorderStyle.THIN)
        .borderColor(BorderSide.TOP, Xlsx.RULE)
        .set();
  }

  private void amount(int row, int column, long minor, CurrencyCode currency) {
    sheet.value(row, column, new Money(minor, currency).major());
    sheet.style(row, column).format(Xlsx.amount(currency)).set();
  }
}
