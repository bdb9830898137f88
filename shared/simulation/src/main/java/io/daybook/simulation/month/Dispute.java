package io.daybook.simulation.month;

import java.time.Instant;

/**
 * The month's dispute, at Stripe: opened, money and fee withdrawn at once, lost later.
 *
 * @param id the processor's id
 * @param order the disputed order
 * @param payment the disputed payment
 * @param reason the processor's word, {@code fraudulent}
 * @param openedAt when it was opened
 * @param lostAt when it was lost
 * @param withdrawal the line of the ledger that took the money
 */
public record Dispute(
    String id,
    Order order,
    Payment payment,
    String reason,
    Instant openedAt,
    Instant lostAt,
    Movement withdrawal) {
  /** What the card network charges for a dispute, minor units. */
  public static final long FEE_MINOR = 1_500;
}
