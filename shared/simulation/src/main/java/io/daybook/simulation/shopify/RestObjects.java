package io.daybook.simulation.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Cost;
import io.daybook.simulation.month.Edit;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Parcel;
import io.daybook.simulation.month.Payment;
import io.daybook.simulation.month.Refund;
import io.daybook.simulation.month.Setting;
import java.time.Instant;
import java.util.Locale;

/** The bodies of Shopify's webhooks but for the order's own. */
final class RestObjects {
  private static final long LOCATION = 71_204_593_884L;

  private final RestJson json;
  private final RestLines lines;

  RestObjects(Setting setting) {
    this.json = new RestJson(setting);
    this.lines = new RestLines(json);
  }

  ObjectNode sale(Order order, Payment payment) {
    ObjectNode node =
        transaction(order, payment.id(), payment.at(), payment.amountMinor(), payment.reference());
    return node.put("kind", "sale").putNull("parent_id").put("payment_id", order.name() + ".1");
  }

  private ObjectNode refunded(Order order, Refund refund) {
    ObjectNode node =
        transaction(
            order, refund.transactionId(), refund.at(), refund.amountMinor(), refund.reference());
    return node.put("kind", "refund")
        .put("parent_id", refund.parent().id())
        .put("payment_id", order.name() + ".2");
  }

  private ObjectNode transaction(
      Order order, long id, Instant at, long minor, String authorization) {
    ObjectNode node = json.identified(id, "OrderTransaction");
    node.put("amount", RestJson.amount(minor));
    node.putNull("amount_rounding");
    node.put("authorization", authorization);
    node.putNull("authorization_expires_at");
    node.put("created_at", json.time(at));
    node.put("currency", json.currency());
    node.putNull("currency_exchange_adjustment");
    node.putNull("device_id");
    node.putNull("error_code");
    node.putObject("extended_authorization_attributes");
    node.put("gateway", order.processor().gateway());
    node.putNull("location_id");
    node.put("manual_payment_gateway", false);
    node.putNull("message");
    node.put("order_id", order.id());
    ObjectNode card = node.putObject("payment_details");
    card.putNull("avs_result_code").putNull("buyer_action_info");
    card.put("credit_card_bin", "424242")
        .put("credit_card_company", "Visa")
        .put("credit_card_expiration_month", 9);
    card.put("credit_card_expiration_year", 2029).put("credit_card_name", order.customer().name());
    card.put("credit_card_number", "•••• •••• •••• 4242")
        .putNull("credit_card_wallet")
        .put("cvv_result_code", "M");
    card.put("payment_method_name", "visa");
    node.put("processed_at", json.time(at));
    node.putObject("receipt").put("id", authorization).put("amount", minor).put("livemode", true);
    node.put("source_name", "web");
    node.put("status", "success");
    node.put("test", false);
    node.set("total_unsettled_set", json.set(0));
    node.putNull("user_id");
    return node;
  }

  ObjectNode parcel(Order order, Parcel parcel, Instant seen) {
    ObjectNode node = json.identified(parcel.id(), "Fulfillment");
    node.put("created_at", json.time(parcel.at()));
    node.put("email", order.customer().email());
    node.put("location_id", LOCATION);
    int number = order.parcels().indexOf(parcel) + 1;
    node.put("name", order.name() + "-F" + number);
    node.put("order_id", order.id());
    node.putNull("origin_address");
    node.putObject("receipt");
    node.put("service", "manual");
    node.putNull("shipment_status");
    node.put("status", "success");
    node.put("tracking_company", "USPS");
    node.put("tracking_number", parcel.tracking());
    node.putArray("tracking_numbers").add(parcel.tracking());
    String address =
        "https://tools.usps.com/go/TrackConfirmAction.action?tLabels=" + parcel.tracking();
    node.put("tracking_url", address);
    node.putArray("tracking_urls").add(address);
    node.put("updated_at", json.time(parcel.at()));
    ArrayNode contents = node.putArray("line_items");
    parcel.contents().forEach(packed -> contents.add(lines.packed(order, packed, seen)));
    return node;
  }

  ObjectNode refund(Order order, Refund refund, Instant seen) {
    ObjectNode node = json.identified(refund.id(), "Refund");
    node.set("additional_fees", json.array());
    node.put("created_at", json.time(refund.at()));
    node.set("duties", json.array());
    node.putNull("note");
    node.put("order_id", order.id());
    node.put("processed_at", json.time(refund.at()));
    boolean restock =
        refund.lines().stream().anyMatch(line -> line.restock() != Refund.Restock.NO_RESTOCK);
    node.put("restock", restock);
    node.putNull("return");
    node.set("total_additional_fees_set", json.set(0));
    node.set("total_duties_set", json.set(0));
    node.putNull("user_id");
    node.set("order_adjustments", adjustments(order, refund));
    node.set("refund_line_items", returned(order, refund, seen));
    node.set("refund_shipping_lines", shipping(order, refund));
    node.putArray("transactions").add(refunded(order, refund));
    return node;
  }

  /** What is given beyond the calculated refund is negative: it lowers the order. */
  private ArrayNode adjustments(Order order, Refund refund) {
    ArrayNode adjustments = json.array();
    if (refund.goodwillMinor() != 0) {
      ObjectNode node = adjustments.addObject();
      node.put("id", refund.adjustmentId())
          .put("order_id", order.id())
          .put("refund_id", refund.id());
      json.put(node, "amount", -refund.goodwillMinor());
      json.put(node, "tax_amount", 0);
      node.put("reason", "Refund discrepancy");
    }
    return adjustments;
  }

  private ArrayNode returned(Order order, Refund refund, Instant seen) {
    ArrayNode returned = json.array();
    for (Refund.Returned line : refund.lines()) {
      ObjectNode node = returned.addObject();
      node.put("id", line.id()).put("line_item_id", line.line().id());
      if (line.restock() == Refund.Restock.NO_RESTOCK) {
        node.putNull("location_id");
      } else {
        node.put("location_id", LOCATION);
      }
      node.put("quantity", line.quantity());
      node.put("restock_type", line.restock().name().toLowerCase(Locale.ROOT));
      json.put(node, "subtotal", line.netMinor());
      json.put(node, "total_tax", line.taxMinor());
      node.set("line_item", lines.line(order, line.line(), seen));
    }
    return returned;
  }

  private ArrayNode shipping(Order order, Refund refund) {
    ArrayNode shipping = json.array();
    if (refund.shippingMinor() + refund.shippingTaxMinor() > 0) {
      ObjectNode node = shipping.addObject();
      node.put("id", refund.shippingId()).put("shipping_line_id", order.shipping().id());
      node.set("shipping_line", lines.shipping(order));
      node.set("subtotal_amount_set", json.set(refund.shippingMinor()));
      node.set("tax_amount_set", json.set(refund.shippingTaxMinor()));
    }
    return shipping;
  }

  ObjectNode edited(Order order, Edit edit) {
    ObjectNode root = json.object();
    ObjectNode node = root.putObject("order_edit");
    node.put("id", edit.id());
    node.putNull("app_id");
    node.put("committed_at", json.time(edit.at()));
    node.put("created_at", json.time(edit.at().minusSeconds(140)));
    node.put("notify_customer", true);
    node.put("order_id", order.id());
    node.put("staff_note", "");
    node.putNull("user_id");
    ObjectNode changed = node.putObject("line_items");
    changed
        .putArray("additions")
        .addObject()
        .put("id", edit.added().id())
        .put("delta", edit.added().quantity());
    changed.putArray("removals");
    ObjectNode discounts = node.putObject("discounts").putObject("line_item");
    discounts.putArray("additions");
    discounts.putArray("removals");
    ObjectNode shipping = node.putObject("shipping_lines");
    shipping.putArray("additions");
    shipping.putArray("removals");
    return root;
  }

  ObjectNode item(Cost cost) {
    ObjectNode node = json.identified(cost.item().inventoryItemId(), "InventoryItem");
    node.put("sku", cost.item().sku());
    node.put("created_at", "2025-03-11T09:21:44-04:00");
    node.put("updated_at", json.time(cost.from()));
    node.put("requires_shipping", true);
    node.put("cost", RestJson.amount(cost.minor()));
    node.putNull("country_code_of_origin");
    node.putNull("province_code_of_origin");
    node.putNull("harmonized_system_code");
    node.put("tracked", true);
    node.set("country_harmonized_system_codes", json.array());
    return node;
  }
}
