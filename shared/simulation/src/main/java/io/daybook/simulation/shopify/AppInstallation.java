package io.daybook.simulation.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The app that asks: what its token may read, and the webhooks that it is subscribed to. */
final class AppInstallation {
  private static final List<String> USUAL =
      List.of(
          "read_orders",
          "read_all_orders",
          "read_fulfillments",
          "read_gift_cards",
          "read_inventory",
          "read_locations",
          "read_products",
          "read_shopify_payments_payouts",
          "read_shopify_payments_disputes");
  private static final String CREATED = "2026-09-01T00:00:00Z";

  private final List<Map<String, Object>> subscriptions = new CopyOnWriteArrayList<>();
  private final List<String> scopes = new CopyOnWriteArrayList<>(USUAL);
  private long made;

  private String wanted = "";
  private Optional<String> granted = Optional.empty();
  private long grants;

  synchronized void grantFor(String clientId, String clientSecret) {
    wanted =
        "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret;
    endTokens();
  }

  /** Nobody has a token now: nobody can know this one. */
  synchronized void endTokens() {
    granted = Optional.of("ended after " + grants);
  }

  /** A new token for the right form, in the place of the one before. */
  synchronized Optional<String> grant(String form) {
    if (wanted.isEmpty() || !form.equals(wanted)) {
      return Optional.empty();
    }
    grants++;
    granted = Optional.of("shpat_granted_" + grants);
    return Optional.of(
        "{\"access_token\":\"shpat_granted_"
            + grants
            + "\",\"scope\":\"read_orders\",\"expires_in\":86399}");
  }

  /** The token that was granted last, if tokens are granted. */
  synchronized Optional<String> token() {
    return granted;
  }

  /** The field {@code currentAppInstallation}. */
  Map<String, Object> node() {
    return Map.of(
        "accessScopes",
        scopes.stream().map(scope -> Map.of("handle", scope, "description", scope)).toList());
  }

  List<Map<String, Object>> subscriptions() {
    return new ArrayList<>(subscriptions);
  }

  /** Deletes a topic's subscriptions, as the platform does after eight failures. */
  void drop(String topic) {
    subscriptions.removeIf(one -> topic.equals(one.get("topic")));
  }

  boolean may(String scope) {
    return scopes.contains(scope);
  }

  void withdraw(String scope) {
    scopes.remove(scope);
  }

  /** A mutation. */
  Map<String, Object> change(String field, DataFetchingEnvironment asked) {
    Map<String, Object> input = input(asked);
    return switch (field) {
      case "webhookSubscriptionCreate" ->
          create(String.valueOf(asked.getArguments().get("topic")), input);
      case "webhookSubscriptionUpdate" ->
          update(String.valueOf(asked.getArguments().get("id")), input);
      default -> throw new IllegalArgumentException("the stand-in has no mutation " + field);
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> input(DataFetchingEnvironment asked) {
    return (Map<String, Object>) asked.getArguments().getOrDefault("webhookSubscription", Map.of());
  }

  private synchronized Map<String, Object> create(String topic, Map<String, Object> input) {
    Object uri = input.getOrDefault("uri", "");
    boolean taken =
        subscriptions.stream()
            .anyMatch(one -> topic.equals(one.get("topic")) && uri.equals(one.get("uri")));
    if (taken) {
      return refused("Address for this topic has already been taken");
    }
    made++;
    Map<String, Object> node =
        new HashMap<>(Nodes.node("WebhookSubscription", 1_000_000_000_000L + made));
    node.put("topic", topic);
    node.put("apiVersion", Map.of("handle", ShopifyTopics.VERSION));
    node.put("createdAt", CREATED);
    node.put("updatedAt", CREATED);
    node.put("includeFields", List.of());
    node.putAll(input);
    subscriptions.add(node);
    return done(node);
  }

  private synchronized Map<String, Object> update(String id, Map<String, Object> input) {
    Optional<Map<String, Object>> held =
        subscriptions.stream().filter(one -> id.equals(one.get("id"))).findFirst();
    if (held.isEmpty()) {
      return refused("Webhook subscription does not exist");
    }
    Map<String, Object> node = new HashMap<>(held.get());
    node.putAll(input);
    subscriptions.set(subscriptions.indexOf(held.get()), node);
    return done(node);
  }

  private static Map<String, Object> done(Map<String, Object> node) {
    return Map.of("webhookSubscription", node, "userErrors", List.of());
  }

  private static Map<String, Object> refused(String message) {
    return Map.of("userErrors", List.of(Map.of("message", message)));
  }
}
