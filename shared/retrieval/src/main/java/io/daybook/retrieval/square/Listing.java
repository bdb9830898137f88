package io.daybook.retrieval.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.http.CallFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page of one location's list, with what its objects cannot be understood without. */
final class Listing {
  /** Square's page at most, but for orders, of which more would make a page of many megabytes. */
  private static final String PAGE = "100";

  private static final String EVENTS = "1000";
  private static final int CHUNK = 500;

  private final Session session;
  private final Request request;
  private final Place at;

  Listing(Session session, Request request, Place at) {
    this.session = session;
    this.request = request;
    this.at = at;
  }

  /**
   * A page.
   *
   * @param cursor where the next page begins; empty after the last
   */
  record Listed(List<PulledObject> objects, String cursor) {}

  Listed list(Resource resource) throws CallFailed {
    return switch (resource) {
      case ORDERS -> orders();
      case PAYMENTS -> plain(resource, changed("v2/payments", "payments"));
      case REFUNDS -> refunds();
      case DISPUTES -> disputes();
      case PAYOUTS -> plain(resource, made(resource, "v2/payouts", "payouts", PAGE));
      // A payout is listed whole, which may take many calls: one at a time.
      case PAYOUT_TRANSACTIONS -> payouts(made(resource, "v2/payouts", "payouts", "1"));
      case CASH_DRAWER_SHIFTS ->
          shifts(made(resource, "v2/cash-drawers/shifts", "cash_drawer_shifts", PAGE));
    };
  }

  /** A page as Square gave it. */
  private record Raw(List<JsonNode> elements, String cursor) {}

  private Raw raw(JsonNode answer, String list) {
    List<JsonNode> elements = new ArrayList<>();
    answer.path(list).forEach(elements::add);
    return new Raw(elements, answer.path("cursor").asText(""));
  }

  private Raw changed(String path, String list) throws CallFailed {
    Map<String, String> query = query(PAGE);
    query.put("updated_at_begin_time", request.changedFrom().toString());
    query.put("updated_at_end_time", request.changedTo().toString());
    query.put("sort_field", "UPDATED_AT");
    return raw(session.get(path, query), list);
  }

  private Raw made(Resource resource, String path, String list, String limit) throws CallFailed {
    Map<String, String> query = query(limit);
    query.put("begin_time", earlier(request.changedFrom(), resource.lookBack()).toString());
    query.put("end_time", request.changedTo().toString());
    return raw(session.get(path, query), list);
  }

  private Map<String, String> query(String limit) {
    Map<String, String> query = new LinkedHashMap<>();
    if (!at.location().isEmpty()) {
      query.put("location_id", at.location());
    }
    query.put("sort_order", "ASC");
    query.put("limit", limit);
    at.cursor().ifPresent(cursor -> query.put("cursor", cursor));
    return query;
  }

  private static Instant earlier(Instant from, Duration before) {
    return from.isBefore(Instant.EPOCH.plus(before)) ? Instant.EPOCH : from.minus(before);
  }

  private static Listed plain(Resource resource, Raw page) {
    return new Listed(
        page.elements().stream().map(element -> object(resource, element, element)).toList(),
        page.cursor());
  }

  private Listed orders() throws CallFailed {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("location_ids").add(at.location());
    body.put("limit", Integer.parseInt(PAGE));
    at.cursor().ifPresent(cursor -> body.put("cursor", cursor));
    ObjectNode query = body.putObject("query");
    ObjectNode changed =
        query.putObject("filter").putObject("date_time_filter").putObject("updated_at");
    changed.put("start_at", request.changedFrom().toString());
    changed.put("end_at", request.changedTo().toString());
    query.putObject("sort").put("sort_field", "UPDATED_AT").put("sort_order", "ASC");
    Raw page = raw(session.post("v2/orders/search", body), "orders");
    return new Listed(withSales(page.elements()), page.cursor());
  }

  /** A return is of a sale that may be years old: it comes along, for the return cannot be posted without it. */
  private List<PulledObject> withSales(List<JsonNode> orders) throws CallFailed {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    Set<String> sales = new LinkedHashSet<>();
    for (JsonNode order : orders) {
      all.put(order.path("id").asText(""), order);
      order.path("returns").forEach(part -> sales.add(part.path("source_order_id").asText("")));
    }
    sales.removeAll(all.keySet());
    sales.remove("");
    List<PulledObject> objects = new ArrayList<>();
    session
        .orders(sales)
        .values()
        .forEach(sale -> objects.add(object(Resource.ORDERS, sale, sale)));
    all.values().forEach(order -> objects.add(object(Resource.ORDERS, order, order)));
    return objects;
  }

  private Listed refunds() throws CallFailed {
    Raw page = changed("v2/refunds", "refunds");
    Set<String> ids = new LinkedHashSet<>();
    page.elements().forEach(refund -> ids.add(refund.path("order_id").asText("")));
    ids.remove("");
    Map<String, JsonNode> orders = session.orders(ids);
    List<PulledObject> objects = new ArrayList<>(withSales(List.copyOf(orders.values())));
    Map<String, ObjectNode> joined = new LinkedHashMap<>();
    for (JsonNode refund : page.elements()) {
      String order = refund.path("order_id").asText("");
      ObjectNode whole =
          joined.computeIfAbsent(
              order.isEmpty() ? refund.path("id").asText("") : order,
              _ -> JsonNodeFactory.instance.objectNode());
      JsonNode found = orders.get(order);
      if (found != null) {
        whole.set("order", found);
      }
      whole.withArray("refunds").add(refund);
    }
    for (Map.Entry<String, ObjectNode> whole : joined.entrySet()) {
      complete(whole.getValue());
      objects.add(
          new PulledObject(
              Resource.REFUNDS.topic(), whole.getKey(), Bytes.utf8(whole.getValue().toString())));
    }
    return new Listed(objects, page.cursor());
  }

  /** The return's other refunds, of a payment that was split: all of them together are what was given back. */
  private void complete(ObjectNode whole) throws CallFailed {
    ArrayNode refunds = whole.withArray("refunds");
    Set<String> here = new LinkedHashSet<>();
    refunds.forEach(refund -> here.add(refund.path("id").asText("")));
    if (whole.path("order").path("returns").isEmpty()) {
      return;
    }
    for (JsonNode named : whole.path("order").path("refunds")) {
      String id = named.path("id").asText("");
      if (!id.isEmpty() && here.add(id)) {
        refunds.add(session.get("v2/refunds/" + id, Map.of()).path("refund"));
      }
    }
  }

  private Listed disputes() throws CallFailed {
    Map<String, String> query = new LinkedHashMap<>();
    at.cursor().ifPresent(cursor -> query.put("cursor", cursor));
    Raw page = raw(session.get("v2/disputes", query), "disputes");
    List<PulledObject> objects =
        page.elements().stream()
            .filter(dispute -> changedSince(dispute, request.changedFrom()))
            .map(dispute -> object(Resource.DISPUTES, dispute, dispute))
            .toList();
    return new Listed(objects, page.cursor());
  }

  /** What does not say when it changed may have changed now. */
  private static boolean changedSince(JsonNode dispute, Instant from) {
    try {
      return !Instant.parse(dispute.path("updated_at").asText("")).isBefore(from);
    } catch (DateTimeParseException unreadable) {
      return true;
    }
  }

  /** Chunks of {@code {payout, total, chunks, chunk, entries}}. */
  private Listed payouts(Raw page) throws CallFailed {
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode payout : page.elements()) {
      boolean isSimple = payout.path("type").asText("").equals("SIMPLE");
      String path = "v2/payouts/" + payout.path("id").asText("") + "/payout-entries";
      List<JsonNode> entries =
          isSimple
              ? List.of()
              : session.all(path, Map.of("limit", PAGE, "sort_order", "ASC"), "payout_entries");
      int chunks = Math.max(1, Math.ceilDiv(entries.size(), CHUNK));
      for (int chunk = 1; chunk <= chunks; chunk++) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("payout", payout);
        whole.put("total", isSimple ? 1 : entries.size());
        whole.put("chunks", chunks);
        whole.put("chunk", chunk);
        ArrayNode list = whole.putArray("entries");
        entries
            .subList((chunk - 1) * CHUNK, Math.min(chunk * CHUNK, entries.size()))
            .forEach(list::add);
        objects.add(object(Resource.PAYOUT_TRANSACTIONS, payout, whole));
      }
    }
    return new Listed(objects, page.cursor());
  }

  /** Shifts as {@code {shift, events}}. */
  private Listed shifts(Raw page) throws CallFailed {
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode shift : page.elements()) {
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      whole.set("shift", shift);
      ArrayNode events = whole.putArray("events");
      String path = "v2/cash-drawers/shifts/" + shift.path("id").asText("") + "/events";
      session
          .all(
              path,
              Map.of("location_id", at.location(), "limit", EVENTS),
              "cash_drawer_shift_events")
          .forEach(events::add);
      objects.add(object(Resource.CASH_DRAWER_SHIFTS, shift, whole));
    }
    return new Listed(objects, page.cursor());
  }

  private static PulledObject object(Resource resource, JsonNode named, JsonNode whole) {
    return new PulledObject(
        resource.topic(), named.path("id").asText(""), Bytes.utf8(whole.toString()));
  }
}
