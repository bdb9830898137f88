package io.daybook.statements;

import io.daybook.ledger.Money;
import io.daybook.ledger.ShownBalance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A trial balance as a CSV for people and machines: Account, Name, Type, Currency, Debit, Credit, Book currency, Value.
 * Split by a dimension, its value comes after the name. The side without balance is empty; both are in the currency of the
 * row, and Value is the balance in the book's, debit positive. No totals row: a machine would count it.
 */
final class TrialBalanceCsv {
  private TrialBalanceCsv() {}

  static void write(TrialBalanceReport report, OutputStream out) throws IOException {
    List<String> header =
        new ArrayList<>(
            List.of(
                "Account",
                "Name",
                "Type",
                "Currency",
                "Debit",
                "Credit",
                "Book currency",
                "Value"));
    report.by().ifPresent(by -> header.add(2, by));
    CsvTable table = new CsvTable(out, header.toArray(String[]::new));
    for (ShownBalance.Row row : report.balance().rows()) {
      Money balance = new Money(row.minor(), row.currency());
      table.text(row.account().code()).text(row.account().name());
      if (report.by().isPresent()) {
        table.text(row.of());
      }
      table.text(TrialBalanceReport.words(row.account().type())).text(row.currency().value());
      if (row.minor() >= 0) {
        table.amount(balance).blank();
      } else {
        table.blank().amount(balance.negated());
      }
      table
          .text(report.currency().value())
          .amount(new Money(row.valueMinor(), report.currency()))
          .endRow();
    }
    table.flush();
  }
}
