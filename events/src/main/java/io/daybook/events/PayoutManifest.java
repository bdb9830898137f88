package io.daybook.events;

import java.util.List;

/**
 * A chunk of the list of balance transactions that the processor says a payout consists of, without the payout's own
 * line. A payout is proven against all chunks of one reading together.
 *
 * @param origin the processor's account
 * @param payout the payout
 * @param version how many transactions the whole reading has; a list only grows. All chunks of a reading share it
 * @param chunk this one's place, from 1
 * @param chunks how many the reading has
 * @param currency of the nets
 * @param items the transactions
 */
public record PayoutManifest(
    Origin origin,
    PayoutId payout,
    long version,
    int chunk,
    int chunks,
    CurrencyCode currency,
    List<Item> items)
    implements State {
  /** A balance transaction and what it changed the balance by, in minor units. */
  public record Item(TransactionId id, Movement movement, long amountMinor, long netMinor) {}

  /** Refuses a chunk outside its reading, and more than 500 items. */
  public PayoutManifest {
    if (chunk < 1 || chunk > chunks) {
      throw new IllegalArgumentException("chunk " + chunk + " of " + chunks);
    }
    if (items.size() > 500) {
      throw new IllegalArgumentException(items.size() + " items in a chunk, expected at most 500");
    }
    items = List.copyOf(items);
  }

  @Override
  public FactKey key() {
    return new FactKey("payout-manifest", origin, payout.value() + "/" + chunk);
  }
}
