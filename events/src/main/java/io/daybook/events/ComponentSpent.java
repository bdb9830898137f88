package io.daybook.events;

import java.time.Instant;

/**
 * What was collected with an order and is not there any more: a later refund or lost dispute of it is an expense (rule
 * A10).
 *
 * @param origin the shop
 * @param order the order
 * @param component what was spent
 * @param spentMinor how much in all so far, at least 0
 * @param at since when
 */
public record ComponentSpent(
    Origin origin, OrderId order, Component component, long spentMinor, Instant at)
    implements State {
  /** What can be spent. */
  public enum Component {
    /** The tip was paid to staff: taking it back is a petty expense, 6060. */
    TIP,
    /** The duties were billed by the carrier: 5120. */
    DUTIES,
    /** The gift cards sold were redeemed: 6010. */
    GIFT_CARDS
  }

  /** Refuses a negative amount. */
  public ComponentSpent {
    Amounts.requireNotNegative(spentMinor, "spent");
  }

  /** Milliseconds since 1970 of {@link #at}. */
  @Override
  public long version() {
    return at.toEpochMilli();
  }

  @Override
  public FactKey key() {
    return new FactKey("component-spent", origin, order.value() + "/" + component);
  }
}
