package io.daybook.simulation.magento;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Objects as the API shows them: an order of a pair of goods, and what is made of it. Amounts are in cents here. */
public final class MagentoObjects {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private MagentoObjects() {}

  /**
   * Amounts of an item or of a document.
   *
   * @param gross of the goods, without discount and tax
   * @param tax of goods and shipping
   */
  public record Amounts(long gross, long discount, long shipping, long shippingTax, long tax) {
    /** What is paid. */
    public long total() {
      return gross - discount + shipping + tax;
    }
  }

  /** A time in Magento's form. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  static BigDecimal major(long minor) {
    return BigDecimal.valueOf(minor, 2);
  }

  /** An order without items, in euros. */
  public static ObjectNode order(
      long id, Instant at, Instant updated, String state, String method, Amounts amounts) {
    ObjectNode order = JsonNodeFactory.instance.objectNode();
    order.put("entity_id", id);
    order.put("increment_id", "%09d".formatted(id));
    order.put("state", state);
    order.put("status", state);
    order.put("created_at", time(at));
    order.put("updated_at", time(updated));
    order.put("customer_email", "jane.roe@example.com");
    order.put("base_currency_code", "EUR");
    order.put("order_currency_code", "EUR");
    totals(order, amounts);
    order.put("base_shipping_discount_amount", 0);
    order.putArray("items");
    order.putObject("payment").put("method", method);
    order.putArray("status_histories");
    return order;
  }

  /** An item of an order; a parent's id of 0 is none. */
  public static ObjectNode item(
      ObjectNode order, long id, long parent, String type, int quantity, Amounts amounts) {
    ObjectNode item = ((ArrayNode) order.get("items")).addObject();
    item.put("item_id", id);
    if (parent != 0) {
      item.put("parent_item_id", parent);
    }
    item.put("product_type", type);
    item.put("sku", "sku-" + id % 7);
    item.put("qty_ordered", quantity);
    item.put("qty_canceled", 0);
    item.put("is_virtual", 0);
    amounts(item, amounts);
    return item;
  }

  /** An invoice, credit memo or shipment without items; entity ids are each kind's own. */
  public static ObjectNode document(long id, ObjectNode order, Instant at, Amounts amounts) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("entity_id", id);
    document.put("order_id", order.path("entity_id").asLong());
    document.put("increment_id", "%09d".formatted(id));
    document.put("state", 2);
    document.put("created_at", time(at));
    document.put("updated_at", time(at.plusSeconds(1)));
    document.put("base_currency_code", "EUR");
    totals(document, amounts);
    document.putArray("items");
    return document;
  }

  /** An item of a document, for an item of its order. */
  public static ObjectNode part(
      ObjectNode document, long orderItem, int quantity, Amounts amounts) {
    ObjectNode part = ((ArrayNode) document.get("items")).addObject();
    part.put("order_item_id", orderItem);
    part.put("qty", quantity);
    amounts(part, amounts);
    return part;
  }

  private static void amounts(ObjectNode item, Amounts amounts) {
    item.put("base_row_total", major(amounts.gross()));
    item.put("base_discount_amount", major(amounts.discount()));
    item.put("base_tax_amount", major(amounts.tax()));
    item.put("base_discount_tax_compensation_amount", 0);
  }

  private static void totals(ObjectNode object, Amounts amounts) {
    object.put("base_grand_total", major(amounts.total()));
    object.put("base_subtotal", major(amounts.gross()));
    object.put("base_discount_amount", major(-amounts.discount()));
    object.put("base_tax_amount", major(amounts.tax()));
    object.put("base_shipping_amount", major(amounts.shipping()));
    object.put("base_shipping_tax_amount", major(amounts.shippingTax()));
  }
}
