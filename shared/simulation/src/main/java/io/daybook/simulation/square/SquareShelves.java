package io.daybook.simulation.square;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a merchant's account at Square holds, as the API would show it. Safe for use by several threads. */
public final class SquareShelves {
  /** A list of the API. */
  public enum Shelf {
    /** Where it sells. */
    LOCATIONS("locations"),
    /** Sales, returns and exchanges. */
    ORDERS("orders"),
    /** Payments. */
    PAYMENTS("payments"),
    /** Refunds. */
    REFUNDS("refunds"),
    /** Disputes. */
    DISPUTES("disputes"),
    /** Payouts. */
    PAYOUTS("payouts"),
    /** What payouts consist of, under {@code payout_id}. */
    ENTRIES("payout_entries"),
    /** Shifts of cash drawers. */
    SHIFTS("cash_drawer_shifts"),
    /** What happened in a shift, under {@code shift_id}. */
    EVENTS("cash_drawer_shift_events");

    private final String list;

    Shelf(String list) {
      this.list = list;
    }

    /** The name of the list in answers. */
    public String list() {
      return list;
    }
  }

  private final Map<Shelf, Map<String, ObjectNode>> shelves = new LinkedHashMap<>();

  /** An object, new or changed, under its id. */
  public synchronized ObjectNode put(Shelf shelf, ObjectNode object) {
    shelves
        .computeIfAbsent(shelf, _ -> new LinkedHashMap<>())
        .put(object.path("id").asText(), object);
    return object;
  }

  /** All objects, in the order in which they came. */
  public synchronized List<ObjectNode> all(Shelf shelf) {
    return new ArrayList<>(shelves.getOrDefault(shelf, Map.of()).values());
  }

  /** An object by its id. */
  public synchronized Optional<ObjectNode> find(Shelf shelf, String id) {
    return Optional.ofNullable(shelves.getOrDefault(shelf, Map.of()).get(id));
  }
}
