package io.daybook.events;

import java.time.Instant;
import java.util.List;

/**
 * A merchant's edit of a placed order: which quantities were added or removed, and when. The amounts are in the {@link
 * OrderState}; this says since when they count (rule A11, {@code FAILURES.md} 21).
 *
 * @param origin the shop
 * @param id the platform's id of the edit
 * @param order the edited order
 * @param committedAt when it took effect
 * @param additions quantities added, by line
 * @param removals quantities removed, by line
 */
public record OrderEdit(
    Origin origin,
    TransactionId id,
    OrderId order,
    Instant committedAt,
    List<Change> additions,
    List<Change> removals)
    implements Happening {
  /** A quantity of a line, more than 0. */
  public record Change(LineId line, int quantity) {
    /** Refuses a quantity below 1. */
    public Change {
      Amounts.requirePositive(quantity, "quantity");
    }
  }

  /** Copies the lists. */
  public OrderEdit {
    additions = List.copyOf(additions);
    removals = List.copyOf(removals);
  }

  @Override
  public FactKey key() {
    return new FactKey("order-edit", origin, id.value());
  }
}
