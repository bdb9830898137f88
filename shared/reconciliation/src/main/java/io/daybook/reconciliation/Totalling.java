package io.daybook.reconciliation;

import io.daybook.events.Movement;
import io.daybook.reconciliation.PayoutStatement.Totals;

/** Adds up what moved a clearing account, by kind. */
final class Totalling {
  private long charges;
  private long refunds;
  private long disputes;
  private long fees;
  private long adjustments;

  /** Adds a movement and its fee, both signed as they move the clearing account. */
  void add(Movement movement, long amountMinor, long feeMinor) {
    fees = Math.addExact(fees, feeMinor);
    switch (movement) {
      case CHARGE -> charges = Math.addExact(charges, amountMinor);
      case REFUND, REFUND_FAILURE -> refunds = Math.addExact(refunds, amountMinor);
      case DISPUTE, DISPUTE_REVERSAL -> disputes = Math.addExact(disputes, amountMinor);
      case FEE -> fees = Math.addExact(fees, amountMinor);
      case PAYOUT,
          PAYOUT_FAILURE,
          RESERVE_HOLD,
          RESERVE_RELEASE,
          LOAN_REPAYMENT,
          SUBSCRIPTION,
          TAX_WITHHELD,
          UNKNOWN ->
          adjustments = Math.addExact(adjustments, amountMinor);
    }
  }

  Totals totals() {
    return new Totals(charges, refunds, disputes, fees, adjustments);
  }
}
