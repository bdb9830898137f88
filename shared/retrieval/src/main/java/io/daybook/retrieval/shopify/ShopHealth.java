package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Health;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a shop who it is and what the token may read. */
final class ShopHealth {
  /** What is lost without a scope (docs/sources/shopify.md). */
  private static final Map<String, String> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("read_orders", "no order, refund or payment can be read");
    NEEDED.put(
        "read_all_orders",
        "orders older than 60 days are hidden, also those that are refunded or shipped now");
    NEEDED.put("read_fulfillments", "no fulfilment webhook comes");
    NEEDED.put(
        "read_gift_cards", "a gift card that nobody bought counts as sold when it is redeemed");
    NEEDED.put("read_inventory", "what items cost is not known");
    NEEDED.put(
        "read_locations",
        "sales at a point of sale are told without their place, unless a webhook told it");
    NEEDED.put("read_products", "what items cost is not known");
    NEEDED.put(
        "read_shopify_payments_payouts", "no payout and no line of Shopify Payments can be read");
    NEEDED.put("read_shopify_payments_disputes", "no dispute of Shopify Payments can be read");
  }

  /** All that it looks for. */
  static Set<String> needed() {
    return Set.copyOf(NEEDED.keySet());
  }

  private final GraphqlCall call;

  ShopHealth(GraphqlCall call) {
    this.call = call;
  }

  Health of(Endpoint endpoint, String account) {
    return switch (call.ask(endpoint, Document.HEALTH, JsonNodeFactory.instance.objectNode())) {
      case Answer.Data data -> of(data, account);
      case Answer.Failure failure -> new Health.Ill(Failures.words(failure));
    };
  }

  private static Health of(Answer.Data data, String account) {
    String domain = data.data().path("shop").path("myshopifyDomain").asText("");
    if (!domain.equals(account)) {
      return new Health.OtherAccount(
          "the token is of the shop '" + domain + "', and not of '" + account + "'");
    }
    List<String> remarks = new ArrayList<>();
    if (!data.version().isEmpty() && !data.version().equals(GraphqlCall.VERSION)) {
      remarks.add(
          "Shopify answers in API version "
              + data.version()
              + " where "
              + GraphqlCall.VERSION
              + " was asked for, which it does not serve any more: install a newer Daybook.");
    }
    Set<String> scopes = new HashSet<>();
    for (JsonNode scope : data.data().path("currentAppInstallation").path("accessScopes")) {
      scopes.add(scope.path("handle").asText());
    }
    NEEDED.forEach((scope, lost) -> {
      if (!has(scopes, scope)) {
        remarks.add("The token has not the scope " + scope + ": " + lost + ".");
      }
    });
    return new Health.Well(remarks);
  }

  /** Who may write may read; {@code read_shopify_payments} is that of payouts and disputes together. */
  private static boolean has(Set<String> scopes, String scope) {
    return scopes.contains(scope)
        || scopes.contains(scope.replaceFirst("^read_", "write_"))
        || (scope.startsWith("read_shopify_payments_") && scopes.contains("read_shopify_payments"));
  }
}
