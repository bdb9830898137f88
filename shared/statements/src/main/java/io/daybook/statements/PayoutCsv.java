package io.daybook.statements;

import io.daybook.ledger.Money;
import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A payout statement as one tidy table. {@code Row} says what a row is: {@code proof}, {@code clearing} and {@code bank}
 * rows are the summary, labelled by {@code Item} with the amount under {@code Net}; {@code line} rows are the
 * transactions. Each row repeats whose payout it is and in which zone its days are.
 */
final class PayoutCsv {
  private PayoutCsv() {}

  static void write(PayoutStatement statement, OutputStream out) throws IOException {
    CsvTable table =
        new CsvTable(
            out,
            "Book",
            "Processor",
            "Payout",
            "Status",
            "Row",
            "Item",
            "Day",
            "Zone",
            "Time",
            "Transaction",
            "Reference",
            "Currency",
            "Amount",
            "Fee",
            "Net",
            "In this payout",
            "Journal entries");
    for (PayoutFigure.Section section : PayoutFigure.Section.values()) {
      for (PayoutFigure figure : PayoutFigure.of(statement, section)) {
        begin(table, statement, section.code(), figure.label(), figure.day());
        table.blank().blank().text(figure.reference()).text(statement.currency().value());
        table
            .blank()
            .blank()
            .amount(new Money(figure.minor(), statement.currency()))
            .blank()
            .blank()
            .endRow();
      }
    }
    for (PayoutStatement.Line line : statement.lines()) {
      begin(table, statement, "line", PayoutLines.words(line.movement()), line.day());
      table.text(line.at().map(at -> PayoutLines.time(at, statement.zone())));
      table.text(line.id().value()).text(line.reference()).text(statement.currency().value());
      table.amount(new Money(line.amountMinor(), statement.currency()));
      table.amount(new Money(line.feeMinor(), statement.currency()));
      table.amount(new Money(line.netMinor(), statement.currency()));
      table
          .text(PayoutLines.yesOrNo(line.membership()))
          .text(String.join("; ", line.entries()))
          .endRow();
    }
    table.flush();
  }

  private static void begin(
      CsvTable table, PayoutStatement statement, String row, String item, Optional<?> day) {
    table
        .text(statement.book().name())
        .text(statement.processor().toString())
        .text(statement.payout().value());
    table
        .text(statement.status().words())
        .text(row)
        .text(item)
        .text(day)
        .text(statement.zone().getId());
  }
}
