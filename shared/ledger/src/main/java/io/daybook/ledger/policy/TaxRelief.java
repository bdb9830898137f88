package io.daybook.ledger.policy;

/** Whether tax on what nobody paid in the end is claimed back from the authority ({@code ACCOUNTING.md} section 11). */
public enum TaxRelief {
  /** No: the tax stays owed. */
  NONE,
  /** Yes, dated at the loss. */
  CLAIMED
}
