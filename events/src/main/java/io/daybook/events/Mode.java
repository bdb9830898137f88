package io.daybook.events;

/** Whether a platform means it. */
public enum Mode {
  /** Real money. */
  LIVE,
  /** A test order or a test transaction: kept, posts nothing. */
  TEST
}
