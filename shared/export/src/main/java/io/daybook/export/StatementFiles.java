package io.daybook.export;

import io.daybook.reconciliation.PayoutStatement;
import io.daybook.statements.JournalFormat;
import io.daybook.statements.StatementFormat;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything an accountant downloads, by file name. */
public final class StatementFiles {
  private StatementFiles() {}

  /** All statements and journals of a book as of a day. */
  public static Map<String, byte[]> of(BookExport export, LocalDate asOf) {
    Map<String, byte[]> files = new TreeMap<>();
    for (JournalFormat format : JournalFormat.values()) {
      files.put("journal." + format.extension(), export.journal(LocalDate.MIN, asOf, format));
    }
    for (StatementFormat format : StatementFormat.values()) {
      files.put(
          "trial-balance." + format.extension(),
          export.trialBalance(asOf, Optional.empty(), format));
    }
    for (PayoutStatement payout : export.payouts()) {
      for (StatementFormat format : StatementFormat.values()) {
        files.put(
            "payouts/" + payout.payout() + "." + format.extension(), export.payout(payout, format));
      }
    }
    files.put("exceptions.csv", export.exceptionsCsv());
    files.put("summary.json", export.summaryJson(asOf));
    return files;
  }
}
