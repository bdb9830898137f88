package io.daybook.simulation.deliveries;

import io.daybook.simulation.deliveries.Delivery.Source;
import io.daybook.simulation.deliveries.Delivery.Turn;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.shopify.ShopifyTopics;
import io.daybook.simulation.stripe.StripeEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A month's webhooks.
 *
 * @param sent in the order in which they arrive
 * @param never what was never sent, and must be found by the sweep
 */
public record Deliveries(List<Delivery> sent, List<Delivery> never) {
  private static final int AGAIN_PERCENT = 3;
  private static final int LATE_PERCENT = 5;
  private static final int NEVER_PER_THOUSAND = 6;
  private static final int SILENT_ORDERS = 2;
  private static final int ORDERS_AFTER_THEIR_REFUND = 3;

  /** Copies the lists. */
  public Deliveries {
    sent = List.copyOf(sent);
    never = List.copyOf(never);
  }

  /** How many are sent a second time. */
  public long again() {
    return sent.stream().filter(delivery -> delivery.turn() == Turn.AGAIN).count();
  }

  /** The deliveries of a month. */
  public static Deliveries of(Month month) {
    return new Making(month).make();
  }

  /** A delivery as the platform would send it at once, with its cause. */
  private record Prompt(Delivery delivery, boolean silent, Instant notBefore) {}

  private static final class Making {
    private final Month month;
    private final Random random;

    Making(Month month) {
      this.month = month;
      // Not the month's own stream: the deliveries may change without the month.
      this.random = new Random(month.seed() * 31 + 17);
    }

    Deliveries make() {
      List<Prompt> prompts = new ArrayList<>();
      Set<Long> silent = silentOrders();
      Map<Long, Instant> held = heldBack();
      ShopifyTopics.of(month).forEach(webhook -> prompts.add(shopify(webhook, silent, held)));
      StripeEvents.of(month).forEach(event -> prompts.add(stripe(event)));
      List<Delivery> sent = new ArrayList<>();
      List<Delivery> never = new ArrayList<>();
      for (Prompt prompt : prompts) {
        send(prompt, sent, never);
      }
      sent.sort(Comparator.comparing(Delivery::at).thenComparing(Delivery::id));
      return new Deliveries(sent, never);
    }

    private void send(Prompt prompt, List<Delivery> sent, List<Delivery> never) {
      Delivery prompted = prompt.delivery();
      int dice = random.nextInt(1000);
      // A cost is told by nothing but its webhook: the API knows only the newest.
      boolean lost = dice < NEVER_PER_THOUSAND && !prompted.topic().startsWith("inventory_items/");
      if (prompt.silent() || lost) {
        never.add(prompted);
        return;
      }
      boolean late = random.nextInt(100) < LATE_PERCENT;
      Duration delay =
          late
              ? Duration.ofMinutes(20 + random.nextInt(1_500))
              : Duration.ofMillis(300 + random.nextInt(4_000));
      Instant at = prompted.at().plus(delay);
      Delivery delivery =
          sentAt(prompted, at.isBefore(prompt.notBefore()) ? prompt.notBefore() : at, Turn.FIRST);
      sent.add(delivery);
      if (random.nextInt(100) < AGAIN_PERCENT) {
        sent.add(
            sentAt(delivery, delivery.at().plusSeconds(5 + random.nextInt(10_000)), Turn.AGAIN));
      }
    }

    private static Delivery sentAt(Delivery delivery, Instant at, Turn turn) {
      return new Delivery(
          at,
          delivery.source(),
          delivery.topic(),
          delivery.id(),
          turn,
          delivery.unsigned(),
          delivery.body());
    }

    /** Orders of which no webhook at all arrives. */
    private Set<Long> silentOrders() {
      List<Order> orders =
          month.ordersOfTheMonth().stream()
              .filter(order ->
                  order.refunds().isEmpty() && order.edit().isEmpty() && !order.parcels().isEmpty())
              .toList();
      return random
          .ints(0, orders.size())
          .distinct()
          .limit(SILENT_ORDERS)
          .mapToObj(i -> orders.get(i).id())
          .collect(Collectors.toSet());
    }

    /** Orders whose own webhooks arrive only after that of their refund. */
    private Map<Long, Instant> heldBack() {
      Map<Long, Instant> held = new TreeMap<>();
      month.ordersOfTheMonth().stream()
          .filter(order -> order.cancelledAt().isPresent())
          .limit(ORDERS_AFTER_THEIR_REFUND)
          .forEach(order -> held.put(order.id(), order.refunds().getFirst().at().plusSeconds(900)));
      return held;
    }

    private Prompt shopify(
        ShopifyTopics.Webhook webhook, Set<Long> silent, Map<Long, Instant> held) {
      Map<String, String> headers = new TreeMap<>();
      String id = uuid(webhook.cause() + "/" + webhook.topic());
      headers.put("Content-Type", "application/json");
      headers.put("User-Agent", "Shopify-Captain-Hook");
      headers.put("X-Shopify-Topic", webhook.topic());
      headers.put("X-Shopify-Shop-Domain", month.setting().shopDomain());
      headers.put("X-Shopify-API-Version", ShopifyTopics.VERSION);
      headers.put("X-Shopify-Webhook-Id", id);
      headers.put("X-Shopify-Event-Id", uuid(webhook.cause()));
      headers.put("X-Shopify-Triggered-At", webhook.at().toString());
      headers.put("X-Shopify-Test", "false");
      Delivery delivery =
          new Delivery(
              webhook.at(),
              Source.SHOPIFY,
              webhook.topic(),
              id,
              Turn.FIRST,
              headers,
              webhook.json().toString());
      boolean aboutTheOrder = webhook.cause().startsWith("order/");
      Instant notBefore =
          aboutTheOrder
              ? webhook
                  .order()
                  .map(order -> held.getOrDefault(order.id(), Instant.MIN))
                  .orElse(Instant.MIN)
              : Instant.MIN;
      return new Prompt(
          delivery,
          webhook.order().filter(order -> silent.contains(order.id())).isPresent(),
          notBefore);
    }

    private Prompt stripe(StripeEvents.Event event) {
      Map<String, String> headers =
          Map.of(
              "Content-Type",
              "application/json; charset=utf-8",
              "User-Agent",
              "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
      Delivery delivery =
          new Delivery(
              event.at(),
              Source.STRIPE,
              event.type(),
              event.id(),
              Turn.FIRST,
              headers,
              event.json().toString());
      return new Prompt(delivery, false, Instant.MIN);
    }

    private String uuid(String name) {
      return UUID.nameUUIDFromBytes((month.seed() + "/" + name).getBytes(StandardCharsets.UTF_8))
          .toString();
    }
  }
}
