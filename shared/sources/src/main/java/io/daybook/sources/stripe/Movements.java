package io.daybook.sources.stripe;

import io.daybook.events.Movement;

/**
 * What the reporting categories and types of Stripe's balance transactions mean (docs.stripe.com/reports/
 * reporting-categories). The category is finer ({@code adjustment} alone may be a dispute, its reversal or a fee), so it
 * decides; the type does where no category is told. Those that are not listed (transfers, top-ups, issuing, financing,
 * Connect) are {@link Movement#UNKNOWN}: visible, on 2900.
 */
final class Movements {
  private Movements() {}

  /**
   * The movement.
   *
   * @param category empty if not told
   * @param amountMinor decides where one word says both directions
   */
  static Movement of(String category, String type, long amountMinor) {
    return category.isEmpty() || category.equals(type)
        ? ofType(type, amountMinor)
        : ofCategory(category, type, amountMinor);
  }

  private static Movement ofCategory(String category, String type, long amountMinor) {
    return switch (category) {
      // A payment that failed after all, and the part of an authorisation that was not captured,
      // take back the payment.
      case "charge", "charge_failure", "partial_capture_reversal" -> Movement.CHARGE;
      case "refund" -> Movement.REFUND;
      case "refund_failure" -> Movement.REFUND_FAILURE;
      case "dispute" -> Movement.DISPUTE;
      case "dispute_reversal" -> Movement.DISPUTE_REVERSAL;
      case "fee", "network_cost", "tax" -> Movement.FEE;
      case "payout" -> Movement.PAYOUT;
      case "payout_reversal" -> Movement.PAYOUT_FAILURE;
      case "risk_reserved_funds", "connect_reserved_funds" -> reserve(amountMinor);
      // Each programme of reserves has a category of its own, and their types say it all.
      case String other when type.matches(".*_(hold|release)") && !type.startsWith("issuing_") ->
          ofType(type, amountMinor);
      case String other -> Movement.UNKNOWN;
    };
  }

  private static Movement ofType(String type, long amountMinor) {
    return switch (type) {
      case "charge", "payment", "payment_failure_refund", "payment_reversal" -> Movement.CHARGE;
      case "refund", "payment_refund" -> Movement.REFUND;
      case "refund_failure" -> Movement.REFUND_FAILURE;
      case "dispute" -> Movement.DISPUTE;
      case "dispute_reversal" -> Movement.DISPUTE_REVERSAL;
      case "payout" -> Movement.PAYOUT;
      case "payout_failure", "payout_cancel" -> Movement.PAYOUT_FAILURE;
      case "stripe_fee", "stripe_fx_fee", "tax_fee", "fee", "network_cost", "tax" -> Movement.FEE;
      case "reserve_hold", "payment_network_reserve_hold", "payout_minimum_balance_hold" ->
          Movement.RESERVE_HOLD;
      case "reserve_release", "payment_network_reserve_release", "payout_minimum_balance_release" ->
          Movement.RESERVE_RELEASE;
      case "reserved_funds", "reserve_transaction" -> reserve(amountMinor);
      case String other -> Movement.UNKNOWN;
    };
  }

  private static Movement reserve(long amountMinor) {
    return amountMinor < 0 ? Movement.RESERVE_HOLD : Movement.RESERVE_RELEASE;
  }
}
