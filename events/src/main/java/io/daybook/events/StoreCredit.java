package io.daybook.events;

import java.time.Instant;

/**
 * Credit that a shop gave a customer beside any order, or that lapsed (case 75).
 *
 * @param origin the shop
 * @param id the shop's id of the change
 * @param tender a gift card or store credit
 * @param change what happened to it
 * @param currency of the amount
 * @param amountMinor more than 0
 * @param at when
 */
public record StoreCredit(
    Origin origin,
    TransactionId id,
    Tender tender,
    Change change,
    CurrencyCode currency,
    long amountMinor,
    Instant at)
    implements Happening {
  /** What happened. */
  public enum Change {
    /** Given to make good: consideration payable to a customer (606-10-32-25). */
    GOODWILL,
    /** It cannot be spent any more. */
    LAPSED
  }

  /** Refuses an amount of 0 or less, and tenders that are no promise of the shop. */
  public StoreCredit {
    Amounts.requirePositive(amountMinor, "credit");
    if (tender != Tender.STORE_CREDIT && tender != Tender.GIFT_CARD) {
      throw new IllegalArgumentException(
          "tender is " + tender + ", expected a promise of the shop");
    }
  }

  @Override
  public FactKey key() {
    return new FactKey("store-credit", origin, id.value());
  }
}
