package io.daybook.simulation.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.DiscountCode;
import io.daybook.simulation.month.Item;
import io.daybook.simulation.month.Line;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Parcel;
import io.daybook.simulation.month.Shipping;
import java.time.Instant;

/** The lines of orders, parcels and refunds, as webhooks write them. */
final class RestLines {
  private final RestJson json;

  RestLines(RestJson json) {
    this.json = json;
  }

  /** A line as it stands at an instant. */
  ObjectNode line(Order order, Line line, Instant seen) {
    int refunded = order.refunded(line, seen);
    int packed = order.packed(line, seen);
    Item item = line.item();
    ObjectNode node = json.identified(line.id(), "LineItem");
    node.set("attributed_staffs", json.array());
    node.put("current_quantity", line.quantity() - refunded);
    node.put("fulfillable_quantity", Math.max(0, line.quantity() - packed - refunded));
    node.put("fulfillment_service", "manual");
    if (packed == 0) {
      node.putNull("fulfillment_status");
    } else {
      node.put("fulfillment_status", packed >= line.quantity() ? "fulfilled" : "partial");
    }
    node.put("gift_card", false);
    node.put("grams", item.grams());
    node.put("name", item.title() + " - " + item.variant());
    json.put(node, "price", item.priceMinor());
    node.put("product_exists", true);
    node.put("product_id", item.productId());
    node.set("properties", json.array());
    node.put("quantity", line.quantity());
    node.put("requires_shipping", true);
    node.putNull("sales_line_item_group_id");
    node.put("sku", item.sku());
    node.put("taxable", item.taxable());
    node.put("title", item.title());
    json.put(node, "total_discount", 0);
    node.put("variant_id", item.variantId());
    node.put("variant_inventory_management", "shopify");
    node.put("variant_title", item.variant());
    node.put("vendor", json.setting().shopName());
    node.set("tax_lines", json.taxes(line.taxes()));
    node.set("duties", json.array());
    node.set("discount_allocations", allocations(line.discountMinor()));
    return node;
  }

  /** Shopify carries a tip as a line of its own that nobody can fulfil. */
  ObjectNode tip(Order order) {
    ObjectNode node = json.identified(order.tipLineId(), "LineItem");
    node.set("attributed_staffs", json.array());
    node.put("current_quantity", 1);
    node.put("fulfillable_quantity", 0);
    node.put("fulfillment_service", "manual");
    node.put("fulfillment_status", "not_eligible");
    node.put("gift_card", false);
    node.put("grams", 0);
    node.put("name", "Tip");
    json.put(node, "price", order.tipMinor());
    node.put("product_exists", false);
    node.putNull("product_id");
    node.set("properties", json.array());
    node.put("quantity", 1);
    node.put("requires_shipping", false);
    node.putNull("sku");
    node.put("taxable", false);
    node.putObject("tip").putNull("payment_gateway").putNull("payment_method");
    node.putNull("tip_payment_gateway");
    node.putNull("tip_payment_method");
    node.put("title", "Tip");
    json.put(node, "total_discount", 0);
    node.putNull("variant_id");
    node.putNull("variant_inventory_management");
    node.putNull("variant_title");
    node.putNull("vendor");
    node.set("tax_lines", json.array());
    node.set("duties", json.array());
    node.set("discount_allocations", json.array());
    return node;
  }

  ObjectNode packed(Order order, Parcel.Packed packed, Instant seen) {
    ObjectNode node = line(order, packed.line(), seen);
    node.put("quantity", packed.quantity());
    node.put("fulfillment_line_item_id", packed.id());
    return node;
  }

  ObjectNode shipping(Order order) {
    Shipping shipping = order.shipping();
    ObjectNode node = json.object().put("id", shipping.id());
    node.putNull("carrier_identifier");
    node.put("code", shipping.title());
    boolean discounted = order.code().filter(DiscountCode::onShipping).isPresent();
    json.put(node, "current_discounted_price", shipping.netMinor());
    json.put(node, "discounted_price", shipping.netMinor());
    node.put("is_removed", false);
    node.putNull("phone");
    json.put(node, "price", shipping.grossMinor());
    node.putNull("requested_fulfillment_service_id");
    node.put("source", "shopify");
    node.put("title", shipping.title());
    node.set("tax_lines", json.taxes(shipping.taxes()));
    node.set(
        "discount_allocations", discounted ? allocations(shipping.discountMinor()) : json.array());
    return node;
  }

  private ArrayNode allocations(long minor) {
    ArrayNode allocations = json.array();
    if (minor > 0) {
      ObjectNode allocation = allocations.addObject();
      json.put(allocation, "amount", minor);
      allocation.put("discount_application_index", 0);
    }
    return allocations;
  }
}
