package io.daybook.statements;

import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;
import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The reconciled statement of one payout, in any format.
 *
 * @param statement what it says
 * @param clearing how the processor's clearing account is shown
 */
public record PayoutReport(PayoutStatement statement, ShownAccount clearing) implements Report {
  /** One on the accounts of the default chart. */
  public PayoutReport(PayoutStatement statement) {
    this(statement, ShownAccounts.of(ChartPreset.US_GAAP).of(statement.clearing()));
  }

  /** The clearing account as people read it. */
  String clearingWords() {
    return clearing.number() + " " + clearing.name();
  }

  @Override
  public void write(StatementFormat format, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> PayoutCsv.write(statement, out);
      case XLSX -> PayoutXlsx.write(this, out);
      case PDF -> PayoutPdf.write(this, out);
    }
  }
}
