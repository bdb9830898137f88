package io.daybook.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A payment that the shop says an order received: a successful sale or capture, never an authorisation (case 73).
 *
 * @param origin the shop
 * @param id the shop's id of the transaction
 * @param order the order that it pays
 * @param gateway who took it; {@link #GIFT_CARD} is a tender of its own
 * @param currency the order's
 * @param amountMinor more than 0
 * @param at when it was processed
 * @param reference what the processor knows it by
 * @param tender what it is paid with, if the platform says; else the gateway and the book's policy do
 * @param taxMinor the tax in it, if the platform gives a figure for this capture or invoice (cases 62 and 74)
 * @param roundingMinor by how much a cash total was rounded up (or, negative, down), in the amount (case 95)
 * @param presentment what the customer paid in his own currency, if that is another; metadata
 * @param drawer where cash lies, as the platform names the place: the qualifier of account 1020; context, for not every
 *     telling says it
 */
public record OrderPayment(
    Origin origin,
    TransactionId id,
    OrderId order,
    Gateway gateway,
    CurrencyCode currency,
    long amountMinor,
    Instant at,
    Reference reference,
    Optional<Tender> tender,
    Optional<Long> taxMinor,
    Optional<Long> roundingMinor,
    Optional<Exchanged> presentment,
    Optional<String> drawer)
    implements Happening {
  /** The tender "gift card", which redeems a liability and moves no money. */
  public static final Gateway GIFT_CARD = new Gateway("gift_card");

  /** The tender "store credit", as Shopify names it; a promise of the shop too. */
  public static final Gateway STORE_CREDIT = new Gateway("shopify_store_credit");

  /** A payment of which nothing more is said. */
  public OrderPayment(
      Origin origin,
      TransactionId id,
      OrderId order,
      Gateway gateway,
      CurrencyCode currency,
      long amountMinor,
      Instant at,
      Reference reference) {
    this(
        origin,
        id,
        order,
        gateway,
        currency,
        amountMinor,
        at,
        reference,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A payment in the currency that the customer saw. */
  public OrderPayment(
      Origin origin,
      TransactionId id,
      OrderId order,
      Gateway gateway,
      CurrencyCode currency,
      long amountMinor,
      Instant at,
      Reference reference,
      Optional<Tender> tender,
      Optional<Long> taxMinor,
      Optional<Long> roundingMinor) {
    this(
        origin,
        id,
        order,
        gateway,
        currency,
        amountMinor,
        at,
        reference,
        tender,
        taxMinor,
        roundingMinor,
        Optional.empty());
  }

  /** A payment whose place does not matter. */
  public OrderPayment(
      Origin origin,
      TransactionId id,
      OrderId order,
      Gateway gateway,
      CurrencyCode currency,
      long amountMinor,
      Instant at,
      Reference reference,
      Optional<Tender> tender,
      Optional<Long> taxMinor,
      Optional<Long> roundingMinor,
      Optional<Exchanged> presentment) {
    this(
        origin,
        id,
        order,
        gateway,
        currency,
        amountMinor,
        at,
        reference,
        tender,
        taxMinor,
        roundingMinor,
        presentment,
        Optional.empty());
  }

  /** Refuses an amount of 0 or less, and a drawer that is no id. */
  public OrderPayment {
    drawer.ifPresent(said -> Text.requireId(said, "drawer"));
    Amounts.requirePositive(amountMinor, "payment");
  }

  @Override
  public FactKey key() {
    return new FactKey("order-payment", origin, id.value());
  }

  @Override
  public Fact money() {
    return new OrderPayment(
        origin,
        id,
        order,
        gateway,
        currency,
        amountMinor,
        at,
        reference,
        tender,
        taxMinor,
        roundingMinor,
        Optional.empty(),
        Optional.empty());
  }
}
