package io.daybook.reconciliation;

import io.daybook.ledger.OpenItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * From which day on meeting accounts are walked. What stood open when that day began is carried, like opening balances,
 * so that nothing before it need be read again; what was posted before it later is read by when it was recorded.
 *
 * @param from the first day that is walked
 * @param knownTo of the days before, everything recorded at or before this instant is in {@code carried}, or added up to
 *     zero
 * @param carried the items that stood open when {@code from} began, with their parts of the days before
 */
record Horizon(LocalDate from, Instant knownTo, List<OpenItem> carried) {
  /** How many items may be carried: past it the walk begins earlier instead. */
  static final int MAX_CARRIED = 200;

  Horizon {
    carried = List.copyOf(carried);
  }

  /** A part that may be folded away, and whose. */
  private record Folded(int item, OpenItem.Part part) {}

  /**
   * The latest horizon that carries few enough items.
   *
   * @param items all items, with every part since they last stood at zero or since {@code before}
   * @param knownTo what was recorded later may be incomplete, and is left for the next run
   * @param limit the horizon never passes this day
   */
  static Optional<Horizon> after(
      Optional<Horizon> before,
      List<OpenItem> items,
      Instant knownTo,
      LocalDate limit,
      int maxCarried) {
    TreeMap<LocalDate, List<Folded>> days = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      for (OpenItem.Part part : items.get(i).parts()) {
        if (!part.recordedAt().isAfter(knownTo)) {
          days.computeIfAbsent(part.day(), day -> new ArrayList<>()).add(new Folded(i, part));
        }
      }
    }
    Map<Integer, List<OpenItem.Part>> held = new HashMap<>();
    Set<Integer> open = new HashSet<>();
    Optional<LocalDate> best = Optional.empty();
    for (Map.Entry<LocalDate, List<Folded>> day : days.headMap(limit).entrySet()) {
      for (Folded folded : day.getValue()) {
        List<OpenItem.Part> parts = held.computeIfAbsent(folded.item(), i -> new ArrayList<>());
        parts.add(folded.part());
        if (Meeting.settled(parts)) {
          open.remove(folded.item());
        } else {
          open.add(folded.item());
        }
      }
      LocalDate next = day.getKey().plusDays(1);
      boolean notBack = before.isEmpty() || !next.isBefore(before.get().from());
      if (open.size() <= maxCarried && notBack) {
        best = Optional.of(next);
      }
    }
    return best.or(() -> before.map(Horizon::from))
        .map(from -> new Horizon(from, knownTo, carried(items, knownTo, from)));
  }

  private static List<OpenItem> carried(List<OpenItem> items, Instant knownTo, LocalDate from) {
    List<OpenItem> carried = new ArrayList<>();
    for (OpenItem item : items) {
      List<OpenItem.Part> parts =
          item.parts().stream()
              .filter(part -> part.day().isBefore(from) && !part.recordedAt().isAfter(knownTo))
              .toList();
      if (!Meeting.settled(parts)) {
        carried.add(new OpenItem(item.account(), item.currency(), item.reference(), parts));
      }
    }
    return carried;
  }
}
