package io.daybook.simulation.shipstation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.LoopbackServer;
import io.daybook.simulation.shipping.Behaviour;
import io.daybook.simulation.shipping.Shelf;
import io.daybook.simulation.shipping.Signed;
import java.math.BigDecimal;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Version 2's API, which is ShipEngine's, under {@code /v2}; its signing keys under {@code /jwks}. */
public final class ShipStationStandIn implements AutoCloseable {
  private static final int USUAL = 25;

  private final Behaviour behaviour;
  private final Shelf labels;
  private final Shelf tracks;
  private final LoopbackServer server;
  private volatile KeyPair signing = keys();
  private final AtomicInteger key = new AtomicInteger(1);

  private ShipStationStandIn(int port, Behaviour behaviour) {
    this.behaviour = behaviour;
    this.labels = new Shelf(behaviour.clock(), behaviour.lag());
    this.tracks = new Shelf(behaviour.clock(), behaviour.lag());
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, ShipStationStandIn::failure);
  }

  /** Starts on a port of 127.0.0.1; 0 for any free one. */
  public static ShipStationStandIn start(int port, Behaviour behaviour) {
    return new ShipStationStandIn(port, behaviour);
  }

  /** Where it listens, in the place of {@code https://api.shipstation.com/v2}. */
  public URI address() {
    return URI.create(server.address() + "/v2");
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  /**
   * Buys a label.
   *
   * @param carrier {@code se-wallet}, which is funded, or {@code se-own}, the merchant's account
   * @param cost such as {@code 7.33}
   * @param insurance such as {@code 0.50}
   */
  public void buy(
      String id, Instant at, String carrier, String cost, String insurance, String order) {
    ObjectNode label = label(id, at, carrier, cost, insurance).put("external_order_id", order);
    labels.put(id, at, label);
  }

  /** Buys a label for the way back, which is charged when the carrier takes it. */
  public void buyReturn(String id, Instant at, String cost) {
    ObjectNode label =
        label(id, at, "se-own", cost, "0.00")
            .put("is_return_label", true)
            .put("charge_event", "on_carrier_acceptance");
    labels.put(id, at, label);
  }

  /** The carrier has it. */
  public void scan(String id, Instant at) {
    ObjectNode track = node().put("status_code", "IT");
    ArrayNode events = track.putArray("events");
    events.addObject().put("occurred_at", at.toString()).put("status_code", "IT");
    tracks.put(id, at, track);
  }

  /** Voids a label: refunded with it. */
  public void voidLabel(String id, Instant at) {
    labels.change(
        id,
        label ->
            label
                .put("status", "voided")
                .put("voided", true)
                .put("voided_at", at.toString())
                .put("void_type", "manual"));
  }

  /** Voids a label by Refund Assist: {@code pending}, {@code approved} or {@code rejected}. */
  public void assistRefund(String id, Instant at, String status, String credited) {
    labels.change(
        id,
        label -> {
          label
              .put("status", "voided")
              .put("voided", true)
              .put("voided_at", at.toString())
              .put("void_type", "refund_assist");
          ObjectNode details = label.putObject("refund_details").put("refund_status", status);
          if (!credited.isEmpty()) {
            details.set("amount_credited", money(credited));
          }
        });
  }

  /** A webhook, signed with the newest key. */
  public Signed webhook(String type, String label, Instant now) {
    String body =
        node()
            .put("resource_url", address() + "/labels/" + label)
            .put("resource_type", type)
            .toString();
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signing.getPrivate());
      signature.update((now + "." + body).getBytes(UTF_8));
      return new Signed(
          "",
          Map.of(
              "X-ShipEngine-RSA-SHA256-Key-Id",
              "key-" + key,
              "X-ShipEngine-RSA-SHA256-Signature",
              Base64.getEncoder().encodeToString(signature.sign()),
              "X-ShipEngine-Timestamp",
              now.toString()),
          body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with RSA", e);
    }
  }

  /** Signs with another key from now on. */
  public void rotate() {
    signing = keys();
    key.incrementAndGet();
  }

  private Answer answer(Asked asked) {
    if (asked.path().equals("/jwks")) {
      return Answer.of(200, jwks().toString());
    }
    if (!asked.header("api-key").orElse("").equals(behaviour.key())) {
      return Answer.of(401, error("unauthorized"));
    }
    List<String> path = List.of(asked.path().split("/", -1));
    if (path.size() == 3 && path.get(2).equals("carriers")) {
      return Answer.of(200, carriers().toString());
    }
    if (path.size() == 3 && path.get(2).equals("labels")) {
      return list(asked);
    }
    if (path.size() == 5 && path.get(4).equals("track")) {
      ObjectNode none = node().put("status_code", "NY");
      none.putArray("events");
      return Answer.of(200, tracks.find(path.get(3)).orElse(none).toString());
    }
    return Answer.of(404, error("not_found"));
  }

  private Answer list(Asked asked) {
    List<ObjectNode> found =
        labels.listed(
            asked.parameter("created_at_start").map(Instant::parse).orElse(Instant.EPOCH),
            asked.parameter("created_at_end").map(Instant::parse).orElse(Instant.MAX));
    if (asked.parameter("label_status").isPresent()) {
      found.removeIf(
          label -> !label.get("status").textValue().equals(asked.parameter("label_status").get()));
    }
    if (asked.parameter("sort_by").orElse("").equals("voided_at")) {
      found.sort(
          Comparator.comparing((ObjectNode label) -> label.get("voided_at").textValue())
              .reversed());
    } else if (asked.parameter("sort_dir").orElse("desc").equals("desc")) {
      Collections.reverse(found);
    }
    int size = asked.parameter("page_size").map(Integer::parseInt).orElse(USUAL);
    int page = asked.parameter("page").map(Integer::parseInt).orElse(1);
    int pages = (found.size() + size - 1) / size;
    int from = Math.min(found.size(), (page - 1) * size);
    ObjectNode answer = node();
    ArrayNode list = answer.putArray("labels");
    found.subList(from, Math.min(found.size(), from + size)).forEach(list::add);
    return Answer.of(
        200, answer.put("total", found.size()).put("page", page).put("pages", pages).toString());
  }

  private static ObjectNode label(
      String id, Instant at, String carrier, String cost, String insurance) {
    ObjectNode label =
        node()
            .put("label_id", id)
            .put("status", "completed")
            .put("shipment_id", "se-of-" + id)
            .put("created_at", at.toString())
            .put("is_return_label", false)
            .put("carrier_id", carrier)
            .put("carrier_code", "stamps_com")
            .put("charge_event", "carrier_default")
            .put("voided", false)
            .putNull("voided_at")
            .put("tracking_status", "unknown");
    label.set("shipment_cost", money(cost));
    label.set("insurance_cost", money(insurance));
    label.putObject("ship_to").put("name", "Dora Example").put("address_line1", "1 Sample Street");
    return label;
  }

  private static ObjectNode money(String amount) {
    return node().put("currency", "usd").put("amount", new BigDecimal(amount));
  }

  private static ObjectNode carriers() {
    ObjectNode answer = node();
    ArrayNode carriers = answer.putArray("carriers");
    carriers
        .addObject()
        .put("carrier_id", "se-wallet")
        .put("carrier_code", "stamps_com")
        .put("requires_funded_amount", true);
    carriers
        .addObject()
        .put("carrier_id", "se-own")
        .put("carrier_code", "ups")
        .put("requires_funded_amount", false);
    return answer;
  }

  private ObjectNode jwks() {
    RSAPublicKey rsa = (RSAPublicKey) signing.getPublic();
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    ObjectNode answer = node();
    answer
        .putArray("keys")
        .addObject()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("kid", "key-" + key)
        .put("n", encoder.encodeToString(rsa.getModulus().toByteArray()))
        .put("e", encoder.encodeToString(rsa.getPublicExponent().toByteArray()));
    return answer;
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes RSA keys", e);
    }
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("Retry-After", "1"), error("rate_limit_exceeded"))
        : Answer.of(status, error("unspecified"));
  }

  private static String error(String code) {
    ObjectNode answer = node().put("request_id", "00000000-0000-0000-0000-000000000000");
    answer.putArray("errors").addObject().put("error_code", code).put("message", code);
    return answer.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
