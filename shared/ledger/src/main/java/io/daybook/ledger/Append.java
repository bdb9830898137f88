package io.daybook.ledger;

/** What became of an attempt to append a step. */
public sealed interface Append {
  /** The step is durably stored. A retry that met its own step has succeeded too. */
  record Appended() implements Append {}

  /** Another run appended this number first: read the log again. */
  record Lost() implements Append {}

  /** The step was stamped more than {@link LedgerStore#MAX_STAMP_AGE} ago: read, stamp and try again. */
  record Stale() implements Append {}
}
