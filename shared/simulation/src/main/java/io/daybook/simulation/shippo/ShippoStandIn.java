package io.daybook.simulation.shippo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.shipping.Behaviour;
import io.daybook.simulation.shipping.Hmac;
import io.daybook.simulation.shipping.Shelf;
import io.daybook.simulation.shipping.Signed;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shippo's API, as far as labels cost something. */
public final class ShippoStandIn implements AutoCloseable {
  private static final int USUAL = 10;

  private final Behaviour behaviour;
  private final Map<String, Shelf> shelves = new HashMap<>();
  private final LoopbackServer server;

  private ShippoStandIn(int port, Behaviour behaviour) {
    this.behaviour = behaviour;
    for (String each :
        List.of(
            "transactions",
            "refunds",
            "rates",
            "carrier_accounts",
            "shipments",
            "orders",
            "tracks")) {
      shelves.put(each, new Shelf(behaviour.clock(), behaviour.lag()));
    }
    account("acc-shippo", true);
    account("acc-own", false);
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, ShippoStandIn::failure);
  }

  /** Starts on a port of 127.0.0.1; 0 for any free one. */
  public static ShippoStandIn start(int port, Behaviour behaviour) {
    return new ShippoStandIn(port, behaviour);
  }

  /** Where it listens, in the place of {@code https://api.goshippo.com}. */
  public URI address() {
    return server.address();
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  private void account(String id, boolean isShippos) {
    shelf("carrier_accounts")
        .put(id, Instant.EPOCH, node().put("object_id", id).put("is_shippo_account", isShippos));
  }

  /**
   * Buys a label.
   *
   * @param account {@code acc-shippo}, which Shippo bills, or {@code acc-own}, the merchant's
   * @param amount such as {@code 5.50}
   */
  public void buy(String id, Instant at, String account, String amount, String order) {
    buy(id, at, account, amount, order, false);
  }

  /** Buys a label for the way back. */
  public void buyReturn(String id, Instant at, String amount) {
    buy(id, at, "acc-own", amount, "", true);
  }

  private void buy(
      String id, Instant at, String account, String amount, String order, boolean isReturn) {
    ObjectNode shipment = node().put("object_id", "shipment-" + id);
    shipment.putObject("extra").put("is_return", isReturn);
    shipment.putObject("address_to").put("name", "Dora Example");
    shelf("shipments").put("shipment-" + id, at, shipment);
    shelf("rates")
        .put(
            "rate-" + id,
            at,
            node()
                .put("object_id", "rate-" + id)
                .put("amount", amount)
                .put("currency", "USD")
                .put("provider", "USPS")
                .put("carrier_account", account)
                .put("shipment", "shipment-" + id));
    ObjectNode transaction =
        node()
            .put("object_id", id)
            .put("object_created", at.toString())
            .put("object_updated", at.toString())
            .put("object_owner", "dora@example.com")
            .put("status", "SUCCESS")
            .put("test", false)
            .put("rate", "rate-" + id)
            .put("metadata", "")
            .put("tracking_number", "9499-" + id)
            .put("tracking_status", "PRE_TRANSIT");
    if (!order.isEmpty()) {
      shelf("orders").put("order-" + order, at, node().put("order_number", "#" + order));
      transaction.put("order", "order-" + order);
    }
    shelf("transactions").put(id, at, transaction);
  }

  /** The carrier has it. */
  public void scan(String id, Instant at) {
    ObjectNode track = node();
    ArrayNode history = track.putArray("tracking_history");
    history.addObject().put("status", "TRANSIT").put("status_date", at.toString());
    shelf("tracks").put("9499-" + id, at, track);
    shelf("transactions")
        .change(
            id,
            transaction ->
                transaction.put("tracking_status", "TRANSIT").put("object_updated", at.toString()));
  }

  /** Asks for a refund: it is pending. */
  public void refund(String id, String transaction, Instant at) {
    shelf("refunds")
        .put(
            id,
            at,
            node()
                .put("object_id", id)
                .put("object_created", at.toString())
                .put("object_updated", at.toString())
                .put("status", "PENDING")
                .put("test", false)
                .put("transaction", transaction));
    status(transaction, "REFUNDPENDING", at);
  }

  /** The carrier decides: {@code SUCCESS} or {@code ERROR}. */
  public void decide(String id, String status, Instant at) {
    shelf("refunds")
        .change(id, refund -> refund.put("status", status).put("object_updated", at.toString()));
    String transaction = shelf("refunds").find(id).orElseThrow().get("transaction").textValue();
    status(transaction, status.equals("SUCCESS") ? "REFUNDED" : "REFUNDREJECTED", at);
  }

  private void status(String transaction, String status, Instant at) {
    shelf("transactions")
        .change(
            transaction, each -> each.put("status", status).put("object_updated", at.toString()));
  }

  /** A webhook of a transaction with the address's token. */
  public Signed webhook(String event, String transaction, String token) {
    return new Signed("token=" + token, Map.of(), body(event, transaction));
  }

  /** A webhook of a transaction, signed. */
  public Signed signedWebhook(String event, String transaction, String secret, Instant now) {
    String body = body(event, transaction);
    String signed = now.getEpochSecond() + "." + body;
    return new Signed(
        "",
        Map.of(
            "Shippo-Auth-Signature",
            "t=" + now.getEpochSecond() + ",v1=" + Hmac.hex(secret, signed)),
        body);
  }

  private String body(String event, String transaction) {
    ObjectNode body = node().put("event", event).put("test", false);
    body.set("data", shelf("transactions").find(transaction).orElseGet(ShippoStandIn::node));
    return body.toString();
  }

  private Answer answer(Asked asked) {
    if (!asked.header("authorization").orElse("").equals("ShippoToken " + behaviour.key())) {
      return Answer.of(401, "{\"detail\":\"Invalid token.\"}");
    }
    List<String> path = List.of(asked.path().split("/", -1));
    Optional<Shelf> found =
        path.size() < 2 ? Optional.empty() : Optional.ofNullable(shelves.get(path.get(1)));
    if (found.isEmpty()) {
      return notFound();
    }
    return path.size() == 2
        ? list(found.get(), asked)
        : found
            .get()
            .find(path.getLast())
            .map(object -> Answer.of(200, object.toString()))
            .orElseGet(ShippoStandIn::notFound);
  }

  private Answer list(Shelf shelf, Asked asked) {
    List<ObjectNode> found = shelf.listed(Instant.EPOCH, Instant.MAX);
    Collections.reverse(found);
    int size = asked.parameter("results").map(Integer::parseInt).orElse(USUAL);
    int page = asked.parameter("page").map(Integer::parseInt).orElse(1);
    int from = Math.min(found.size(), (page - 1) * size);
    int to = Math.min(found.size(), from + size);
    ObjectNode answer = node();
    if (to < found.size()) {
      answer.put("next", address() + asked.path() + "?page=" + (page + 1));
    } else {
      answer.putNull("next");
    }
    answer.putNull("previous");
    ArrayNode results = answer.putArray("results");
    found.subList(from, to).forEach(results::add);
    return Answer.of(200, answer.toString());
  }

  private Shelf shelf(String name) {
    Shelf shelf = shelves.get(name);
    if (shelf == null) {
      throw new IllegalArgumentException("there is no shelf " + name);
    }
    return shelf;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Answer notFound() {
    return Answer.of(404, "{\"detail\":\"Not found.\"}");
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("Retry-After", "1"), "{\"detail\":\"Request was throttled.\"}")
        : Answer.of(status, "{\"detail\":\"Internal error.\"}");
  }

  @Override
  public void close() {
    server.close();
  }
}
