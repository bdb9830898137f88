package io.daybook.simulation.hostile;

/** What the hostile store does. */
public enum Fault {
  /** A write timed out and had not landed. */
  TIMED_OUT_BEFORE,
  /** A write timed out after it landed. */
  TIMED_OUT_AFTER,
  /** The index by day left a step out. */
  INDEX_LAGGED,
  /** The feed gave less than there was. */
  FEED_SPLIT,
  /** The feed gave changes in another order. */
  FEED_REORDERED,
  /** The feed gave a change twice in one batch. */
  FEED_DOUBLED,
  /** The feed will give a whole batch again. */
  FEED_REPEATED
}
