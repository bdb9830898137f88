package io.daybook.ledger;

/**
 * The switches of a book's accounting, each with a default.
 *
 * @param shipping when shipping income of a partly shipped order is earned
 * @param settlement what a sale in foreign money is worth (case 50)
 * @param lostDispute how a lost dispute on shipped goods is shown (case 40)
 * @param lostDisputeTax whether tax on a lost dispute is claimed back
 * @param roundingCapMinor the most that may go to 6050 per order, minor units (case 54)
 * @param waitingDays after how many days unclaimed money goes to 2900 (case 55)
 */
public record Policy(
    Shipping shipping,
    Settled settlement,
    LostDispute lostDispute,
    TaxRelief lostDisputeTax,
    long roundingCapMinor,
    int waitingDays) {
  /** When shipping income is earned. */
  public enum Shipping {
    /** With the first parcel. */
    FIRST_PARCEL,
    /** With the last parcel. */
    LAST_PARCEL,
    /** By the share of goods shipped. */
    PRO_RATA
  }

  /** What a sale settled in another currency is worth. */
  public enum Settled {
    /** What the processor settled. */
    SETTLEMENT_VALUE,
    /** What the order's rate said; the rest is 7000. */
    ORDER_RATE
  }

  /** How a lost dispute on shipped goods is shown. */
  public enum LostDispute {
    /** By reason: fraud is an expense, the rest contra-revenue. */
    BY_REASON,
    /** Always 6010. */
    EXPENSE,
    /** Always 4900 and 4910. */
    CONTRA_REVENUE
  }

  /** Whether tax on a lost dispute is claimed back from the authority. */
  public enum TaxRelief {
    /** No: the tax stays owed. */
    NONE,
    /** Yes, dated at the loss. */
    CLAIMED
  }

  /** What a book starts with. */
  public static Policy standard() {
    return new Policy(
        Shipping.FIRST_PARCEL,
        Settled.SETTLEMENT_VALUE,
        LostDispute.BY_REASON,
        TaxRelief.NONE,
        5,
        7);
  }
}
