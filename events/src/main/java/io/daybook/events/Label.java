package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A shipping label as its provider shows it: bought, charged, refunded (cases 19 to 22, 25).
 *
 * @param origin the provider of labels
 * @param id the provider's id of the label
 * @param version milliseconds since 1970 of its last change
 * @param purpose which way the parcel goes
 * @param paidFrom what the provider charged
 * @param currency of the amounts
 * @param costMinor what it cost, at least 0
 * @param chargedAt when it was charged: at purchase, a return label when it is scanned
 * @param refundedAt when a void was confirmed; one that is only submitted has none
 */
public record Label(
    Origin origin,
    Reference id,
    long version,
    Purpose purpose,
    PaidFrom paidFrom,
    CurrencyCode currency,
    long costMinor,
    Optional<Instant> chargedAt,
    Optional<Instant> refundedAt)
    implements State {
  /** Which way a parcel goes. */
  public enum Purpose {
    /** To the customer. */
    OUTBOUND,
    /** Back to the merchant. */
    RETURN
  }

  /** Refuses what cannot be. */
  public Label {
    Amounts.requireNotNegative(costMinor, "cost");
  }

  @Override
  public FactKey key() {
    return new FactKey("label", origin, id.value());
  }
}
