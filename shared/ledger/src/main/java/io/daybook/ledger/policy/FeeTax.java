package io.daybook.ledger.policy;

/**
 * What becomes of tax on a processor's fee: a switch that is never inferred (case 3).
 *
 * @param treatment which way
 * @param basisPoints the rate by which a merchant accounts for it himself, 1900 for 19 %; only used for the reverse charge
 */
public record FeeTax(Treatment treatment, int basisPoints) {
  /** The three ways. */
  public enum Treatment {
    /** Stays with the fee. */
    NOT_RECOVERABLE,
    /** Input VAT, 1330. */
    RECOVERABLE,
    /** The processor charges none, and the merchant owes (2015) and recovers (1330) it himself. */
    REVERSE_CHARGE
  }

  /** Refuses a negative rate. */
  public FeeTax {
    if (basisPoints < 0) {
      throw new IllegalArgumentException("rate is " + basisPoints + ", expected at least 0");
    }
  }

  /** A treatment without a rate of its own. */
  public static FeeTax of(Treatment treatment) {
    return new FeeTax(treatment, 0);
  }
}
