package io.daybook.statements;

import io.daybook.ledger.Money;
import io.daybook.reconciliation.PayoutStatement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of a payout's transactions: a header that stays, a filter, and a total for each group below. */
final class PayoutLinesXlsx {
  private static final int TIME = 0;
  private static final int OFFSET = 1;
  private static final int DAY = 2;
  private static final int WHAT = 3;
  private static final int TRANSACTION = 4;
  private static final int REFERENCE = 5;
  private static final int MEMBER = 6;
  private static final int AMOUNT = 7;
  private static final int FEE = 8;
  private static final int NET = 9;
  private static final int ENTRIES = 10;
  private static final List<Integer> WIDTHS = List.of(20, 8, 17, 18, 30, 30, 10, 14, 12, 14, 50);

  private PayoutLinesXlsx() {}

  static void fill(PayoutStatement statement, Worksheet sheet) {
    header(statement, sheet);
    int row = 1;
    for (PayoutStatement.Line line : statement.lines()) {
      line(statement, line, sheet, row);
      row++;
    }
    if (row > 1) {
      sheet.setAutoFilter(0, TIME, row - 1, ENTRIES);
    }
    for (PayoutStatement.Membership membership : PayoutStatement.Membership.values()) {
      List<PayoutStatement.Line> lines = PayoutLines.of(statement, membership);
      total(
          statement,
          "Total: " + PayoutLines.words(membership).toLowerCase(java.util.Locale.ROOT),
          lines,
          sheet,
          row);
      row++;
    }
    Xlsx.page(
        sheet, "landscape", "Daybook, " + statement.book() + ", payout " + statement.payout());
  }

  private static void header(PayoutStatement statement, Worksheet sheet) {
    for (int column = 0; column < WIDTHS.size(); column++) {
      sheet.width(column, WIDTHS.get(column));
    }
    String zone = " (" + statement.zone().getId() + ")";
    String currency = " (" + statement.currency() + ")";
    Xlsx.header(sheet, 0, TIME, "Time" + zone, "left");
    Xlsx.header(sheet, 0, OFFSET, "UTC offset", "left");
    Xlsx.header(sheet, 0, DAY, "Day" + zone, "left");
    Xlsx.header(sheet, 0, WHAT, "What", "left");
    Xlsx.header(sheet, 0, TRANSACTION, "Transaction", "left");
    Xlsx.header(sheet, 0, REFERENCE, "Reference", "left");
    Xlsx.header(sheet, 0, MEMBER, "In this payout", "left");
    Xlsx.header(sheet, 0, AMOUNT, "Amount" + currency, "right");
    Xlsx.header(sheet, 0, FEE, "Fee" + currency, "right");
    Xlsx.header(sheet, 0, NET, "Net" + currency, "right");
    Xlsx.header(sheet, 0, ENTRIES, "Journal entries", "left");
    sheet.style(0, ENTRIES).horizontalAlignment("left").verticalAlignment("center").indent(1).set();
    sheet.rowHeight(0, 32);
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
  }

  private static void line(
      PayoutStatement statement, PayoutStatement.Line line, Worksheet sheet, int row) {
    line.at()
        .ifPresent(at -> {
          sheet.value(
              row,
              TIME,
              at.truncatedTo(ChronoUnit.SECONDS).atZone(statement.zone()).toLocalDateTime());
          sheet.style(row, TIME).format(Xlsx.TIME).horizontalAlignment("left").set();
          sheet.value(row, OFFSET, statement.zone().getRules().getOffset(at).getId());
        });
    line.day()
        .ifPresent(day -> {
          sheet.value(row, DAY, day);
          sheet.style(row, DAY).format(Xlsx.DAY).horizontalAlignment("left").set();
        });
    sheet.value(row, WHAT, PayoutLines.words(line.movement()));
    sheet.value(row, TRANSACTION, line.id().value());
    line.reference().ifPresent(reference -> sheet.value(row, REFERENCE, reference.value()));
    sheet.value(row, MEMBER, PayoutLines.yesOrNo(line.membership()));
    amount(statement, sheet, row, AMOUNT, line.amountMinor());
    amount(statement, sheet, row, FEE, line.feeMinor());
    amount(statement, sheet, row, NET, line.netMinor());
    sheet.value(row, ENTRIES, String.join("; ", line.entries()));
    sheet.style(row, ENTRIES).horizontalAlignment("left").indent(1).set();
  }

  private static void total(
      PayoutStatement statement,
      String label,
      List<PayoutStatement.Line> lines,
      Worksheet sheet,
      int row) {
    PayoutLines.Sums sums = PayoutLines.sums(lines);
    sheet.value(row, TIME, label);
    amount(statement, sheet, row, AMOUNT, sums.amountMinor());
    amount(statement, sheet, row, FEE, sums.feeMinor());
    amount(statement, sheet, row, NET, sums.netMinor());
    sheet
        .range(row, TIME, row, ENTRIES)
        .style()
        .bold()
        .borderStyle(BorderSide.TOP, BorderStyle.THIN)
        .borderColor(BorderSide.TOP, Xlsx.RULE)
        .set();
  }

  private static void amount(
      PayoutStatement statement, Worksheet sheet, int row, int column, long minor) {
    sheet.value(row, column, new Money(minor, statement.currency()).major());
    sheet.style(row, column).format(Xlsx.amount(statement.currency())).set();
  }
}
