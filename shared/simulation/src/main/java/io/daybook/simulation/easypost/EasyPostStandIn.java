package io.daybook.simulation.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EasyPost's API, as far as labels cost something. */
public final class EasyPostStandIn implements AutoCloseable {
  private static final int MOST = 100;
  private static final int USUAL = 20;

  private final Behaviour behaviour;
  private final Shelf shipments;
  private final Shelf refunds;
  private final Shelf events;
  private final Shelf payloads;
  private final LoopbackServer server;

  private EasyPostStandIn(int port, Behaviour behaviour) {
    this.behaviour = behaviour;
    this.shipments = new Shelf(behaviour.clock(), behaviour.lag());
    this.refunds = new Shelf(behaviour.clock(), behaviour.lag());
    this.events = new Shelf(behaviour.clock(), behaviour.lag());
    this.payloads = new Shelf(behaviour.clock(), behaviour.lag());
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, EasyPostStandIn::failure);
  }

  /** Starts on a port of 127.0.0.1; 0 for any free one. */
  public static EasyPostStandIn start(int port, Behaviour behaviour) {
    return new EasyPostStandIn(port, behaviour);
  }

  /** Where it listens, in the place of {@code https://api.easypost.com}. */
  public URI address() {
    return server.address();
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  /**
   * Buys a label.
   *
   * @param postage in dollars, such as {@code 5.93000}
   * @param insurance the premium; {@code 0.00000} for none
   */
  public void buy(String id, Instant at, String postage, String insurance, String order) {
    ObjectNode shipment = shipment(id, at, postage, order, "easypost");
    ArrayNode fees = shipment.putArray("fees");
    fee(fees, "LabelFee", "0.00000");
    fee(fees, "PostageFee", postage);
    if (!insurance.equals("0.00000")) {
      fee(fees, "InsuranceFee", insurance);
    }
    shipments.put(id, at, shipment);
  }

  /** Buys a label on the merchant's own account with the carrier: EasyPost charges its label fee only. */
  public void buyOnAccount(String id, Instant at, String rate, String labelFee, String order) {
    ObjectNode shipment = shipment(id, at, rate, order, "carrier");
    fee(shipment.putArray("fees"), "LabelFee", labelFee);
    shipments.put(id, at, shipment);
  }

  /** Buys a label for the way back, which is charged when it is scanned. */
  public void buyReturn(String id, Instant at, String postage) {
    ObjectNode shipment = shipment(id, at, postage, "", "easypost").put("is_return", true);
    ObjectNode fee = fee(shipment.putArray("fees"), "PostageFee", postage);
    fee.put("charged", false);
    shipments.put(id, at, shipment);
  }

  /** The carrier has it: what was not charged yet is. */
  public void scan(String id, Instant at) {
    shipments.change(
        id,
        shipment -> {
          shipment.withArray("fees").forEach(fee -> ((ObjectNode) fee).put("charged", true));
          shipment
              .putObject("tracker")
              .putArray("tracking_details")
              .addObject()
              .put("object", "TrackingDetail")
              .put("status", "in_transit")
              .put("datetime", at.toString());
          shipment.put("updated_at", at.toString());
        });
  }

  /** Asks for a refund: it is only submitted. */
  public void refund(String id, String shipment, Instant at) {
    refunds.put(
        id,
        at,
        node()
            .put("id", id)
            .put("object", "Refund")
            .put("status", "submitted")
            .put("carrier", "USPS")
            .put("shipment_id", shipment)
            .put("tracking_code", "9400")
            .put("created_at", at.toString())
            .put("updated_at", at.toString()));
    shipments.change(
        shipment, each -> each.put("refund_status", "submitted").put("updated_at", at.toString()));
  }

  /** The carrier decides: {@code refunded} or {@code rejected}. */
  public void decide(String id, String status, Instant at) {
    refunds.change(id, refund -> refund.put("status", status).put("updated_at", at.toString()));
    String shipment = refunds.find(id).orElseThrow().get("shipment_id").textValue();
    shipments.change(
        shipment,
        each -> {
          each.put("refund_status", status).put("updated_at", at.toString());
          if (status.equals("refunded")) {
            each.withArray("fees").forEach(fee -> ((ObjectNode) fee).put("refunded", true));
          }
        });
    if (status.equals("refunded")) {
      event("evt_" + id, "refund.successful", refunds.find(id).orElseThrow(), at);
    }
  }

  /** The carrier weighed again: an invoice for the difference. */
  public void adjust(String id, String shipment, String amount, Instant at) {
    event(
        "evt_" + id,
        "shipment.invoice.created",
        node()
            .put("id", id)
            .put("object", "ShipmentInvoice")
            .put("shipment_id", shipment)
            .put("amount", amount)
            .put("currency", "USD")
            .put("created_at", at.toString()),
        at);
  }

  /** The wallet is filled from a card. */
  public void topUp(String id, String amount, Instant at) {
    event(
        "evt_" + id,
        "payment.created",
        node()
            .put("id", id)
            .put("object", "Payment")
            .put("source_type", "CreditCard")
            .put("amount", amount)
            .put("currency", "USD")
            .put("created_at", at.toString()),
        at);
  }

  private void event(String id, String description, ObjectNode result, Instant at) {
    ObjectNode event =
        node()
            .put("id", id)
            .put("object", "Event")
            .put("mode", "production")
            .put("description", description)
            .put("status", "completed")
            .put("created_at", at.toString())
            .put("updated_at", at.toString());
    event.putArray("pending_urls");
    ObjectNode whole = event.deepCopy();
    whole.set("result", result);
    whole.putObject("previous_attributes");
    payloads.put(id, at, whole);
    // Asked for directly, an event has no result.
    events.put(id, at, event);
  }

  /** The webhook of an event, signed as EasyPost signs. */
  public Signed webhook(String event, String secret) {
    String body = payloads.find(event).orElseThrow().toString();
    String normalised = Normalizer.normalize(secret, Normalizer.Form.NFKD);
    return new Signed(
        "", Map.of("X-Hmac-Signature", "hmac-sha256-hex=" + Hmac.hex(normalised, body)), body);
  }

  private Answer answer(Asked asked) {
    String expected =
        "Basic " + Base64.getEncoder().encodeToString((behaviour.key() + ":").getBytes(UTF_8));
    if (!asked.header("authorization").orElse("").equals(expected)) {
      return Answer.of(401, error("UNAUTHORIZED", "This api key is invalid."));
    }
    if (!asked.method().equals("GET")) {
      return Answer.of(405, error("METHOD_NOT_ALLOWED", "The stand-in is only read from."));
    }
    List<String> path = List.of(asked.path().split("/", -1));
    if (path.size() < 3 || !path.get(1).equals("v2")) {
      return notFound();
    }
    Optional<Shelf> shelf =
        switch (path.get(2)) {
          case "shipments" -> Optional.of(shipments);
          case "refunds" -> Optional.of(refunds);
          case "events" -> Optional.of(events);
          default -> Optional.empty();
        };
    if (shelf.isEmpty()) {
      return notFound();
    }
    if (path.size() == 5 && path.get(4).equals("payloads")) {
      return payloads
          .find(path.get(3))
          .map(EasyPostStandIn::sent)
          .orElseGet(EasyPostStandIn::notFound);
    }
    return path.size() == 3
        ? list(path.get(2), shelf.get(), asked)
        : shelf
            .get()
            .find(path.get(3))
            .map(found -> Answer.of(200, found.toString()))
            .orElseGet(EasyPostStandIn::notFound);
  }

  private static Answer sent(ObjectNode event) {
    ObjectNode answer = node();
    answer
        .putArray("payloads")
        .addObject()
        .put("id", "payload_1")
        .put("object", "Payload")
        .put("request_url", "https://hub.example.com")
        .put("request_body", event.toString())
        .put("response_code", 200);
    return Answer.of(200, answer.toString());
  }

  private Answer list(String name, Shelf shelf, Asked asked) {
    int size = asked.parameter("page_size").map(Integer::parseInt).orElse(USUAL);
    if (size < 1 || size > MOST) {
      return Answer.of(422, error("INVALID_PARAMETER", "page_size must be between 1 and 100"));
    }
    List<ObjectNode> found =
        shelf.listed(
            asked.parameter("start_datetime").map(Instant::parse).orElse(Instant.EPOCH),
            asked.parameter("end_datetime").map(Instant::parse).orElse(Instant.MAX));
    Collections.reverse(found);
    int from = 0;
    Optional<String> before = asked.parameter("before_id");
    for (int index = 0; before.isPresent() && index < found.size(); index++) {
      if (found.get(index).get("id").textValue().equals(before.get())) {
        from = index + 1;
      }
    }
    int to = Math.min(found.size(), from + size);
    boolean past = from >= found.size() && !found.isEmpty();
    if (past && behaviour.repeats()) {
      from = Math.max(0, found.size() - size);
    }
    ObjectNode page = node();
    ArrayNode objects = page.putArray(name);
    found.subList(from, to).forEach(objects::add);
    return Answer.of(
        200, page.put("has_more", behaviour.repeats() || to < found.size()).toString());
  }

  private static ObjectNode shipment(
      String id, Instant at, String rate, String order, String billing) {
    ObjectNode shipment =
        node()
            .put("id", id)
            .put("object", "Shipment")
            .put("mode", "production")
            .put("created_at", at.toString())
            .put("updated_at", at.toString())
            .put("is_return", false)
            .put("status", "unknown")
            .putNull("refund_status")
            .put("tracking_code", "9400100000000000000000");
    if (order.isEmpty()) {
      shipment.putNull("reference");
    } else {
      shipment.put("reference", order);
    }
    shipment
        .putObject("to_address")
        .put("name", "Dora Example")
        .put("street1", "1 Sample Street")
        .put("email", "dora@example.com");
    shipment
        .putObject("selected_rate")
        .put("object", "Rate")
        .put("rate", rate)
        .put("currency", "USD")
        .put("billing_type", billing)
        .put("carrier", "USPS");
    shipment.putObject("postage_label").put("id", "pl_" + id).put("created_at", at.toString());
    shipment.putNull("tracker");
    return shipment;
  }

  private static ObjectNode fee(ArrayNode fees, String type, String amount) {
    return fees.addObject()
        .put("object", "Fee")
        .put("type", type)
        .put("amount", amount)
        .put("charged", true)
        .put("refunded", false);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Answer notFound() {
    return Answer.of(404, error("NOT_FOUND", "The requested resource could not be found."));
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("Retry-After", "1"), error("RATE_LIMITED", "Too many requests."))
        : Answer.of(status, error("INTERNAL_SERVER_ERROR", "Something went wrong."));
  }

  private static String error(String code, String message) {
    ObjectNode answer = node();
    answer.putObject("error").put("code", code).put("message", message).putArray("errors");
    return answer.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
