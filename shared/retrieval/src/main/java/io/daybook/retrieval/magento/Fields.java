package io.daybook.retrieval.magento;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Of an object, what the books read, by path: {@code items.sku} is the sku of each item. Names, addresses, comments and what
 * payment extensions keep stay where they are.
 */
final class Fields {
  private static final List<String> WRAPPING =
      List.of(
          "extension_attributes.gw_base_price",
          "extension_attributes.gw_base_tax_amount",
          "extension_attributes.gw_items_base_price",
          "extension_attributes.gw_items_base_tax_amount",
          "extension_attributes.gw_card_base_price",
          "extension_attributes.gw_card_base_tax_amount",
          "extension_attributes.base_gift_cards_amount",
          "extension_attributes.base_customer_balance_amount",
          "extension_attributes.base_reward_currency_amount",
          "base_gift_cards_amount",
          "base_customer_balance_amount",
          "base_reward_currency_amount");

  private static final List<String> TOTALS =
      List.of(
          "entity_id",
          "order_id",
          "increment_id",
          "state",
          "created_at",
          "updated_at",
          "transaction_id",
          "base_currency_code",
          "order_currency_code",
          "base_grand_total",
          "base_tax_amount",
          "base_discount_amount",
          "base_shipping_amount",
          "base_shipping_tax_amount",
          "base_shipping_discount_tax_compensation_amnt",
          "items.base_row_total",
          "items.base_tax_amount",
          "items.base_discount_amount",
          "items.base_discount_tax_compensation_amount",
          "items.base_weee_tax_applied_row_amnt");

  /** Of an order. */
  static final List<String> ORDER =
      with(
          "status_histories.status",
          "status_histories.created_at",
          "relation_child_id",
          "relation_parent_id",
          "base_total_canceled",
          "base_shipping_canceled",
          "base_shipping_discount_amount",
          "payment.method",
          "items.item_id",
          "items.parent_item_id",
          "items.product_type",
          "items.is_virtual",
          "items.sku",
          "items.qty_ordered",
          "items.qty_canceled",
          "items.tax_percent",
          "extension_attributes.item_applied_taxes.type",
          "extension_attributes.item_applied_taxes.item_id",
          "extension_attributes.item_applied_taxes.applied_taxes.code",
          "extension_attributes.item_applied_taxes.applied_taxes.percent",
          "extension_attributes.item_applied_taxes.applied_taxes.base_amount");

  /** Of an invoice. */
  static final List<String> INVOICE = with("items.order_item_id", "items.qty");

  /** Of a credit memo. */
  static final List<String> CREDIT_MEMO =
      with(
          "items.order_item_id",
          "items.qty",
          "base_adjustment_positive",
          "base_adjustment_negative",
          "bs_customer_bal_total_refunded",
          "extension_attributes.bs_customer_bal_total_refunded");

  /** Of a shipment. */
  static final List<String> SHIPMENT =
      List.of(
          "entity_id",
          "order_id",
          "created_at",
          "updated_at",
          "items.order_item_id",
          "items.qty",
          "tracks.carrier_code");

  private Fields() {}

  private static List<String> with(String... more) {
    return Stream.of(TOTALS, WRAPPING, List.of(more)).flatMap(List::stream).toList();
  }

  /** What is there of the fields, in an object of its own. */
  static ObjectNode of(JsonNode object, List<String> fields) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(member -> {
          String name = member.getKey();
          if (fields.contains(name)) {
            kept.set(name, member.getValue());
            return;
          }
          List<String> inside =
              fields.stream()
                  .filter(field -> field.startsWith(name + "."))
                  .map(field -> field.substring(name.length() + 1))
                  .toList();
          if (!inside.isEmpty()) {
            keep(kept, name, member.getValue(), inside);
          }
        });
    return kept;
  }

  private static void keep(ObjectNode kept, String name, JsonNode value, List<String> fields) {
    if (value.isArray()) {
      ArrayNode list = kept.putArray(name);
      value.forEach(element -> list.add(of(element, fields)));
    } else if (value.isObject()) {
      kept.set(name, of(value, fields));
    }
  }
}
