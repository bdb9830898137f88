package io.daybook.events;

import java.util.Optional;

/**
 * One jurisdiction's tax on a line, as the platform computed it; never recomputed ({@code FAILURES.md} 26).
 *
 * @param jurisdiction who levies it
 * @param rate as the platform gave it, a decimal fraction such as {@code 0.0825}; empty if it gave none
 * @param minor minor units of the order's currency, at least 0
 * @param collector who owes it to the jurisdiction; the merchant if absent
 */
public record TaxAmount(
    Jurisdiction jurisdiction, String rate, long minor, Optional<Collector> collector) {
  /** Who owes a tax to its jurisdiction. */
  public enum Collector {
    /** The merchant: 2010. */
    MERCHANT,
    /** The marketplace or platform, which withholds it (cases 4 and 5): 2020. */
    FACILITATOR
  }

  /** Tax that the merchant owes. */
  public TaxAmount(Jurisdiction jurisdiction, String rate, long minor) {
    this(jurisdiction, rate, minor, Optional.empty());
  }

  /** Refuses a negative amount. */
  public TaxAmount {
    Amounts.requireNotNegative(minor, "tax");
  }
}
