package io.daybook.sources.square;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Fulfilment.Shipped;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.Origin;
import io.daybook.sources.json.Parked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When goods reach the customer: what is to be picked up, delivered or sent, when its fulfilment says so; everything else
 * over the counter, when the order is closed (case 66).
 */
final class HandedOver {
  private final Told order;
  private final Origin origin;
  private final Map<LineId, Integer> left = new LinkedHashMap<>();

  private HandedOver(Told order, Origin origin, List<OrderLine> lines) {
    this.order = order;
    this.origin = origin;
    lines.stream()
        .filter(line -> line.kind() == OrderLine.Kind.GOODS)
        .forEach(line -> left.put(line.id(), line.quantity()));
  }

  static List<Fact> of(Told order, Origin origin, List<OrderLine> lines, boolean isClosed) {
    return new HandedOver(order, origin, lines).facts(isClosed);
  }

  private List<Fact> facts(boolean isClosed) {
    List<Fact> facts = new ArrayList<>();
    for (Told fulfilment : order.list("fulfillments")) {
      List<Shipped> lines = take(fulfilment);
      at(fulfilment)
          .filter(_ -> !lines.isEmpty())
          .ifPresent(
              at -> facts.add(parcel(fulfilment.maybeWord("uid").orElse("fulfilment"), at, lines)));
    }
    List<Shipped> counter = new ArrayList<>();
    left.forEach((line, units) -> {
      if (units > 0) {
        counter.add(new Shipped(line, units));
      }
    });
    if (isClosed && !counter.isEmpty()) {
      Instant at = order.maybeTime("closed_at").orElseGet(() -> order.time("updated_at"));
      facts.add(parcel("counter", at, counter));
    }
    return facts;
  }

  /** What a fulfilment holds: all that is left, or its own list. One that was called off holds nothing. */
  private List<Shipped> take(Told fulfilment) {
    List<Shipped> taken = new ArrayList<>();
    switch (fulfilment.maybeWord("state").orElse("PROPOSED")) {
      case "CANCELED", "FAILED" -> {
        return taken;
      }
      case "PROPOSED", "RESERVED", "PREPARED", "COMPLETED" -> {}
      case String other -> throw Parked.word("square fulfillment state", other);
    }
    if (fulfilment.maybeWord("line_item_application").filter("ENTRY_LIST"::equals).isPresent()) {
      for (Told entry : fulfilment.list("entries")) {
        LineId line = entry.id("line_item_uid", LineId::new);
        int units = OrderLines.units(entry.field().at("quantity").decimal());
        add(line, Math.min(units, left.getOrDefault(line, 0)), taken);
      }
    } else {
      List.copyOf(left.keySet()).forEach(line -> add(line, left.getOrDefault(line, 0), taken));
    }
    return taken;
  }

  private void add(LineId line, int units, List<Shipped> taken) {
    if (units > 0) {
      taken.add(new Shipped(line, units));
      left.merge(line, -units, Math::addExact);
    }
  }

  /** When it was handed over, if it was. */
  private Optional<Instant> at(Told fulfilment) {
    if (fulfilment.maybeWord("state").filter("COMPLETED"::equals).isEmpty()) {
      return Optional.empty();
    }
    return time(fulfilment, "pickup_details", "picked_up_at")
        .or(() -> time(fulfilment, "shipment_details", "shipped_at"))
        .or(() -> time(fulfilment, "delivery_details", "delivered_at"))
        .or(() -> time(fulfilment, "delivery_details", "completed_at"))
        .or(() -> order.maybeTime("closed_at"))
        .or(() -> order.maybeTime("updated_at"));
  }

  private static Optional<Instant> time(Told fulfilment, String details, String name) {
    return fulfilment.maybe(details).flatMap(found -> found.maybeTime(name));
  }

  private Fulfilment parcel(String name, Instant at, List<Shipped> lines) {
    OrderId id = order.id("id", OrderId::new);
    return order
        .field()
        .make(
            "fulfillments with short ids",
            () ->
                new Fulfilment(
                    origin,
                    new FulfilmentId(id.value() + "-" + name),
                    id,
                    order.time("updated_at").toEpochMilli(),
                    at,
                    Optional.empty(),
                    lines));
  }
}
