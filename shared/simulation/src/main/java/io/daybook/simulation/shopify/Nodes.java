package io.daybook.simulation.shopify;

import io.daybook.simulation.month.Setting;
import io.daybook.simulation.month.Tax;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the GraphQL API's answers are kept until they are asked for: maps by field name. A value that is a supplier is
 * asked when its field is, so that objects can know each other; a field that is absent is null.
 */
final class Nodes {
  /** Under this key a map says of what type it is, where the schema leaves it open. */
  static final String TYPE = "__typename";

  private final String currency;

  Nodes(Setting setting) {
    this.currency = setting.currency();
  }

  /** Starts an object. */
  static Map<String, Object> node(String type, long id) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put(TYPE, type);
    node.put("id", RestJson.gid(type, id));
    node.put("legacyResourceId", Long.toString(id));
    return node;
  }

  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  Map<String, Object> money(long minor) {
    return Map.of("amount", RestJson.amount(minor), "currencyCode", currency);
  }

  Map<String, Object> bag(long minor) {
    return Map.of("shopMoney", money(minor), "presentmentMoney", money(minor));
  }

  List<Map<String, Object>> taxes(List<Tax> taxes) {
    return taxes.stream().map(this::tax).toList();
  }

  private Map<String, Object> tax(Tax tax) {
    return Map.of(
        "channelLiable", false,
        "priceSet", bag(tax.minor()),
        "rate", tax.rate(),
        "ratePercentage", tax.rate().movePointRight(2),
        "title", tax.title());
  }

  List<Map<String, Object>> allocations(long minor) {
    return minor == 0 ? List.of() : List.of(Map.of("allocatedAmountSet", bag(minor)));
  }
}
