package io.daybook.posting;

import io.daybook.events.ItemCost;
import io.daybook.events.Origin;
import io.daybook.events.Sku;
import java.util.List;

/** What items cost: reference data that posting looks up when goods leave. */
public interface ItemCosts {
  /** Every cost known of an item, in any order. */
  List<ItemCost> of(Origin shop, Sku sku);
}
