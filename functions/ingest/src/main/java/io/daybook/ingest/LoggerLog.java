package io.daybook.ingest;

import io.daybook.ledger.Book;
import io.daybook.sources.HookAddress;
import io.daybook.sources.Verification;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says it to the platform's logger, for a hub on one machine. Metrics are for the cloud. */
public final class LoggerLog implements IngestLog {
  private static final Logger LOG = System.getLogger("io.daybook.ingest");

  @Override
  public void answered(Answer answer) {
    // Counted where it counts: in the book's state.
  }

  @Override
  public void refused(HookAddress address, Verification.Reason reason) {
    LOG.log(Level.WARNING, "refused: connection=" + address + " reason=" + reason);
  }

  @Override
  public void notKept(HookAddress address, RuntimeException why) {
    LOG.log(Level.ERROR, "not kept: connection=" + address, why);
  }

  @Override
  public void notCounted(Book book, String counter, RuntimeException why) {
    LOG.log(Level.WARNING, "not counted: " + counter + " of " + book, why);
  }

  @Override
  public void notPrimed(RuntimeException why) {
    LOG.log(Level.WARNING, "not primed", why);
  }
}
