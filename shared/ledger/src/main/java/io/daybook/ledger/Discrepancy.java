package io.daybook.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.events.CurrencyCode;
import java.util.Optional;

/**
 * Something that the books cannot explain by themselves: a line of the exceptions list. Never hidden, never plugged.
 *
 * @param kind what is wrong
 * @param subject what it is about, as a person can look it up
 * @param minor the amount at stake, minor units; 0 if it has none
 * @param currency of the amount, if it has one
 * @param reason what was expected and what was found, in a sentence
 */
public record Discrepancy(
    Kind kind, String subject, long minor, Optional<CurrencyCode> currency, String reason) {
  /** What can be wrong. */
  public enum Kind {
    /** A payout is not the sum of its transactions. */
    PAYOUT_DOES_NOT_TIE("payout-does-not-tie"),
    /** A payout's list of transactions is not known (yet). */
    PAYOUT_UNATTRIBUTED("payout-unattributed"),
    /** A payout left and no bank line is its arrival. */
    PAYOUT_NOT_IN_BANK("payout-not-in-bank"),
    /** A bank line that nobody knows. */
    BANK_LINE_UNKNOWN("bank-line-unknown"),
    /** A bank line that fits a payout by amount and date only: a person decides. */
    BANK_LINE_SUGGESTION("bank-line-suggestion"),
    /** A bank statement that does not add up or does not follow the one before. */
    STATEMENT_DOES_NOT_ADD_UP("statement-does-not-add-up"),
    /** Money without an order, or an order's payment without money. */
    PAYMENT_UNCLAIMED("payment-unclaimed"),
    /** A refund without money, or money returned without a refund. */
    REFUND_UNCLAIMED("refund-unclaimed"),
    /** A dispute was lost and its order is not known. */
    DISPUTE_WITHOUT_ORDER("dispute-without-order"),
    /** A balance transaction of a type that no table knows. */
    TRANSACTION_TYPE_UNKNOWN("transaction-type-unknown"),
    /** A charge whose balance transaction has not come. */
    CHARGE_WITHOUT_TRANSACTION("charge-without-transaction"),
    /** An item was shipped and its cost is not known: no cost entry yet. */
    COST_UNKNOWN("cost-unknown"),
    /** An order's parts do not add up to its total. */
    ORDER_DOES_NOT_ADD_UP("order-does-not-add-up"),
    /** More went out on an order than came in (rule A14). */
    OVER_REFUNDED("over-refunded"),
    /** The same identity was told with other money. */
    CONFLICT("conflict"),
    /** A settled amount differs from the order's by more than the rounding cap. */
    SETTLEMENT_DIFFERS("settlement-differs"),
    /** Today's rules would have posted a subject's past otherwise. */
    RULES_CHANGED("rules-changed"),
    /** A foreign amount and no rate, so nothing is posted. */
    RATE_UNKNOWN("rate-unknown"),
    /** A subject reached its limit of steps. */
    SUBJECT_FULL("subject-full"),
    /** Something belongs to a closed period, and the book's policy lets it wait. */
    LATE_FACT("late-fact"),
    /** An entry counts in a period that was closed before it was recorded. */
    BEHIND_FENCE("behind-fence"),
    /** A repayment of a loan whose terms are not known. */
    LOAN_UNKNOWN("loan-unknown"),
    /** What a bank line was said to be for does not make its amount. */
    ALLOCATION_DOES_NOT_ADD_UP("allocation-does-not-add-up"),
    /** Paid with a gift card of which nobody knows how it came to be (rule A7): taken for sold. */
    CARD_ORIGIN_UNKNOWN("card-origin-unknown"),
    /** A gift card was taxed at its sale, or was not, against what the book's policy says of its cards. */
    VOUCHER_TAX("voucher-tax"),
    /** Something was told that the book's policy does not let post. */
    NOT_ALLOWED("not-allowed"),
    /** Nobody told of a parcel's delivery: it counts as delivered after the policy's days (rule A13). */
    DELIVERY_ASSUMED("delivery-assumed"),
    /** The processor's own report lists other transactions of a payout than its API does. */
    PAYOUT_REPORT_DIFFERS("payout-report-differs");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As lists and files write it. */
    @JsonValue
    public String code() {
      return code;
    }
  }
}
