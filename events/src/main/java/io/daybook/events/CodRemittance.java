package io.daybook.events;

import java.time.LocalDate;
import java.util.List;

/**
 * A carrier hands over what it collected on delivery, less its fee (case 57). The bank line meets it on 1007.
 *
 * @param origin the carrier
 * @param id its id of the remittance
 * @param version grows with each correction
 * @param currency of the amounts
 * @param collected by order
 * @param feeMinor what it keeps
 * @param on when
 */
public record CodRemittance(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    List<Collected> collected,
    long feeMinor,
    LocalDate on)
    implements State {
  /**
   * What was collected for an order.
   *
   * @param order the shop's id of the order
   * @param minor collected
   */
  public record Collected(Reference order, long minor) {}

  /** Copies the list. */
  public CodRemittance {
    collected = List.copyOf(collected);
  }

  @Override
  public FactKey key() {
    return new FactKey("cod-remittance", origin, id.value());
  }
}
