package io.daybook.ledger.policy;

/**
 * What a month's end estimates; each reverses itself on the first day of the next month, but for breakage. 0 estimates nothing.
 *
 * @param returnsBasisPoints the share of net sales still within the window that comes back (case 16); default 0
 * @param returnsWindowDays how long goods can come back; default 30
 * @param disputesBasisPoints the share of open disputes that will be lost (case 80); default 0
 * @param breakageBasisPoints the share of gift cards' value that is never redeemed, released as the rest is (case 15); default 0
 * @param breakage whose it becomes; default the merchant's
 */
public record EstimatePolicy(
    int returnsBasisPoints,
    int returnsWindowDays,
    int disputesBasisPoints,
    int breakageBasisPoints,
    Breakage breakage) {
  /** Whose the value becomes that nobody redeems. */
  public enum Breakage {
    /** The merchant's income: 4020. */
    INCOME,
    /** Unclaimed property, owed to the state: 2050. */
    STATE
  }

  /** Refuses shares that are none, and a breakage of everything. */
  public EstimatePolicy {
    requireShare("returns", returnsBasisPoints, RecognitionPolicy.WHOLE);
    requireShare("disputes", disputesBasisPoints, RecognitionPolicy.WHOLE);
    requireShare("breakage", breakageBasisPoints, RecognitionPolicy.WHOLE - 1);
    if (returnsWindowDays < 1 || returnsWindowDays > 3_650) {
      throw new IllegalArgumentException(
          "return window is " + returnsWindowDays + " days, expected 1 to 3650");
    }
  }

  private static void requireShare(String what, int points, int most) {
    if (points < 0 || points > most) {
      throw new IllegalArgumentException(
          what + " are " + points + " basis points, expected 0 to " + most);
    }
  }

  /** What a book starts with. */
  public static EstimatePolicy standard() {
    return new EstimatePolicy(0, 30, 0, 0, Breakage.INCOME);
  }
}
