package io.daybook.events;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A claim for a lost or damaged parcel, once the carrier or insurer accepted it (case 90).
 *
 * @param origin the carrier or insurer
 * @param id its id of the claim
 * @param version grows with each change
 * @param currency of the amounts
 * @param acceptedMinor what it will pay
 * @param goodsMinor the cost of the goods lost
 * @param postageMinor the postage lost; what is accepted above the loss is other income
 * @param acceptedOn when it was accepted
 * @param paidOn when it was paid
 * @param paidTo where to
 */
public record CarrierClaim(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    long acceptedMinor,
    long goodsMinor,
    long postageMinor,
    LocalDate acceptedOn,
    Optional<LocalDate> paidOn,
    PaidTo paidTo)
    implements State {
  /** Where a claim is paid to. */
  public enum PaidTo {
    /** The prepaid postage wallet. */
    WALLET,
    /** The bank: its line meets it on 1007. */
    BANK
  }

  @Override
  public FactKey key() {
    return new FactKey("carrier-claim", origin, id.value());
  }
}
