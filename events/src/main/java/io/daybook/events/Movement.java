package io.daybook.events;

/** Why a processor's balance moved. What no platform table knows is {@link #UNKNOWN}: posted to 2900, and visible. */
public enum Movement {
  /** A customer paid. */
  CHARGE,
  /** Money went back to a customer. */
  REFUND,
  /** A refund bounced back. */
  REFUND_FAILURE,
  /** A dispute took money. */
  DISPUTE,
  /** A dispute gave money back. */
  DISPUTE_REVERSAL,
  /** The processor's own fee. */
  FEE,
  /** A payout left (case 42). */
  PAYOUT,
  /** A payout came back (case 44). */
  PAYOUT_FAILURE,
  /** Money moved into the reserve. */
  RESERVE_HOLD,
  /** Money came out of the reserve. */
  RESERVE_RELEASE,
  /** A part of a loan was taken back from sales (case 49). */
  LOAN_REPAYMENT,
  /** The platform's subscription or an app's fee, taken from the balance (case 81). */
  SUBSCRIPTION,
  /** Tax that the platform owes as facilitator: withheld, or given back with a refund (cases 5 and 79). */
  TAX_WITHHELD,
  /** Not in the platform's table. */
  UNKNOWN
}
