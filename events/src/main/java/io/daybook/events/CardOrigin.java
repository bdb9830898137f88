package io.daybook.events;

import java.util.List;

/**
 * Where the gift card of a payment came from, told to the order by whoever knows the shop's cards (rule A7). A payment of
 * which nobody tells is taken for one with a card that was sold at its value.
 *
 * @param origin the shop
 * @param payment the shop's id of the payment
 * @param order the order that it pays
 * @param version grows with what is known of the card
 * @param source how the card came to be
 * @param valueMinor what the card was worth when it was new, more than 0
 * @param usedMinor what was redeemed of it before this payment, at least 0
 * @param discountMinor by how much it was sold below its value (2205, case 76), at least 0
 * @param taxes the tax that was paid when it was sold: a single-purpose voucher (case 76)
 */
public record CardOrigin(
    Origin origin,
    TransactionId payment,
    OrderId order,
    long version,
    Source source,
    long valueMinor,
    long usedMinor,
    long discountMinor,
    List<TaxAmount> taxes)
    implements State {
  /** How a gift card came to be. */
  public enum Source {
    /** A customer bought it. */
    SOLD,
    /** It was a refund. */
    REFUND,
    /** It was given to make good, and booked when it was given (case 75). */
    GOODWILL,
    /** It was given away, and never booked: a discount (case 10). */
    PROMO,
    /** Nobody knows: taken for sold, and an exception. */
    UNKNOWN
  }

  /** Refuses a card without value and negative amounts. */
  public CardOrigin {
    Amounts.requirePositive(valueMinor, "value of a card");
    Amounts.requireNotNegative(usedMinor, "used of a card");
    Amounts.requireNotNegative(discountMinor, "discount on a card");
    taxes = List.copyOf(taxes);
  }

  @Override
  public FactKey key() {
    return new FactKey("card-origin", origin, payment.value());
  }
}
