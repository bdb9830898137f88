package io.daybook.events;

import java.time.LocalDate;

/**
 * Stock was counted, lost, written down, or costed late (cases 88, 90).
 *
 * @param origin the shop or warehouse
 * @param id its id of the adjustment
 * @param kind what happened
 * @param currency of the amounts
 * @param valueMinor the cost of the units concerned, at least 0
 * @param on when
 */
public record StockAdjustment(
    Origin origin, Reference id, Kind kind, CurrencyCode currency, long valueMinor, LocalDate on)
    implements Happening {
  /** What happened to stock. */
  public enum Kind {
    /** Counted less than the books have: 5010. */
    SHORT,
    /** Counted more. */
    FOUND,
    /** Worth less than it cost: 5010. */
    WRITTEN_DOWN,
    /** Worth more again after it was written down, at most what it cost: back from 5010. */
    WRITTEN_UP,
    /** Went again, for the first parcel was lost: 5010. */
    LOST_PARCEL,
    /** Sold before its cost was known: 5000. */
    COSTED_LATE
  }

  /** Refuses what cannot be. */
  public StockAdjustment {
    Amounts.requireNotNegative(valueMinor, "value");
  }

  @Override
  public FactKey key() {
    return new FactKey("stock-adjustment", origin, id.value());
  }
}
