package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.util.List;
import java.util.SortedMap;

/**
 * The proof of a book's balances (DESIGN promise 8): all accounts add up to zero, and every seal's stored totals are
 * those of its entries.
 *
 * @param valueMinor the sum of all accounts in the book's currency; 0 if it holds
 * @param amounts the sum of all accounts in each currency; all 0 if it holds
 * @param wrongSeals the seals whose totals are not those of the entries recorded up to their cut
 */
public record BalanceProof(
    long valueMinor, SortedMap<CurrencyCode, Long> amounts, List<Integer> wrongSeals) {
  /** Copies the list. */
  public BalanceProof {
    wrongSeals = List.copyOf(wrongSeals);
  }

  /** Whether the balances are proven. */
  public boolean holds() {
    return valueMinor == 0
        && wrongSeals.isEmpty()
        && amounts.values().stream().allMatch(sum -> sum == 0);
  }
}
