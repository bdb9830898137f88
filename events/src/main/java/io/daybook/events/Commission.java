package io.daybook.events;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An affiliate's commission (case 93): owed from recognition, gone if the order is returned, paid by a bank line.
 *
 * @param origin the affiliate programme
 * @param id its id of the commission
 * @param version grows with each change
 * @param currency of the amounts
 * @param minor at least 0
 * @param accruedOn when the sale was recognised
 * @param reversedOn when the order was returned
 */
public record Commission(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    long minor,
    LocalDate accruedOn,
    Optional<LocalDate> reversedOn)
    implements State {
  /** Refuses what cannot be. */
  public Commission {
    Amounts.requireNotNegative(minor, "commission");
  }

  @Override
  public FactKey key() {
    return new FactKey("commission", origin, id.value());
  }
}
