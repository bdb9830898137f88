package io.daybook.books;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * A connection's share of an invocation's time.
 *
 * @param untilMillisLeft it ends when the invocation has only this much left
 */
record Share(Context context, int untilMillisLeft) {
  /**
   * An equal share of what is left for each of the connections that are still to come.
   *
   * @param reserve milliseconds that are nobody's
   */
  static Share of(Context context, int connections, int reserve) {
    int left = context.getRemainingTimeInMillis();
    int mine = Math.max(0, left - reserve) / connections;
    return new Share(context, Math.max(reserve, left - mine));
  }

  /** Milliseconds of it that are left; below zero when it is over. */
  int left() {
    return context.getRemainingTimeInMillis() - untilMillisLeft;
  }
}
