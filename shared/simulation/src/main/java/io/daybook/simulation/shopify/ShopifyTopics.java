package io.daybook.simulation.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Cost;
import io.daybook.simulation.month.Edit;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Parcel;
import io.daybook.simulation.month.Payment;
import io.daybook.simulation.month.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What Shopify tells of the month by webhook, in time order: only what happened from its beginning to its end. */
public final class ShopifyTopics {
  /** The API version in which webhooks are written. */
  public static final String VERSION = "2026-10";

  /**
   * A webhook.
   *
   * @param at when it was triggered
   * @param topic such as {@code orders/create}
   * @param cause what the merchant or customer did: several webhooks may have the same cause
   * @param order the order it is about, if it is about one
   * @param json the body
   */
  public record Webhook(
      Instant at, String topic, String cause, Optional<Order> order, ObjectNode json) {}

  private final Month month;
  private final RestOrder orders;
  private final RestObjects objects;
  private final List<Webhook> webhooks = new ArrayList<>();

  private ShopifyTopics(Month month) {
    this.month = month;
    this.orders = new RestOrder(month.setting());
    this.objects = new RestObjects(month.setting());
  }

  /** The month's webhooks. */
  public static List<Webhook> of(Month month) {
    ShopifyTopics made = new ShopifyTopics(month);
    month.costs().forEach(made::cost);
    month.orders().forEach(made::order);
    return made.webhooks.stream()
        .sorted(Comparator.comparing(Webhook::at).thenComparing(Webhook::cause))
        .toList();
  }

  private void cost(Cost cost) {
    String cause = "cost/" + cost.item().inventoryItemId() + "/" + cost.from();
    add(cost.from(), "inventory_items/update", cause, Optional.empty(), objects.item(cost));
  }

  private void order(Order order) {
    Instant placed = order.placedAt();
    String cause = "order/" + order.id();
    whole(order, placed, "orders/create", cause);
    for (Payment payment : order.payments()) {
      boolean first = payment.equals(order.payments().getFirst());
      Instant at = first ? placed : payment.at();
      String paid = first ? cause : "payment/" + payment.id();
      add(at, "order_transactions/create", paid, Optional.of(order), objects.sale(order, payment));
      whole(order, at, "orders/paid", paid);
      if (!first) {
        whole(order, at, "orders/updated", paid);
      }
    }
    order.edit().ifPresent(edit -> edit(order, edit));
    order.parcels().forEach(parcel -> parcel(order, parcel));
    order.refunds().forEach(refund -> refund(order, refund));
  }

  private void edit(Order order, Edit edit) {
    String cause = "edit/" + edit.id();
    add(edit.at(), "orders/edited", cause, Optional.of(order), objects.edited(order, edit));
    whole(order, edit.at(), "orders/updated", cause);
  }

  private void parcel(Order order, Parcel parcel) {
    String cause = "parcel/" + parcel.id();
    ObjectNode json = objects.parcel(order, parcel, parcel.at());
    add(parcel.at(), "fulfillments/create", cause, Optional.of(order), json);
    whole(order, parcel.at(), "orders/updated", cause);
  }

  private void refund(Order order, Refund refund) {
    String cause = "refund/" + refund.id();
    ObjectNode json = objects.refund(order, refund, refund.at());
    add(refund.at(), "refunds/create", cause, Optional.of(order), json);
    ObjectNode transaction = (ObjectNode) json.get("transactions").get(0);
    add(refund.at(), "order_transactions/create", cause, Optional.of(order), transaction);
    whole(order, refund.at(), "orders/updated", cause);
  }

  private void whole(Order order, Instant at, String topic, String cause) {
    add(at, topic, cause, Optional.of(order), orders.order(order, at));
  }

  private void add(Instant at, String topic, String cause, Optional<Order> order, ObjectNode json) {
    if (!at.isBefore(month.setting().start()) && at.isBefore(month.setting().end())) {
      webhooks.add(new Webhook(at, topic, cause, order, json));
    }
  }
}
