package io.daybook.portal.page;

import io.daybook.ledger.Discrepancy;

/** What kinds of exceptions are called, and what a person can do about them. */
public final class ExceptionWords {
  private ExceptionWords() {}

  /** What it is, in a few words. */
  public static String title(Discrepancy.Kind kind) {
    return switch (kind) {
      case PAYOUT_DOES_NOT_TIE -> "A payout does not tie";
      case PAYOUT_UNATTRIBUTED -> "A payout without its transactions";
      case PAYOUT_NOT_IN_BANK -> "A payout not seen at the bank";
      case BANK_LINE_UNKNOWN -> "A bank line that nobody knows";
      case BANK_LINE_SUGGESTION -> "A bank line that may fit a payout";
      case STATEMENT_DOES_NOT_ADD_UP -> "A bank statement does not add up";
      case PAYMENT_UNCLAIMED -> "A payment without its other side";
      case REFUND_UNCLAIMED -> "A refund without its other side";
      case DISPUTE_WITHOUT_ORDER -> "A lost dispute without its order";
      case TRANSACTION_TYPE_UNKNOWN -> "A transaction of an unknown type";
      case CHARGE_WITHOUT_TRANSACTION -> "A charge without its transaction";
      case COST_UNKNOWN -> "An item without a cost";
      case ORDER_DOES_NOT_ADD_UP -> "An order does not add up";
      case OVER_REFUNDED -> "More refunded than was paid";
      case CONFLICT -> "The same thing told with other money";
      case SETTLEMENT_DIFFERS -> "A payment settled differently";
      case RULES_CHANGED -> "Posted under older rules";
      case RATE_UNKNOWN -> "No exchange rate";
      case SUBJECT_FULL -> "A history that is too long";
      case CARD_ORIGIN_UNKNOWN -> "A gift card of unknown origin";
      case DELIVERY_ASSUMED -> "A delivery that nobody told of";
      case VOUCHER_TAX -> "A gift card taxed otherwise than the policy says";
      case NOT_ALLOWED -> "Something that the policy does not allow";
      case LATE_FACT -> "Something for a closed month";
      case BEHIND_FENCE -> "An entry in a month that was closed";
      case LOAN_UNKNOWN -> "A loan without its terms";
      case ALLOCATION_DOES_NOT_ADD_UP -> "A bank line explained with another amount";
      case PAYOUT_REPORT_DIFFERS -> "A payout that its processor reports otherwise";
    };
  }

  /** What to do about it. */
  public static String advice(Discrepancy.Kind kind) {
    return switch (kind) {
      case PAYOUT_DOES_NOT_TIE ->
          "Compare the payout's lines with the processor's own report; the difference waits on account"
              + " 2900.";
      case PAYOUT_UNATTRIBUTED ->
          "Usually settles with the next sweep. If it stays, look whether the connection may read"
              + " payouts.";
      case PAYOUT_NOT_IN_BANK -> "Import the bank's newest statement, or ask the processor.";
      case BANK_LINE_UNKNOWN -> "Say what it is, or ask the bank; it waits on account 2900.";
      case BANK_LINE_SUGGESTION ->
          "Amount and date fit, and that proves nothing: compare the references.";
      case STATEMENT_DOES_NOT_ADD_UP ->
          "Look for a missing or doubled statement file and import it again.";
      case PAYMENT_UNCLAIMED, REFUND_UNCLAIMED ->
          "Look it up at the shop and at the processor: one of them has not told its side.";
      case DISPUTE_WITHOUT_ORDER -> "Find the order that was disputed, by the payment's reference.";
      case TRANSACTION_TYPE_UNKNOWN ->
          "The amount waits on account 2900 until this version learns the type.";
      case CHARGE_WITHOUT_TRANSACTION -> "Usually settles with the next sweep of the processor.";
      case COST_UNKNOWN -> "Enter what the item costs in the shop.";
      case ORDER_DOES_NOT_ADD_UP -> "Compare the order's parts with its total in the shop.";
      case OVER_REFUNDED -> "Check the refunds of the order in the shop.";
      case CONFLICT -> "The next sweep reads it from the platform again.";
      case SETTLEMENT_DIFFERS ->
          "Compare the payment at the processor with the order; what is corrected there is followed. If the difference is right,"
              + " raise rounding.capMinor and post the day again.";
      case RULES_CHANGED ->
          "Nothing was changed. Decide whether the period is to be posted under today's rules.";
      case RATE_UNKNOWN -> "Nothing is posted until the rate is known.";
      case SUBJECT_FULL -> "Tell whoever runs the hub: no more is taken in for this one.";
      case CARD_ORIGIN_UNKNOWN ->
          "It was taken for sold. Tell how the card came to be if it was a refund, goodwill or a promotion.";
      case DELIVERY_ASSUMED ->
          "It counts as delivered after the days of the policy; the carrier's word replaces that.";
      case VOUCHER_TAX ->
          "The platform's tax was posted. Correct the card in the shop, or the policy of its kind.";
      case NOT_ALLOWED ->
          "Nothing was posted of it. Take it back where it was told, or change the policy.";
      case LATE_FACT ->
          "It waits, as the policy says; open the month again, or let late facts move.";
      case BEHIND_FENCE -> "Reverse it into the next month, and tell whoever runs the hub.";
      case LOAN_UNKNOWN -> "Tell the loan's terms; until then all of a repayment reduces the loan.";
      case ALLOCATION_DOES_NOT_ADD_UP -> "Say again what the bank line was for; it waits on 2900.";
      case PAYOUT_REPORT_DIFFERS ->
          "The processor says two things: ask it which is right. The books follow its list of"
              + " transactions.";
    };
  }
}
