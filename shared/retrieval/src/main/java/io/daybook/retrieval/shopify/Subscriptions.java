package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Subscribed;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Has a shop's webhooks sent to the connection's address. Shopify deletes a subscription after eight failures in a row
 * ({@code PLATFORMS.md} 2.1), so that this is checked again and again. Subscriptions of other addresses are left alone, but
 * for those of this connection at an address of before (same path, another host).
 */
final class Subscriptions {
  /**
   * What concerns money. The three privacy topics are set with the app, not by this API; a return moves no money and no
   * goods before its refund does.
   */
  static final List<String> TOPICS =
      List.of(
          "ORDERS_CREATE",
          "ORDERS_UPDATED",
          "ORDERS_PAID",
          "ORDERS_EDITED",
          "ORDERS_CANCELLED",
          "ORDER_TRANSACTIONS_CREATE",
          "REFUNDS_CREATE",
          "FULFILLMENTS_CREATE",
          "FULFILLMENTS_UPDATE",
          "DISPUTES_CREATE",
          "DISPUTES_UPDATE",
          "INVENTORY_ITEMS_CREATE",
          "INVENTORY_ITEMS_UPDATE",
          "APP_UNINSTALLED");

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 50;

  private record Held(String id, String topic, String uri, boolean whole, String version) {}

  private final Session session;
  private final Set<String> topics = new HashSet<>();
  private final List<String> made = new ArrayList<>();
  private final List<String> mended = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Subscriptions(Session session) {
    this.session = session;
  }

  Subscribed check(URI hook) {
    List<Held> all = new ArrayList<>();
    Optional<String> failure = list(all);
    if (failure.isPresent()) {
      return new Subscribed.Failed(failure.get());
    }
    for (String topic : TOPICS) {
      List<Held> here = all.stream().filter(held -> held.topic().equals(topic)).toList();
      failure = check(topic, here, hook);
      if (failure.isPresent()) {
        return new Subscribed.Failed(failure.get());
      }
    }
    return new Subscribed.Checked(
        TOPICS.stream().filter(topics::contains).map(Subscriptions::name).toList(),
        made,
        mended,
        remarks);
  }

  private Optional<String> check(String topic, List<Held> held, URI hook) {
    Optional<Held> right =
        held.stream().filter(one -> one.uri().equals(hook.toString())).findFirst();
    if (right.isPresent() && right.get().whole()) {
      topics.add(topic);
      compareVersion(right.get());
      return Optional.empty();
    }
    Optional<Held> ours =
        right.or(() -> held.stream().filter(one -> samePath(one.uri(), hook)).findFirst());
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    ObjectNode wanted = variables.putObject("subscription");
    wanted.put("uri", hook.toString());
    wanted.put("format", "JSON");
    if (ours.isPresent()) {
      variables.put("id", ours.get().id());
      wanted.put("filter", "");
      wanted.putArray("includeFields");
      return put(topic, Document.RESUBSCRIBE, "webhookSubscriptionUpdate", variables, mended);
    }
    variables.put("topic", topic);
    return put(topic, Document.SUBSCRIBE, "webhookSubscriptionCreate", variables, made);
  }

  /** Some topics need a scope of their own: that one is refused is said, and keeps no other from being made. */
  private Optional<String> put(
      String topic, Document mutation, String root, ObjectNode variables, List<String> done) {
    return switch (session.ask(mutation, variables)) {
      case Answer.Data data -> {
        JsonNode errors = data.data().path(root).path("userErrors");
        if (errors.isEmpty() && data.data().path(root).path("webhookSubscription").isObject()) {
          topics.add(topic);
          done.add(name(topic));
        } else {
          String why = errors.path(0).path("message").asText("no reason given");
          remarks.add("No webhook of " + name(topic) + " can be had: " + why + ".");
        }
        yield Optional.empty();
      }
      case Answer.Failed(Fetched.Refused refused) when refused.status() == 200 -> {
        remarks.add("No webhook of " + name(topic) + " can be had: " + refused.reason() + ".");
        yield Optional.empty();
      }
      case Answer.Failure failure -> Optional.of(Failures.words(failure));
    };
  }

  private Optional<String> list(List<Held> all) {
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      ObjectNode variables = JsonNodeFactory.instance.objectNode().put("first", PAGE);
      after.ifPresent(cursor -> variables.put("after", cursor));
      switch (session.ask(Document.SUBSCRIPTIONS, variables)) {
        case Answer.Data data -> {
          JsonNode connection = data.data().path("webhookSubscriptions");
          connection.path("nodes").forEach(node -> all.add(held(node)));
          after = Pages.next(connection);
          if (after.isEmpty()) {
            return Optional.empty();
          }
        }
        case Answer.Failure failure -> {
          return Optional.of(Failures.words(failure));
        }
      }
    }
    return Optional.of("more than " + PAGE * MOST_PAGES + " webhook subscriptions");
  }

  private static Held held(JsonNode node) {
    return new Held(
        node.path("id").asText(),
        node.path("topic").asText(),
        node.path("uri").asText(),
        node.path("filter").asText("").isEmpty() && node.path("includeFields").isEmpty(),
        node.path("apiVersion").path("handle").asText(""));
  }

  private void compareVersion(Held held) {
    if (!held.version().isEmpty() && !held.version().equals(GraphqlCall.VERSION)) {
      String remark =
          "Webhooks are written in API version "
              + held.version()
              + ": set "
              + GraphqlCall.VERSION
              + " as the app's webhook version.";
      if (!remarks.contains(remark)) {
        remarks.add(remark);
      }
    }
  }

  private static boolean samePath(String uri, URI hook) {
    int slashes = uri.indexOf("//");
    int path = slashes < 0 ? -1 : uri.indexOf('/', slashes + 2);
    return path >= 0 && uri.substring(path).equals(hook.getPath());
  }

  /** {@code ORDERS_CREATE} as webhooks write it: {@code orders/create}. */
  static String name(String topic) {
    int last = topic.lastIndexOf('_');
    return (topic.substring(0, last) + "/" + topic.substring(last + 1)).toLowerCase(Locale.ROOT);
  }
}
