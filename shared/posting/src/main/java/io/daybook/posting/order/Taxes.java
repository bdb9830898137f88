package io.daybook.posting.order;

import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.LargestRemainder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tax that 2010 holds of several pots together, taken by jurisdiction and then by pot (rule A3). */
final class Taxes {
  private final List<TaxPot> undelivered;
  private final List<TaxPot> delivered;

  private Taxes(List<TaxPot> undelivered, List<TaxPot> delivered) {
    this.undelivered = undelivered;
    this.delivered = delivered;
  }

  /** All tax of the parts, delivered or not. */
  static Taxes of(List<Part> parts) {
    return new Taxes(
        parts.stream().map(part -> part.undelivered().owedTax()).toList(),
        parts.stream().map(Part::keptTax).toList());
  }

  /** Tax on what is not delivered. */
  static Taxes undelivered(List<Part> parts) {
    return new Taxes(parts.stream().map(part -> part.undelivered().owedTax()).toList(), List.of());
  }

  /** Tax on what is delivered and kept. */
  static Taxes delivered(List<Part> parts) {
    return new Taxes(List.of(), parts.stream().map(Part::keptTax).toList());
  }

  private List<TaxPot> pots() {
    List<TaxPot> pots = new ArrayList<>(undelivered);
    pots.addAll(delivered);
    return pots;
  }

  long totalMinor() {
    return pots().stream().mapToLong(TaxPot::totalMinor).sum();
  }

  /** Takes up to an amount, by largest remainder over the jurisdictions, ties by their ids, and owes it no longer. */
  void giveBack(long atMost, Legs legs) {
    take(atMost)
        .forEach((key, minor) -> {
          List<Long> shares = takeFromPots(key, minor);
          for (int place = 0; place < shares.size(); place++) {
            Map<TaxKey, Long> share = Map.of(key, shares.get(place));
            if (place < undelivered.size()) {
              TaxKey.release(share, legs);
            } else {
              TaxKey.giveBack(share, legs);
            }
          }
        });
  }

  /** Takes up to an amount that stays owed: nobody will ask it back. */
  void forgo(long atMost) {
    take(atMost).forEach(this::takeFromPots);
  }

  private SortedMap<TaxKey, Long> take(long atMost) {
    SortedMap<TaxKey, Long> weights = new TreeMap<>();
    pots()
        .forEach(
            pot -> pot.byKey().forEach((key, minor) -> weights.merge(key, minor, Math::addExact)));
    long total = weights.values().stream().reduce(0L, Math::addExact);
    return LargestRemainder.split(Math.min(atMost, total), weights);
  }

  private List<Long> takeFromPots(TaxKey key, long minor) {
    List<TaxPot> pots = pots();
    List<Long> shares =
        LargestRemainder.split(minor, pots.stream().map(pot -> pot.of(key)).toList());
    for (int place = 0; place < pots.size(); place++) {
      pots.get(place).add(key, -shares.get(place));
    }
    return shares;
  }
}
