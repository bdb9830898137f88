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
 * @param refundedMinor what came back, at most the cost; all of it if absent
 * @param order the shop's number of the order that it is for, if the provider tells; context only
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
    Optional<Instant> refundedAt,
    Optional<Long> refundedMinor,
    Optional<Reference> order)
    implements State {
  /** Which way a parcel goes. */
  public enum Purpose {
    /** To the customer. */
    OUTBOUND,
    /** Back to the merchant. */
    RETURN
  }

  /** A label of which all comes back if it is refunded, and of which no order is told. */
  public Label(
      Origin origin,
      Reference id,
      long version,
      Purpose purpose,
      PaidFrom paidFrom,
      CurrencyCode currency,
      long costMinor,
      Optional<Instant> chargedAt,
      Optional<Instant> refundedAt) {
    this(
        origin,
        id,
        version,
        purpose,
        paidFrom,
        currency,
        costMinor,
        chargedAt,
        refundedAt,
        Optional.empty(),
        Optional.empty());
  }

  /** Refuses what cannot be. */
  public Label {
    Amounts.requireNotNegative(costMinor, "cost");
    if (refundedMinor.isPresent()) {
      Amounts.requireNotNegative(refundedMinor.get(), "refund");
      if (refundedMinor.get() > costMinor) {
        throw new IllegalArgumentException(
            "refund is " + refundedMinor.get() + ", more than the cost " + costMinor);
      }
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("label", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Label(
        origin,
        id,
        version,
        purpose,
        paidFrom,
        currency,
        costMinor,
        chargedAt,
        refundedAt,
        refundedMinor,
        Optional.empty());
  }
}
