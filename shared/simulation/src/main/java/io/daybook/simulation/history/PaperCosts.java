package io.daybook.simulation.history;

import io.daybook.events.Delivery;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.ItemCost;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order's goods cost, on paper: each unit for itself. */
final class PaperCosts {
  private final OrderState order;
  private final OrderParts parts;
  private final Habits habits;
  private final PaperArrivals arrivals;
  private final Page page;
  private final Map<String, Deque<Long>> out = new HashMap<>();

  PaperCosts(OrderState order, OrderParts parts, Habits habits, LocalDate today, Page page) {
    this.order = order;
    this.parts = parts;
    this.habits = habits;
    this.arrivals = new PaperArrivals(parts.all(Delivery.class), habits.trigger(), today);
    this.page = page;
  }

  void write(Collection<Fact> facts) {
    List<ItemCost> costs =
        facts.stream().filter(ItemCost.class::isInstance).map(ItemCost.class::cast).toList();
    for (Fulfilment parcel : parts.parcels()) {
      for (Fulfilment.Shipped part : parcel.lines()) {
        long unit = unitCost(line(part.line().value()), parcel.shippedAt(), costs);
        sent(parcel, part, unit);
      }
    }
    parts.all(Refund.class).stream()
        .sorted(Comparator.comparing(Refund::at))
        .forEach(refund -> refund.lines().forEach(line -> returned(refund.at(), line)));
  }

  private void sent(Fulfilment parcel, Fulfilment.Shipped part, long unit) {
    long cost = unit * part.quantity();
    Optional<Instant> arrived = arrivals.of(parcel);
    boolean onTheWay = habits.trigger() == Habits.Trigger.DELIVERY;
    page.debit(parcel.shippedAt(), onTheWay ? 1310 : 5000, cost)
        .credit(parcel.shippedAt(), 1300, cost);
    if (onTheWay) {
      arrived.ifPresent(at -> page.debit(at, 5000, cost).credit(at, 1310, cost));
    }
    int there = onTheWay && arrived.isEmpty() ? 1310 : 5000;
    parcel.cancelledAt().ifPresent(at -> page.debit(at, 1300, cost).credit(at, there, cost));
    if (parcel.cancelledAt().isEmpty()) {
      Deque<Long> units = out.computeIfAbsent(part.line().value(), _ -> new ArrayDeque<>());
      for (int one = 0; one < part.quantity(); one++) {
        units.add(unit);
      }
    }
  }

  private OrderLine line(String id) {
    return order.lines().stream()
        .filter(line -> line.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotWhole("no line " + id));
  }

  /** The cost in force when it left, else the first that came into force later. */
  private static long unitCost(OrderLine line, Instant left, List<ItemCost> costs) {
    List<ItemCost> of =
        costs.stream()
            .filter(cost -> line.sku().filter(cost.sku()::equals).isPresent())
            .sorted(Comparator.comparing(ItemCost::effectiveAt))
            .toList();
    Optional<ItemCost> inForce =
        of.stream().filter(cost -> !cost.effectiveAt().isAfter(left)).reduce((_, later) -> later);
    return inForce
        .or(() -> of.stream().findFirst())
        .map(cost -> cost.unitCost().movePointRight(2).longValueExact())
        .orElse(0L);
  }

  /** What left first comes back first. */
  private void returned(Instant at, Refund.Line back) {
    if (back.restock() == Refund.Restock.RETURN) {
      Deque<Long> units = out.getOrDefault(back.line().value(), new ArrayDeque<>());
      NotWhole.unless(units.size() >= back.quantity(), "more came back than was sent");
      for (int one = 0; one < back.quantity(); one++) {
        long cost = units.removeFirst();
        page.debit(at, 1300, cost).credit(at, 5000, cost);
      }
    }
  }
}
