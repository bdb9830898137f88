package io.daybook.simulation.hostile;

import io.daybook.ledger.StoreFailure;
import java.io.InterruptedIOException;

/** A write did not answer in time; it may have landed. */
public final class StoreTimeout extends StoreFailure {
  private static final long serialVersionUID = 1L;

  StoreTimeout(String doing) {
    super(doing + " timed out", new InterruptedIOException(doing + " timed out"));
  }
}
