package io.daybook.ledger.policy;

/**
 * What stock is worth.
 *
 * @param writeDownReversal whether stock that was written down may be written up again, at most to its cost
 *     ({@code ACCOUNTING.md} section 11): IAS 2 demands it, US GAAP forbids it; default allowed
 */
public record StockPolicy(WriteDownReversal writeDownReversal) {
  /** Whether a write-down can be taken back. */
  public enum WriteDownReversal {
    /** It can (IAS 2.33, UK GAAP). */
    ALLOWED,
    /** It cannot (ASC 330-10-35-14): what is told of one is an exception and not posted. */
    NOT_ALLOWED
  }

  /** What a book starts with. */
  public static StockPolicy standard() {
    return new StockPolicy(WriteDownReversal.ALLOWED);
  }
}
