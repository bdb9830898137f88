package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a seal's entries add up to, stored once with the seal (DESIGN promise 8): a balance is the sum over the seals and
 * the entries not yet sealed. Nothing is incremented, so nothing can count twice.
 *
 * @param seal its number, 1, 2, 3 …
 * @param cut every entry recorded at or before this instant is in this seal or an earlier one; at least {@link
 *     TrialBalance#SETTLES_AFTER} past when the seal was made
 * @param totals in order; none is zero in both amounts
 */
public record SealTotals(int seal, Instant cut, List<Total> totals) {
  /** What totals have of entries without dimensions. */
  public static final String NO_DIMENSION = "";

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::account)
          .thenComparing(Key::currency)
          .thenComparing(Key::dimension)
          .thenComparing(Key::day);

  /**
   * A net total.
   *
   * @param account where
   * @param currency of the amount
   * @param dimension what splits the account: the entry's dimensions as they are written; {@link #NO_DIMENSION} if it has
   *     none
   * @param day the accounting day
   * @param minor in the currency, debit positive
   * @param valueMinor in the book's currency
   */
  public record Total(
      AccountCode account,
      CurrencyCode currency,
      String dimension,
      LocalDate day,
      long minor,
      long valueMinor) {}

  private record Key(AccountCode account, CurrencyCode currency, String dimension, LocalDate day) {}

  /** Refuses a seal number below 1; copies the list. */
  public SealTotals {
    if (seal < 1) {
      throw new IllegalArgumentException("seal " + seal + ", expected at least 1");
    }
    totals = List.copyOf(totals);
  }

  /** The totals of what a seal seals. */
  public static SealTotals of(int seal, Instant cut, List<Step> sealed) {
    TreeMap<Key, Sum> sums = new TreeMap<>(ORDER);
    for (Step step : sealed) {
      step.entry()
          .ifPresent(entry -> {
            String of = entry.dimensions().map(Dimensions::toString).orElse(NO_DIMENSION);
            for (Leg leg : entry.legs()) {
              Key key = new Key(leg.account(), leg.currency(), of, entry.day());
              sums.merge(key, new Sum(leg.minor(), leg.valueMinor()), Sum::plus);
            }
          });
    }
    sums.values().removeIf(Sum::zero);
    return new SealTotals(
        seal,
        cut,
        sums.entrySet().stream()
            .map(sum ->
                new Total(
                    sum.getKey().account(),
                    sum.getKey().currency(),
                    sum.getKey().dimension(),
                    sum.getKey().day(),
                    sum.getValue().minor(),
                    sum.getValue().valueMinor()))
            .toList());
  }
}
