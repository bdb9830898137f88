package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Which orders a bulk operation tells whole. What a refund or a parcel holds it cannot tell, for those are lists within a list
 * (shopify.dev). Of an order without refunds whose one parcel holds as many pieces as were ordered, it need not: a line can
 * be in a parcel once only, so all of each is in it.
 */
final class BulkOrders {
  private BulkOrders() {}

  static boolean isWhole(ObjectNode order) {
    JsonNode parcels = order.path("fulfillments");
    return order.path("refunds").isEmpty()
        && (parcels.isEmpty()
            || (parcels.size() == 1
                && parcels.get(0).path("totalQuantity").asLong(-1) == pieces(order)));
  }

  /** Fills the one parcel of an order that is whole. */
  static void fill(ObjectNode order) {
    Set<String> tips = tips(order);
    for (JsonNode parcel : order.path("fulfillments")) {
      ArrayNode contents =
          ((ObjectNode) parcel).putObject("fulfillmentLineItems").putArray("nodes");
      for (JsonNode line : order.path("lineItems").path("nodes")) {
        if (!tips.contains(line.path("id").asText()) && line.path("quantity").asLong() != 0) {
          ObjectNode packed = contents.addObject();
          packed.set("quantity", line.path("quantity"));
          packed.putObject("lineItem").set("id", line.path("id"));
        }
      }
    }
  }

  private static long pieces(ObjectNode order) {
    Set<String> tips = tips(order);
    long pieces = 0;
    for (JsonNode line : order.path("lineItems").path("nodes")) {
      if (!tips.contains(line.path("id").asText())) {
        pieces = Math.addExact(pieces, line.path("quantity").asLong());
      }
    }
    return pieces;
  }

  /** Tips are lines of the order that no parcel holds. */
  private static Set<String> tips(ObjectNode order) {
    Set<String> tips = new HashSet<>();
    for (JsonNode agreement : order.path("agreements").path("nodes")) {
      for (JsonNode sale : agreement.path("sales").path("nodes")) {
        if (sale.path("__typename").asText().equals("TipSale")) {
          tips.add(sale.path("lineItem").path("id").asText());
        }
      }
    }
    return tips;
  }
}
