package io.daybook.bench.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.bench.cost.StreamEvents.Inserted;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.local.demo.SampleShop;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Payment;
import io.daybook.simulation.month.Processor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plays plain orders of a month through a metered hub of their own, as a busy shop's would come: what happens at once in
 * the same batches, what happens later in later ones, and balance transactions as the sweep brings them, a hundred a
 * message. A plain order is paid once, ships in one parcel, and that is all.
 */
final class OrderPlay {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TRANSACTIONS = "pull/balance-transactions";
  private static final int OBJECTS = 100;

  private final SampleShop shop;
  private final MeteredHub hub;
  private final MonthClock clock;
  private final int batch;
  private final Processor processor;
  private final Map<String, String> orderByCharge = new HashMap<>();
  private final Set<String> orders;
  private final Set<String> payments = new HashSet<>();

  OrderPlay(SampleShop shop, MeteredHub hub, MonthClock clock, int batch, Processor processor) {
    this.shop = shop;
    this.hub = hub;
    this.clock = clock;
    this.batch = batch;
    this.processor = processor;
    for (Order order : shop.month().orders()) {
      order
          .payments()
          .forEach(payment -> orderByCharge.put(payment.reference(), Long.toString(order.id())));
    }
    this.orders = toldWhole(plain());
    for (Order order : shop.month().orders()) {
      if (orders.contains(Long.toString(order.id()))) {
        Payment payment = order.payments().getFirst();
        payments.add('"' + payment.reference() + '"');
        payments.add('"' + Long.toString(payment.id()) + '"');
      }
    }
  }

  private Set<String> plain() {
    return shop.month().ordersOfTheMonth().stream()
        .filter(order -> order.processor() == processor && isPlain(order))
        .filter(order -> order.parcels().getFirst().at().isBefore(shop.month().setting().end()))
        .map(order -> Long.toString(order.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPlain(Order order) {
    return order.payments().size() == 1
        && order.parcels().size() == 1
        && order.refunds().isEmpty()
        && order.edit().isEmpty()
        && order.cancelledAt().isEmpty();
  }

  /** Those of which no webhook was lost. */
  private Set<String> toldWhole(Set<String> plain) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Delivery delivery : shop.deliveries().sent()) {
      told.computeIfAbsent(order(delivery), _ -> new TreeSet<>()).add(delivery.topic());
    }
    return plain.stream()
        .filter(order -> told.getOrDefault(order, Set.of()).containsAll(topics()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> topics() {
    Set<String> topics = new TreeSet<>(atOnce());
    topics.addAll(later());
    return topics;
  }

  /** What the platforms tell within seconds of the purchase. */
  private Set<String> atOnce() {
    return switch (processor) {
      case SHOPIFY -> Set.of("orders/create", "order_transactions/create");
      case STRIPE -> Set.of("orders/create", "order_transactions/create", "charge.succeeded");
    };
  }

  private static Set<String> later() {
    return Set.of("fulfillments/create");
  }

  private String order(Delivery delivery) {
    try {
      JsonNode body = MAPPER.readTree(delivery.body());
      return switch (delivery.source()) {
        case SHOPIFY ->
            body.path(delivery.topic().startsWith("orders/") ? "id" : "order_id").asText();
        case STRIPE ->
            orderByCharge.getOrDefault(body.at("/data/object/id").asText(), "none of the shop's");
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(delivery.id() + " is no JSON", e);
    }
  }

  /** How many orders are played. */
  int orders() {
    return orders.size();
  }

  /** How many messages an order has, its balance transaction counted as one. */
  int messages() {
    return topics().size() + 1;
  }

  /** Plays them. */
  void play() {
    take(MonthPlay.SET_UP, Set.of("inventory_items/update"));
    take(MonthPlay.INGEST, atOnce());
    clock.reach(clock.instant().plus(Duration.ofHours(20)));
    take(MonthPlay.INGEST, later());
  }

  private void take(String phase, Set<String> topics) {
    for (Delivery delivery : shop.deliveries().sent()) {
      boolean meant = phase.equals(MonthPlay.SET_UP) || orders.contains(order(delivery));
      if (meant && topics.contains(delivery.topic()) && delivery.turn() == Delivery.Turn.FIRST) {
        clock.reach(delivery.at());
        int status =
            hub.ingest(
                phase,
                SampleShop.hook(delivery.source()),
                SampleShop.signed(delivery, clock.instant()),
                delivery.bytes());
        if (status != 200) {
          throw new IllegalStateException(delivery.topic() + " was answered " + status);
        }
      }
    }
    post(phase.equals(MonthPlay.SET_UP) ? phase : MonthPlay.POST);
  }

  private void post(String phase) {
    List<Inserted> received = hub.received();
    for (int start = 0; start < received.size(); start += batch) {
      hub.post(phase, received.subList(start, Math.min(start + batch, received.size())));
    }
    List<Inserted> _ = hub.received();
  }

  /** Plays the orders' balance transactions, which another hub's sweep found. Returns how many. */
  int transactions(InboxStore found) {
    ConnectionName connection =
        new ConnectionName(
            switch (processor) {
              case SHOPIFY -> "shopify";
              case STRIPE -> "stripe";
            });
    List<JsonNode> objects = new ArrayList<>();
    for (LocalDate day : found.days(connection)) {
      for (Message message : found.day(connection, day)) {
        if (message.topic().equals(TRANSACTIONS)) {
          for (JsonNode object : read(message.body()).path("objects")) {
            if (payments.stream().anyMatch(object.toString()::contains)) {
              objects.add(object);
            }
          }
        }
      }
    }
    hub.meter().phase(MonthPlay.INGEST);
    for (int start = 0; start < objects.size(); start += OBJECTS) {
      ObjectNode message = MAPPER.createObjectNode();
      ArrayNode list = message.putArray("objects");
      objects.subList(start, Math.min(start + OBJECTS, objects.size())).forEach(list::add);
      InboxStore.Put _ =
          hub.deployment()
              .stores()
              .inbox(SampleShop.BOOK)
              .put(
                  new Message(
                      connection,
                      clock.instant(),
                      Message.Via.PULL,
                      TRANSACTIONS,
                      Bytes.utf8(message.toString())));
    }
    post(MonthPlay.POST);
    return objects.size();
  }

  private static JsonNode read(Bytes body) {
    try {
      return MAPPER.readTree(body.toArray());
    } catch (java.io.IOException e) {
      throw new IllegalStateException("a pulled message is no JSON", e);
    }
  }
}
