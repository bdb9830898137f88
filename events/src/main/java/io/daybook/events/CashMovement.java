package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Cash went into or out of a drawer other than by a sale (cases 68 to 71).
 *
 * @param origin the point of sale
 * @param id its id of the movement
 * @param drawer the drawer or location: the qualifier of its account 1020
 * @param kind what happened
 * @param currency of the amounts
 * @param minor at least 0, but for COUNTED: counted less expected
 * @param account for PAID_OUT: the account that its reason is mapped to
 * @param at when
 */
public record CashMovement(
    Origin origin,
    Reference id,
    String drawer,
    Kind kind,
    CurrencyCode currency,
    long minor,
    Optional<String> account,
    Instant at)
    implements Happening {
  /** What happened to cash. */
  public enum Kind {
    /** Change was brought: 1007. */
    PAID_IN,
    /** Something was paid from the drawer. */
    PAID_OUT,
    /** Tips were handed to staff: 2220. */
    TIPS_PAID,
    /** The drawer was closed and counted: over or short goes to 6040. */
    COUNTED,
    /** Cash went to the bank: its line meets it on 1007. */
    BANKED
  }

  @Override
  public FactKey key() {
    return new FactKey("cash-movement", origin, id.value());
  }
}
