package io.daybook.catalogue;

/** The three tables. */
public enum Table {
  /** Raw messages, put only. */
  INBOX,
  /** Subjects as logs, put only. */
  LEDGER,
  /** All that is mutable. */
  STATE
}
