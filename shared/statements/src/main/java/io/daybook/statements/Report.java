package io.daybook.statements;

import java.io.IOException;
import java.io.OutputStream;

/** A statement that can be written in every {@link StatementFormat}. Equal reports give equal bytes. */
public sealed interface Report permits PayoutReport, TableReport, TrialBalanceReport {
  /** Writes the whole file; the stream stays open and is the caller's. */
  void write(StatementFormat format, OutputStream out) throws IOException;
}
