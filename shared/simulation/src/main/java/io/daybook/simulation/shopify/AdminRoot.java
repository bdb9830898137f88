package io.daybook.simulation.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.daybook.simulation.month.Cost;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Parcel;
import io.daybook.simulation.month.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the API's answers begin: orders, stock items and the account at Shopify Payments, searched and sorted. */
final class AdminRoot {
  private static final Map<String, Map<String, String>> SEARCHED =
      Map.of(
          "orders",
          Map.of(
              "updated_at",
              "updatedAt",
              "created_at",
              "createdAt",
              "processed_at",
              "processedAt",
              "id",
              "id"),
          "inventoryItems",
          Map.of("updated_at", "updatedAt", "created_at", "createdAt", "id", "id", "sku", "sku"),
          "balanceTransactions",
          Map.of(
              "processed_at",
              "transactionDate",
              "payments_transfer_id",
              "payments_transfer_id",
              "id",
              "id",
              "transaction_type",
              "type"),
          "payouts",
          Map.of("issued_at", "issuedAt", "id", "id", "status", "status"),
          "disputes",
          Map.of("initiated_at", "initiatedAt", "id", "id", "status", "status"));

  private static final Map<String, String> SORTED =
      Map.of(
          "UPDATED_AT",
          "updatedAt",
          "CREATED_AT",
          "createdAt",
          "PROCESSED_AT",
          "processedAt",
          "ISSUED_AT",
          "issuedAt");

  private final Month month;
  private final Nodes nodes;
  private final OrderNodes orders;
  private final List<Map<String, Object>> allOrders;
  private final Map<String, Object> account;

  AdminRoot(Month wholeMonth, Instant seen) {
    this.month = wholeMonth.asOf(seen);
    this.nodes = new Nodes(month.setting());
    this.orders = new OrderNodes(month.setting(), seen);
    // An instant does not change: made once, not for every page.
    this.allOrders = month.orders().stream().map(orders::order).toList();
    this.account = new PaymentsNodes(month, seen).account();
  }

  /** A field of the root that is a connection. */
  List<Map<String, Object>> list(String field, DataFetchingEnvironment asked) {
    List<Map<String, Object>> all =
        switch (field) {
          case "orders" -> allOrders;
          case "inventoryItems" -> items();
          // The month's shop sells and issues none.
          case "giftCards" -> List.of();
          default -> throw new IllegalArgumentException("the stand-in has no list " + field);
        };
    return searched(field, all, asked);
  }

  /** A connection's nodes as its query and sort key want them. */
  List<Map<String, Object>> searched(
      String field, List<Map<String, Object>> all, DataFetchingEnvironment asked) {
    List<Map<String, Object>> found = all;
    Object query = asked.getArguments().get("query");
    if (query != null && SEARCHED.containsKey(field)) {
      Search search = new Search(query.toString(), Objects.requireNonNull(SEARCHED.get(field)));
      found = all.stream().filter(search::finds).toList();
    }
    if (Boolean.TRUE.equals(asked.getArguments().get("hideTransfers"))) {
      found = found.stream().filter(node -> !"TRANSFER".equals(node.get("type"))).toList();
    }
    return sorted(field, found, asked.getArguments().get("sortKey"));
  }

  private static List<Map<String, Object>> sorted(
      String field, List<Map<String, Object>> found, @Nullable Object sortKey) {
    if (sortKey == null) {
      return found;
    }
    String key = SORTED.getOrDefault(sortKey.toString(), "id");
    String by =
        field.equals("balanceTransactions") && key.equals("processedAt") ? "transactionDate" : key;
    return found.stream()
        .sorted(
            Comparator.comparing((Map<String, Object> node) -> String.valueOf(node.get(by)))
                .thenComparing(node -> String.valueOf(node.get("id"))))
        .toList();
  }

  /** A field of the root that is one object. */
  @Nullable Object value(String field, DataFetchingEnvironment asked) {
    String id = String.valueOf(asked.getArguments().get("id"));
    return switch (field) {
      case "shop" -> shop();
      case "shopifyPaymentsAccount" -> account;
      case "order" -> order(id);
      case "refund" -> refund(id);
      case "fulfillment" -> parcel(id);
      case "inventoryItem" ->
          items().stream().filter(node -> id.equals(node.get("id"))).findFirst().orElse(null);
      case "node" -> node(id);
      case "nodes" -> nodes(asked.getArguments().get("ids"));
      default -> throw new IllegalArgumentException("the stand-in has no field " + field);
    };
  }

  private List<@Nullable Object> nodes(@Nullable Object ids) {
    List<@Nullable Object> found = new ArrayList<>();
    for (Object id : (List<?>) Objects.requireNonNull(ids, "nodes without ids")) {
      found.add(node(String.valueOf(id)));
    }
    return found;
  }

  private @Nullable Object node(String id) {
    Object order = order(id);
    Object refund = order == null ? refund(id) : order;
    return refund == null ? parcel(id) : refund;
  }

  private @Nullable Object order(String id) {
    return allOrders.stream().filter(order -> id.equals(order.get("id"))).findFirst().orElse(null);
  }

  private @Nullable Object refund(String id) {
    for (Order order : month.orders()) {
      for (Refund refund : order.refunds()) {
        if (RestJson.gid("Refund", refund.id()).equals(id)) {
          return orders.refund(order, refund);
        }
      }
    }
    return null;
  }

  private @Nullable Object parcel(String id) {
    for (Order order : month.orders()) {
      for (Parcel parcel : order.parcels()) {
        if (RestJson.gid("Fulfillment", parcel.id()).equals(id)) {
          return orders.parcel(order, parcel);
        }
      }
    }
    return null;
  }

  private Map<String, Object> shop() {
    Map<String, Object> node = Nodes.node("Shop", 68_817_731);
    node.put("name", month.setting().shopName());
    node.put("myshopifyDomain", month.setting().shopDomain());
    node.put("currencyCode", month.setting().currency());
    node.put("ianaTimezone", month.setting().zone().getId());
    node.put("taxesIncluded", false);
    return node;
  }

  /** The API knows the newest cost only. */
  private List<Map<String, Object>> items() {
    Map<Long, Cost> newest = new LinkedHashMap<>();
    month.costs().forEach(cost -> newest.put(cost.item().inventoryItemId(), cost));
    return newest.values().stream().map(this::item).toList();
  }

  private Map<String, Object> item(Cost cost) {
    Map<String, Object> node = Nodes.node("InventoryItem", cost.item().inventoryItemId());
    node.put("createdAt", "2025-03-11T13:21:44Z");
    node.put("requiresShipping", true);
    node.put("sku", cost.item().sku());
    node.put("tracked", true);
    node.put("unitCost", nodes.money(cost.minor()));
    node.put("updatedAt", Nodes.time(cost.from()));
    return node;
  }
}
