package io.daybook.ledger.policy;

/**
 * Foreign money.
 *
 * @param settled what a sale settled in another currency is worth (case 50); default what was settled
 */
public record ExchangePolicy(Settled settled) {
  /** What a sale settled in another currency is worth. */
  public enum Settled {
    /** What the processor settled. */
    SETTLEMENT_VALUE,
    /** What the order's rate said; the rest is 7000. */
    ORDER_RATE
  }

  /** What a book starts with. */
  public static ExchangePolicy standard() {
    return new ExchangePolicy(Settled.SETTLEMENT_VALUE);
  }
}
