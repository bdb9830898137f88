package io.daybook.simulation.month;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a processor's ledger.
 *
 * @param processor whose
 * @param id the processor's id
 * @param kind why
 * @param amountMinor positive into the merchant's balance
 * @param feeMinor what the processor keeps of it
 * @param at when
 * @param availableAt when it can be paid out
 * @param source the processor's id of what caused it
 * @param shopTransaction the shop's id of the transaction, if there is one
 * @param order the order, if there is one
 */
public record Movement(
    Processor processor,
    String id,
    Kind kind,
    long amountMinor,
    long feeMinor,
    Instant at,
    Instant availableAt,
    String source,
    Optional<Long> shopTransaction,
    Optional<Order> order) {
  /** Why a balance moves. */
  public enum Kind {
    /** A customer paid. */
    CHARGE,
    /** Money went back to a customer. */
    REFUND,
    /** A dispute took money, and a fee. */
    DISPUTE,
    /** A payout left. */
    PAYOUT
  }

  /** What the balance changed by. */
  public long netMinor() {
    return amountMinor - feeMinor;
  }
}
