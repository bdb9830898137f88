package io.daybook.statements;

import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Money;
import io.daybook.ledger.TrialBalance;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A trial balance as a CSV for people and machines: Account, Name, Type, Currency, Debit, Credit, Book currency, Value.
 * The side without balance is empty; Value is the balance in the book's currency, debit positive. No totals row: a
 * machine would count it.
 */
final class TrialBalanceCsv {
  private TrialBalanceCsv() {}

  static void write(TrialBalanceReport report, OutputStream out) throws IOException {
    CsvTable table =
        new CsvTable(
            out,
            "Account",
            "Name",
            "Type",
            "Currency",
            "Debit",
            "Credit",
            "Book currency",
            "Value");
    for (TrialBalance.Row row : report.balance().rows()) {
      Money balance = new Money(row.minor(), row.currency());
      table.text(row.account().toString()).text(ChartOfAccounts.name(row.account()));
      table
          .text(TrialBalanceReport.words(ChartOfAccounts.account(row.account()).type()))
          .text(row.currency().value());
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
