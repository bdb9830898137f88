package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.LineId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of an order, of which some are the same goods twice: a configurable product is a parent with the price and a
 * child without, a bundle is a parent and children of which either bear the prices. Where a child bears an amount the
 * children are the lines, else the parent is.
 */
final class Items {
  private final Map<String, Item> all = new LinkedHashMap<>();
  private final Map<String, List<Item>> children = new LinkedHashMap<>();
  private final CurrencyCode currency;

  /** An item, and whose part it is. */
  record Item(String id, Optional<String> parent, Told told) {
    BigDecimal ordered() {
      return told.decimal("qty_ordered");
    }
  }

  /** A line and how much of it. */
  record Quantity(Item item, BigDecimal quantity) {}

  Items(Told order, CurrencyCode currency) {
    this.currency = currency;
    for (Told told : order.list("items")) {
      String id = told.id("item_id", String::new);
      if (all.putIfAbsent(id, new Item(id, told.maybeId("parent_item_id", String::new), told))
          != null) {
        throw told.field().at("item_id").expected("an id that no other item has");
      }
    }
    for (Item item : all.values()) {
      parent(item)
          .ifPresent(
              parent -> children.computeIfAbsent(parent.id(), _ -> new ArrayList<>()).add(item));
    }
  }

  static LineId line(Item item) {
    return new LineId(item.id());
  }

  Optional<Item> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Those that are lines. */
  List<Item> lines() {
    return all.values().stream().filter(this::isLine).toList();
  }

  boolean isLine(Item item) {
    return parent(item).map(this::isSplit).orElseGet(() -> !isSplit(item));
  }

  /** The lines that an item of a shipment stands for: itself, its parent, or its children. */
  List<Quantity> standsFor(Item item, BigDecimal quantity) {
    if (isLine(item)) {
      return List.of(new Quantity(item, quantity));
    }
    Optional<Item> parent = parent(item);
    if (parent.isPresent()) {
      return List.of(scaled(parent.get(), item, quantity));
    }
    return children.getOrDefault(item.id(), List.of()).stream()
        .map(child -> scaled(child, item, quantity))
        .toList();
  }

  /** As much of one item as a quantity of a related one comes with. */
  private static Quantity scaled(Item wanted, Item given, BigDecimal quantity) {
    BigDecimal ordered = given.ordered();
    return new Quantity(
        wanted,
        ordered.signum() == 0
            ? BigDecimal.ZERO
            : wanted.ordered().multiply(quantity).divide(ordered, 4, RoundingMode.HALF_UP));
  }

  Optional<Item> parent(Item item) {
    return item.parent().flatMap(this::find).filter(parent -> !parent.id().equals(item.id()));
  }

  private boolean isSplit(Item item) {
    return children.getOrDefault(item.id(), List.of()).stream()
        .anyMatch(child -> child.told().maybeMinor("base_row_total", currency) != 0);
  }
}
