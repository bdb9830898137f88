package io.daybook.ledger.policy;

/**
 * How disputes are shown.
 *
 * @param lost a lost dispute on what was delivered (cases 40 and 41); default by reason
 * @param tax whether its tax is claimed back; default no
 */
public record DisputePolicy(Lost lost, TaxRelief tax) {
  /** How a lost dispute on what was delivered is shown. */
  public enum Lost {
    /** By reason: fraud is an expense, the rest contra-revenue. */
    BY_REASON,
    /** Always 6010. */
    EXPENSE,
    /** Always 4900 and 4910. */
    CONTRA_REVENUE
  }

  /** What a book starts with. */
  public static DisputePolicy standard() {
    return new DisputePolicy(Lost.BY_REASON, TaxRelief.NONE);
  }
}
