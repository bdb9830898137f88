package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ItemCost;
import io.daybook.events.Origin;
import io.daybook.events.Sku;
import io.daybook.sources.json.Field;
import java.math.BigDecimal;
import java.util.Optional;

/** What items cost. The webhook's {@code cost} has no currency: it is in the shop's own. */
final class ItemCosts {
  private ItemCosts() {}

  /** The cost that a webhook or a sweep tells; none if the merchant gave none, or no SKU under which a line finds it. */
  static Optional<ItemCost> cost(Dialect dialect, Field item, Origin origin) {
    Optional<Sku> sku =
        item.maybe("sku")
            .filter(field -> !field.text().isBlank())
            .map(field -> field.parse(Sku::new, "a SKU"));
    Optional<Field> cost =
        switch (dialect) {
          case WEBHOOK -> item.maybe("cost");
          case GRAPHQL -> item.maybe("unitCost").map(field -> field.at("amount"));
        };
    if (sku.isEmpty() || cost.isEmpty()) {
      return Optional.empty();
    }
    Optional<CurrencyCode> currency =
        item.maybe("unitCost").map(field -> field.at("currencyCode").currency());
    BigDecimal unitCost = cost.get().decimal();
    Field updated =
        switch (dialect) {
          case WEBHOOK -> item.at("updated_at");
          case GRAPHQL -> item.at("updatedAt");
        };
    return Optional.of(
        cost.get()
            .make(
                "a cost of at least 0 with at most " + ItemCost.MAX_DECIMALS + " decimals",
                () -> new ItemCost(origin, sku.get(), updated.instant(), currency, unitCost)));
  }
}
