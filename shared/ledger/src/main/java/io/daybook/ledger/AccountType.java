package io.daybook.ledger;

/** What an account is in the statements. */
public enum AccountType {
  /** Owned or owed to the merchant; debit is the normal side. */
  ASSET,
  /** Owed by the merchant. */
  LIABILITY,
  /** The owner's. */
  EQUITY,
  /** Earned. */
  REVENUE,
  /** Taken off what was earned: discounts, returns. */
  CONTRA_REVENUE,
  /** Spent. */
  EXPENSE,
  /** Gains and losses outside the trade. */
  OTHER
}
