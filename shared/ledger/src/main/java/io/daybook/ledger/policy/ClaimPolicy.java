package io.daybook.ledger.policy;

/**
 * How long money waits to be claimed.
 *
 * @param waitingDays after how many days unclaimed money goes to 2900 (case 55); default 7
 */
public record ClaimPolicy(int waitingDays) {
  /** What a book starts with. */
  public static ClaimPolicy standard() {
    return new ClaimPolicy(7);
  }
}
