package io.daybook.ledger.policy;

/**
 * Rounding between what a shop says and what a processor settled.
 *
 * @param capMinor the most that may go to 6050 per order, minor units (case 54); default 5
 */
public record RoundingPolicy(long capMinor) {
  /** What a book starts with. */
  public static RoundingPolicy standard() {
    return new RoundingPolicy(5);
  }
}
