package io.daybook.ledger.policy;

/** When tax on a sale becomes due to its authority ({@code ACCOUNTING.md} section 11, rule A4). */
public enum TaxPoint {
  /** At payment, or supply if that is earlier. */
  PAYMENT,
  /** At payment, invoice or supply, whichever is first: VAT shown on an issued invoice is owed (case 63). */
  INVOICE,
  /** With the sale, on the day that the platform taxed it: a deposit has no tax, the payment that completes has all. */
  SALE,
  /** At supply, even if prepaid (One-Stop-Shop as Austria files it): 2010 holds it from payment on, undated. */
  SUPPLY
}
