package io.daybook.events;

import java.time.LocalDate;
import java.util.Optional;

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
 * @param run which computation this is: of several the latest counts, and posts the difference; 0 if absent
 */
public record CardBreakage(
    Origin origin,
    Reference id,
    Of of,
    To to,
    CurrencyCode currency,
    long minor,
    LocalDate on,
    Optional<Integer> run)
    implements State {
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

  /** The first of its name. */
  public CardBreakage(
      Origin origin, Reference id, Of of, To to, CurrencyCode currency, long minor, LocalDate on) {
    this(origin, id, of, to, currency, minor, on, Optional.empty());
  }

  /** Refuses what cannot be. */
  public CardBreakage {
    Amounts.requireNotNegative(minor, "breakage");
  }

  /** The run. */
  @Override
  public long version() {
    return run.orElse(0);
  }

  @Override
  public FactKey key() {
    return new FactKey("card-breakage", origin, id.value());
  }
}
