package io.daybook.sources.shopify;

import io.daybook.events.Movement;

/**
 * What the types of Shopify Payments' ledger mean ({@code ShopifyPaymentsTransactionType} of 2026-10). Those that are
 * not listed (lending, labels, collective, tax adjustments, …) are {@link Movement#UNKNOWN}: visible, on 2900.
 */
final class Movements {
  private Movements() {}

  /**
   * The movement.
   *
   * @param source the type of what caused it, empty if not told
   * @param amountMinor decides where one type says both directions
   */
  static Movement of(String type, String source, long amountMinor) {
    return switch (type) {
      case "CHARGE" -> Movement.CHARGE;
      case "REFUND" -> Movement.REFUND;
      case "REFUND_FAILURE" -> Movement.REFUND_FAILURE;
      case "DISPUTE_WITHDRAWAL", "CHARGEBACK_FEE" -> Movement.DISPUTE;
      case "DISPUTE_REVERSAL", "CHARGEBACK_FEE_REFUND" -> Movement.DISPUTE_REVERSAL;
      case "TRANSFER" -> Movement.PAYOUT;
      case "TRANSFER_FAILURE", "TRANSFER_CANCEL" -> Movement.PAYOUT_FAILURE;
      case "CHARGEBACK_HOLD" -> Movement.RESERVE_HOLD;
      case "CHARGEBACK_HOLD_RELEASE" -> Movement.RESERVE_RELEASE;
      case "RESERVED_FUNDS", "RESERVED_FUNDS_WITHDRAWAL", "RESERVED_FUNDS_REVERSAL" ->
          amountMinor < 0 ? Movement.RESERVE_HOLD : Movement.RESERVE_RELEASE;
      case "STRIPE_FEE", "APPLICATION_FEE_REFUND" -> Movement.FEE;
      case "ADJUSTMENT" -> adjustment(source, amountMinor);
      case String other -> Movement.UNKNOWN;
    };
  }

  /** Whether the whole amount is a fee for a dispute. */
  static boolean isDisputeFee(String type) {
    return type.equals("CHARGEBACK_FEE") || type.equals("CHARGEBACK_FEE_REFUND");
  }

  /** Disputes moved money as adjustments before they had types of their own. */
  private static Movement adjustment(String source, long amountMinor) {
    if (!source.equals("DISPUTE")) {
      return Movement.UNKNOWN;
    }
    return amountMinor < 0 ? Movement.DISPUTE : Movement.DISPUTE_REVERSAL;
  }
}
