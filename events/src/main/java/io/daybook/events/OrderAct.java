package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What a named person decides about an order, which no platform tells.
 *
 * @param origin the shop
 * @param id names the act
 * @param order the order
 * @param at when it counts
 * @param by who decided
 * @param reason why, in his words
 * @param act what was decided
 * @param refund the refund that is withdrawn, for that act
 */
public record OrderAct(
    Origin origin,
    TransactionId id,
    OrderId order,
    Instant at,
    String by,
    String reason,
    Act act,
    Optional<RefundId> refund)
    implements Happening {
  /** What can be decided. */
  public enum Act {
    /** What the customer owes is a bad debt (case 60). */
    WRITE_OFF,
    /** What was paid for goods that are not sent is kept (case 74). */
    FORFEIT,
    /** A refund that was granted and is not paid is not granted after all (case 33). */
    WITHDRAW_REFUND
  }

  /** Refuses an act of nobody. */
  public OrderAct {
    Text.requireId(by, "person");
  }

  @Override
  public FactKey key() {
    return new FactKey("order-act", origin, id.value());
  }

  @Override
  public Fact money() {
    return new OrderAct(origin, id, order, at, "-", "", act, refund);
  }
}
