package io.daybook.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Storage did not answer, or answered with a fault of its own. Whether a write landed is not known: read again, or do the
 * same again, which is safe for every write that a store offers but a count. Never thrown for what a store can refuse.
 */
public class StoreFailure extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /** A failure with what was being done, naming the record, and why it failed. */
  public StoreFailure(String doing, Throwable cause) {
    super(doing, cause instanceof IOException broken ? broken : new IOException(cause));
  }
}
