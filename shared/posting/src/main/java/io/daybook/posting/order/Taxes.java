package io.daybook.posting.order;

import io.daybook.ledger.AccountCode;
import io.daybook.posting.share.LargestRemainder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tax that 2010 holds of several pots together, taken by jurisdiction and then by pot (rule A3). */
final class Taxes {
  private final List<TaxPot> pots;

  private Taxes(List<TaxPot> pots) {
    this.pots = pots;
  }

  /** All tax of the parts, delivered or not. */
  static Taxes of(List<Part> parts) {
    return new Taxes(
        parts.stream()
            .flatMap(part -> Stream.of(part.undelivered().owedTax(), part.keptTax()))
            .toList());
  }

  /** Tax of these pots. */
  static Taxes in(List<TaxPot> pots) {
    return new Taxes(List.copyOf(pots));
  }

  long totalMinor() {
    return pots.stream().mapToLong(TaxPot::totalMinor).sum();
  }

  /** Takes up to an amount, by largest remainder over the jurisdictions, ties by their ids. */
  SortedMap<AccountCode, Long> take(long atMost) {
    SortedMap<AccountCode, Long> weights = new TreeMap<>();
    pots.forEach(pot ->
        pot.byAccount().forEach((account, minor) -> weights.merge(account, minor, Math::addExact)));
    long total = weights.values().stream().reduce(0L, Math::addExact);
    SortedMap<AccountCode, Long> taken = LargestRemainder.split(Math.min(atMost, total), weights);
    taken.forEach(this::takeFromPots);
    return taken;
  }

  private void takeFromPots(AccountCode account, long minor) {
    List<Long> shares =
        LargestRemainder.split(minor, pots.stream().map(pot -> pot.of(account)).toList());
    for (int place = 0; place < pots.size(); place++) {
      pots.get(place).add(account, -shares.get(place));
    }
  }
}
