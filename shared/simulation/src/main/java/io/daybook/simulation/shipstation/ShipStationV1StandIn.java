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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Version 1's API. Its key is key and secret with a colon between. */
public final class ShipStationV1StandIn implements AutoCloseable {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);
  private static final DateTimeFormatter QUERY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int USUAL = 100;

  private final Behaviour behaviour;
  private final int callsAMinute;
  private final Shelf shipments;
  private final AtomicInteger left;
  private volatile Instant minute;
  private final LoopbackServer server;

  private ShipStationV1StandIn(int port, Behaviour behaviour, int callsAMinute) {
    this.behaviour = behaviour;
    this.callsAMinute = callsAMinute;
    this.shipments = new Shelf(behaviour.clock(), behaviour.lag());
    this.left = new AtomicInteger(callsAMinute);
    this.minute = behaviour.clock().instant();
    this.server =
        new LoopbackServer(port, behaviour.faults(), this::answer, ShipStationV1StandIn::failure);
  }

  /**
   * Starts on a port of 127.0.0.1; 0 for any free one.
   *
   * @param callsAMinute 40 on the platform
   */
  public static ShipStationV1StandIn start(int port, Behaviour behaviour, int callsAMinute) {
    return new ShipStationV1StandIn(port, behaviour, callsAMinute);
  }

  /** Where it listens, in the place of {@code https://ssapi.shipstation.com}. */
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
   * @param carrier {@code stamps_com}, which is funded, or {@code ups}, the merchant's account
   */
  public void buy(
      long id, Instant at, String carrier, String cost, String insurance, String order) {
    ObjectNode shipment =
        node()
            .put("shipmentId", id)
            .put("orderId", id + 1_000_000)
            .put("orderKey", "key-" + order)
            .put("orderNumber", order)
            .put("createDate", pacific(at))
            .put("shipDate", pacific(at).substring(0, 10))
            .put("shipmentCost", new BigDecimal(cost))
            .put("insuranceCost", new BigDecimal(insurance))
            .put("isReturnLabel", false)
            .put("carrierCode", carrier)
            .put("customerEmail", "dora@example.com")
            .put("voided", false)
            .putNull("voidDate");
    shipment.putObject("shipTo").put("name", "Dora Example").put("street1", "1 Sample Street");
    shipments.put(Long.toString(id), at, shipment);
  }

  /** Voids a label. */
  public void voidLabel(long id, Instant at) {
    shipments.change(
        Long.toString(id), shipment -> shipment.put("voided", true).put("voidDate", pacific(at)));
  }

  /** A webhook: no signature, but the token that the address ends with. */
  public Signed webhook(String type, String token) {
    return new Signed(
        "token=" + token,
        Map.of(),
        node()
            .put("resource_url", address() + "/shipments?batchId=1")
            .put("resource_type", type)
            .toString());
  }

  private Answer answer(Asked asked) {
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(behaviour.key().getBytes(UTF_8));
    if (!asked.header("authorization").orElse("").equals(expected)) {
      return Answer.of(401, "{\"Message\":\"Unauthorized\"}");
    }
    if (!behaviour.clock().instant().isBefore(minute.plusSeconds(60))) {
      minute = behaviour.clock().instant();
      left.set(callsAMinute);
    }
    int remaining = left.decrementAndGet();
    Map<String, String> limits =
        Map.of(
            "X-Rate-Limit-Limit", Integer.toString(callsAMinute),
            "X-Rate-Limit-Remaining", Integer.toString(Math.max(0, remaining)),
            "X-Rate-Limit-Reset", "20");
    if (remaining < 0) {
      return new Answer(429, limits, "{\"Message\":\"Too Many Requests\"}");
    }
    String body =
        switch (asked.path()) {
          case "/carriers" -> carriers().toString();
          case "/shipments" -> list(asked).toString();
          default -> "";
        };
    return body.isEmpty()
        ? new Answer(404, limits, "{\"Message\":\"Not Found\"}")
        : new Answer(200, limits, body);
  }

  private ObjectNode list(Asked asked) {
    boolean byVoid = asked.parameter("voidDateStart").isPresent();
    String by = byVoid ? "voidDate" : "createDate";
    String from = asked.parameter(by + "Start").orElse("1970-01-01 00:00:00");
    String to = asked.parameter(by + "End").orElse("9999-01-01 00:00:00");
    // Behind by its lag, and filtered by the dates that it wrote, not by instants.
    List<ObjectNode> found = shipments.listed(Instant.EPOCH, Instant.MAX);
    found.removeIf(shipment -> {
      if (!shipment.get(by).isTextual()) {
        return true;
      }
      String written = QUERY.format(LocalDateTime.parse(shipment.get(by).textValue()));
      return written.compareTo(from) < 0 || written.compareTo(to) > 0;
    });
    int size = asked.parameter("pageSize").map(Integer::parseInt).orElse(USUAL);
    int page = asked.parameter("page").map(Integer::parseInt).orElse(1);
    int pages = (found.size() + size - 1) / size;
    int shown = behaviour.repeats() ? Math.max(1, Math.min(page, pages)) : page;
    int start = Math.min(found.size(), (shown - 1) * size);
    ObjectNode answer = node();
    ArrayNode list = answer.putArray("shipments");
    found.subList(start, Math.min(found.size(), start + size)).forEach(list::add);
    if (!found.isEmpty() && !list.isEmpty()) {
      // The platform is known to list a shipment twice.
      list.add(list.get(0).deepCopy());
    }
    return answer.put("total", found.size()).put("page", page).put("pages", pages);
  }

  private static ArrayNode carriers() {
    ArrayNode carriers = JsonNodeFactory.instance.arrayNode();
    carriers.addObject().put("code", "stamps_com").put("requiresFundedAccount", true);
    carriers.addObject().put("code", "ups").put("requiresFundedAccount", false);
    return carriers;
  }

  private static String pacific(Instant at) {
    return TIMES.format(at.atZone(PACIFIC));
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("X-Rate-Limit-Reset", "1"), "{\"Message\":\"Too Many Requests\"}")
        : Answer.of(status, "{\"Message\":\"An error has occurred.\"}");
  }

  @Override
  public void close() {
    server.close();
  }
}
