package io.daybook.reconciliation;

import java.time.Instant;

/** What became of an attempt to reconcile a book. */
public sealed interface Reconciled {
  /** It was done. */
  record Done(Findings findings) implements Reconciled {}

  /** Another run is at it until then at the latest: this one did nothing. */
  record Busy(String holder, Instant until) implements Reconciled {}

  /** Another run took over because this one took too long; what this one had found is found again. */
  record Overtaken() implements Reconciled {}
}
