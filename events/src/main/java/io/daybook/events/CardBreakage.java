package io.daybook.events;

import java.time.LocalDate;

/**
 * Gift-card or store-credit money that nobody will claim (cases 15, 75): income, or owed to the state.
 *
 * @param origin the shop
 * @param id names the release
 * @param of what lapses
 * @param to whose it becomes
 * @param currency of the amounts
 * @param minor at least 0
 * @param on when
 */
public record CardBreakage(
    Origin origin, Reference id, Of of, To to, CurrencyCode currency, long minor, LocalDate on)
    implements Happening {
  /** What lapses. */
  public enum Of {
    /** 2200. */
    GIFT_CARDS,
    /** 2210. */
    STORE_CREDIT
  }

  /** Whose it becomes. */
  public enum To {
    /** The merchant's: 4020, in proportion to redemptions. */
    INCOME,
    /** Unclaimed property: 2050. */
    STATE
  }

  /** Refuses what cannot be. */
  public CardBreakage {
    Amounts.requireNotNegative(minor, "breakage");
  }

  @Override
  public FactKey key() {
    return new FactKey("card-breakage", origin, id.value());
  }
}
