package io.daybook.events;

/**
 * One jurisdiction's tax on a line, as the platform computed it; never recomputed ({@code FAILURES.md} 26).
 *
 * @param jurisdiction who levies it
 * @param rate as the platform gave it, a decimal fraction such as {@code 0.0825}; empty if it gave none
 * @param minor minor units of the order's currency, at least 0
 */
public record TaxAmount(Jurisdiction jurisdiction, String rate, long minor) {
  /** Refuses a negative amount. */
  public TaxAmount {
    Amounts.requireNotNegative(minor, "tax");
  }
}
