package io.daybook.sources.shopify;

import io.daybook.events.ItemCost;
import io.daybook.events.Origin;
import io.daybook.events.Sku;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import java.util.Optional;

/** What items cost. Only the sweep tells it: the webhook's {@code cost} has no currency. */
final class ItemCosts {
  private ItemCosts() {}

  /** The cost; none if the merchant gave none, or no SKU under which a line could find it. */
  static Optional<ItemCost> cost(Field item, Origin origin) {
    Optional<Sku> sku =
        item.maybe("sku").filter(field -> !field.text().isBlank()).map(field -> field.parse(Sku::new, "a SKU"));
    Optional<Money> cost = item.maybe("unitCost").map(field -> field.money("amount", "currencyCode"));
    if (sku.isEmpty() || cost.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        item.make(
            "a cost of at least 0",
            () ->
                new ItemCost(
                    origin, sku.get(), item.at("updatedAt").instant(), cost.get().currency(), cost.get().minor())));
  }
}
