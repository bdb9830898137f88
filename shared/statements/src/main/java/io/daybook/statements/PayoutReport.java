package io.daybook.statements;

import io.daybook.reconciliation.PayoutStatement;
import java.io.IOException;
import java.io.OutputStream;

/** The reconciled statement of one payout, in any format. */
public record PayoutReport(PayoutStatement statement) implements Report {
  @Override
  public void write(StatementFormat format, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> PayoutCsv.write(statement, out);
      case XLSX -> PayoutXlsx.write(statement, out);
      case PDF -> PayoutPdf.write(this, out);
    }
  }
}
