package io.daybook.simulation.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Setting;
import io.daybook.simulation.month.Tax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How Shopify's webhooks write money, times and ids. */
final class RestJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Setting setting;

  RestJson(Setting setting) {
    this.setting = setting;
  }

  ObjectNode object() {
    return NODES.objectNode();
  }

  ArrayNode array() {
    return NODES.arrayNode();
  }

  /** Starts an object with its id and its GraphQL id. */
  ObjectNode identified(long id, String type) {
    return object().put("id", id).put("admin_graphql_api_id", gid(type, id));
  }

  static String gid(String type, long id) {
    return "gid://shopify/" + type + "/" + id;
  }

  static String amount(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  /** In the shop's zone, with its offset. */
  String time(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.atZone(setting.zone()).toOffsetDateTime());
  }

  ObjectNode set(long minor) {
    ObjectNode set = object();
    set.set("shop_money", money(minor));
    set.set("presentment_money", money(minor));
    return set;
  }

  private ObjectNode money(long minor) {
    return object().put("amount", amount(minor)).put("currency_code", setting.currency());
  }

  /** Puts an amount as text and as a set. */
  void put(ObjectNode node, String name, long minor) {
    node.put(name, amount(minor));
    node.set(name + "_set", set(minor));
  }

  ArrayNode taxes(List<Tax> taxes) {
    ArrayNode lines = array();
    for (Tax tax : taxes) {
      ObjectNode line = lines.addObject();
      line.put("channel_liable", false);
      put(line, "price", tax.minor());
      line.put("rate", tax.rate());
      line.put("title", tax.title());
    }
    return lines;
  }

  String currency() {
    return setting.currency();
  }

  Setting setting() {
    return setting;
  }
}
