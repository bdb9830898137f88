package io.daybook.statements;

import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The exceptions list as a CSV: Kind, Subject, Currency, Amount, Reason. In the order given. */
public final class ExceptionsCsv {
  private ExceptionsCsv() {}

  /** Writes the list; an amount that the exception does not have is an empty cell. */
  public static void write(List<Discrepancy> exceptions, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(out, "Kind", "Subject", "Currency", "Amount", "Reason");
    for (Discrepancy exception : exceptions) {
      table.text(exception.kind().code()).text(exception.subject()).text(exception.currency());
      if (exception.currency().isPresent()) {
        table.amount(new Money(exception.minor(), exception.currency().get()));
      } else {
        table.blank();
      }
      table.text(exception.reason()).endRow();
    }
    table.flush();
  }
}
