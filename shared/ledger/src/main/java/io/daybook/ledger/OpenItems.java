package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers, from steps, what was posted on meeting accounts by reference. Each step once. */
public final class OpenItems {
  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::account)
          .thenComparing(Key::currency)
          .thenComparing(key -> key.reference().value());

  private record Key(AccountCode account, CurrencyCode currency, Reference reference) {}

  private final Set<Integer> accounts;
  private final Map<Key, List<OpenItem.Part>> parts = new TreeMap<>(ORDER);

  /** Nothing yet, for the accounts of these numbers. */
  public OpenItems(Set<Integer> accounts) {
    this.accounts = Set.copyOf(accounts);
  }

  /** Adds what a step posted under references. */
  public void add(Step step) {
    step.entry().ifPresent(entry -> add(step, entry));
  }

  /** Adds what was gathered before. */
  public void add(OpenItem before) {
    list(new Key(before.account(), before.currency(), before.reference())).addAll(before.parts());
  }

  /** All that was gathered, open or not, by account, currency and reference. */
  public List<OpenItem> all() {
    return parts.entrySet().stream()
        .map(item -> item.getKey())
        .map(key -> new OpenItem(key.account(), key.currency(), key.reference(), list(key)))
        .toList();
  }

  private void add(Step step, Entry entry) {
    Map<Key, Sum> sums = new TreeMap<>(ORDER);
    for (Leg leg : entry.legs()) {
      if (accounts.contains(leg.account().number()) && leg.reference().isPresent()) {
        Key key = new Key(leg.account(), leg.currency(), leg.reference().get());
        sums.merge(key, new Sum(leg.minor(), leg.valueMinor()), Sum::plus);
      }
    }
    sums.values().removeIf(Sum::zero);
    sums.forEach((key, sum) ->
        list(key)
            .add(
                new OpenItem.Part(
                    step.subject(),
                    step.number(),
                    entry.occasion(),
                    entry.happenedAt(),
                    entry.day(),
                    step.recordedAt(),
                    sum.minor(),
                    sum.valueMinor())));
  }

  private List<OpenItem.Part> list(Key key) {
    return parts.computeIfAbsent(key, k -> new ArrayList<>());
  }
}
