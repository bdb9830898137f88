package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Fulfilment.Shipped;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shipments, joined with their orders, which know whose parts the items are: {@code {shipment, order}} (case 64). */
final class Shipments {
  private Shipments() {}

  static List<Fact> shipment(Told told, Origin origin) {
    Told order = Joined.order(told, "shipment");
    Told shipment = told.at("shipment");
    CurrencyCode currency = Orders.currency(order);
    List<Shipped> lines = lines(shipment, new Items(order, currency));
    if (lines.isEmpty()) {
      return List.of();
    }
    return List.of(
        shipment
            .field()
            .make(
                "a shipment with short ids",
                () ->
                    new Fulfilment(
                        origin,
                        shipment.id("entity_id", FulfilmentId::new),
                        shipment.id("order_id", OrderId::new),
                        shipment.time("updated_at").toEpochMilli(),
                        shipment.time("created_at"),
                        Optional.empty(),
                        lines,
                        carrier(shipment),
                        Optional.empty())));
  }

  /** A parent and its child in the same shipment are the same goods: each line counts as often as it is meant at most. */
  private static List<Shipped> lines(Told shipment, Items items) {
    Map<LineId, Integer> units = new LinkedHashMap<>();
    for (Told part : shipment.list("items")) {
      Items.Item item =
          items
              .find(part.id("order_item_id", String::new))
              .orElseThrow(() ->
                  part.field().at("order_item_id").expected("the id of an item of the order"));
      for (Items.Quantity meant : items.standsFor(item, part.decimal("qty"))) {
        units.merge(Items.line(meant.item()), Units.of(meant.quantity()), Math::max);
      }
    }
    List<Shipped> lines = new ArrayList<>();
    units.forEach((line, count) -> {
      if (count > 0) {
        lines.add(new Shipped(line, count));
      }
    });
    return lines;
  }

  private static Optional<String> carrier(Told shipment) {
    return shipment.list("tracks").stream()
        .flatMap(track -> track.maybeWord("carrier_code").stream())
        .filter(code -> code.matches("[A-Za-z0-9_.-]{1,60}"))
        .findFirst();
  }
}
