package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.json.FieldProblem;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order's tips. Shopify tells them twice, as a sum and as lines of the order; the lines are left out, for a tip is no
 * sale. A webhook marks such a line by a field that no other line has, GraphQL by the sale that made it.
 */
final class Tips {
  private static final Name LINES = Name.of("line_items");

  private Tips() {}

  /** The ids of the lines that are tips. */
  static Set<String> lines(Told order) {
    return switch (order.dialect()) {
      case WEBHOOK ->
          order.list(LINES).stream()
              .filter(line -> line.field().node().has("tip_payment_gateway"))
              .map(Told::id)
              .collect(Collectors.toUnmodifiableSet());
      case GRAPHQL ->
          Edits.sales(order).stream()
              .filter(sale -> sale.field().at("__typename").text().equals("TipSale"))
              .map(sale -> Told.id(sale.field().at("lineItem").at("id")))
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  /** The sum of the tips in minor units of the shop's currency. */
  static long received(Told order, CurrencyCode currency) {
    return switch (order.dialect()) {
      case WEBHOOK ->
          order.field().maybe("total_tip_received").map(field -> field.minor(currency)).orElse(0L);
      case GRAPHQL -> {
        Money tip = order.shopMoney(new Name("", "totalTipReceivedSet"));
        if (!tip.currency().equals(currency)) {
          throw new FieldProblem(
              order.field().at("totalTipReceivedSet").path(),
              "an amount in the order's currency " + currency);
        }
        yield tip.minor();
      }
    };
  }
}
