package io.daybook.posting;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fulfilment;
import io.daybook.events.ItemCost;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.ShipmentCost;
import io.daybook.events.Sku;
import io.daybook.ledger.Decimals;
import io.daybook.posting.requirement.Facts;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the unit cost of what left in an order's parcels: the cost in effect when it left, else the first that came into
 * effect later (a late cost entry, case 13). Each time an order is touched it is looked up anew, so that the result is a
 * function of the facts once the order was touched after its costs were known.
 */
final class CostsAtShipment {
  private final ItemCosts costs;

  CostsAtShipment(ItemCosts costs) {
    this.costs = costs;
  }

  /** The costs that the facts of an order do not have yet. */
  List<ShipmentCost> missing(Facts facts) {
    Optional<OrderState> order = facts.one(OrderState.class);
    if (order.isEmpty()) {
      return List.of();
    }
    Map<LineId, Sku> goods = new HashMap<>();
    for (OrderLine line : order.get().lines()) {
      line.sku()
          .filter(sku -> line.kind() == OrderLine.Kind.GOODS)
          .ifPresent(sku -> goods.put(line.id(), sku));
    }
    Map<Sku, List<ItemCost>> known = new HashMap<>();
    List<ShipmentCost> missing = new ArrayList<>();
    for (Fulfilment parcel : facts.all(Fulfilment.class)) {
      for (Fulfilment.Shipped shipped : parcel.lines()) {
        Optional.ofNullable(goods.get(shipped.line()))
            .map(sku -> known.computeIfAbsent(sku, item -> costs.of(parcel.origin(), item)))
            .flatMap(versions -> best(order.get(), parcel, shipped.line(), versions))
            .filter(cost -> !facts.know(cost))
            .ifPresent(missing::add);
      }
    }
    return missing.stream().distinct().toList();
  }

  private static Optional<ShipmentCost> best(
      OrderState order, Fulfilment parcel, LineId line, List<ItemCost> versions) {
    return versions.stream()
        .max(Comparator.comparingLong(cost -> rank(cost, parcel.shippedAt())))
        .map(cost ->
            new ShipmentCost(
                parcel.origin(),
                parcel.id(),
                parcel.order(),
                line,
                rank(cost, parcel.shippedAt()),
                cost.currency().orElse(order.currency()),
                minor(cost, cost.currency().orElse(order.currency()))));
  }

  /** A fraction of a minor unit is rounded half up, per unit. */
  private static long minor(ItemCost cost, CurrencyCode currency) {
    return cost.unitCost()
        .setScale(Decimals.iso(currency), RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact();
  }

  /** In effect at shipment: the latest ranks highest. Later: below all of those, the earliest highest. */
  private static long rank(ItemCost cost, Instant shippedAt) {
    return cost.effectiveAt().isAfter(shippedAt) ? -cost.version() : cost.version();
  }
}
