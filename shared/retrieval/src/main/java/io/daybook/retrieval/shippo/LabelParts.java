package io.daybook.retrieval.shippo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.retrieval.shipping.Got;
import io.daybook.retrieval.shipping.JsonApi;
import io.daybook.retrieval.shipping.Picked;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a transaction needs beside itself: the rate for its cost, the carrier account for who is billed, the shipment for which
 * way it goes, the order for its number, and of a return its track. Accounts are asked for once a page.
 */
final class LabelParts {
  private static final List<String> OF_TRANSACTION =
      List.of(
          "object_id",
          "object_created",
          "object_updated",
          "status",
          "test",
          "metadata",
          "tracking_status");
  private static final List<String> OF_RATE =
      List.of("object_id", "amount", "currency", "provider", "carrier_account", "shipment");

  private final JsonApi.Session session;
  private final HttpUrl root;
  private final Map<String, Optional<JsonNode>> accounts = new HashMap<>();

  LabelParts(JsonApi.Session session, HttpUrl root) {
    this.session = session;
    this.root = root;
  }

  static ObjectNode alone(JsonNode transaction) {
    ObjectNode together = Picked.together();
    together.set("transaction", Picked.of(transaction, OF_TRANSACTION));
    return together;
  }

  static boolean isReturn(JsonNode together) {
    return together.path("shipment").path("extra").path("is_return").asBoolean(false);
  }

  ObjectNode ofTransaction(String id) throws CallFailed {
    Optional<JsonNode> transaction = find("transactions", id);
    return transaction.isPresent() ? of(transaction.get()) : Picked.together();
  }

  ObjectNode of(JsonNode transaction) throws CallFailed {
    ObjectNode together = alone(transaction);
    Optional<JsonNode> rate = rate(transaction.path("rate"));
    if (rate.isEmpty()) {
      return together;
    }
    together.set("rate", Picked.of(rate.get(), OF_RATE));
    account(rate.get().path("carrier_account").asText(""))
        .ifPresent(account ->
            together.set("carrier_account", Picked.of(account, List.of("is_shippo_account"))));
    Optional<JsonNode> shipment = find("shipments", rate.get().path("shipment").asText(""));
    if (shipment.isPresent()) {
      together
          .putObject("shipment")
          .set("extra", Picked.of(shipment.get().path("extra"), List.of("is_return")));
    }
    Optional<JsonNode> order = find("orders", transaction.path("order").asText(""));
    order.ifPresent(found -> together.set("order", Picked.of(found, List.of("order_number"))));
    if (isReturn(together)) {
      track(transaction, rate.get(), together);
    }
    return together;
  }

  /** A list gives the rate in its place, or only its id. */
  private Optional<JsonNode> rate(JsonNode rate) throws CallFailed {
    if (rate.isObject() && rate.has("amount") && rate.has("shipment")) {
      return Optional.of(rate);
    }
    Optional<JsonNode> found =
        find("rates", rate.isObject() ? rate.path("object_id").asText("") : rate.asText(""));
    return found.isPresent() || !rate.isObject() ? found : Optional.of(rate);
  }

  private Optional<JsonNode> account(String id) throws CallFailed {
    Optional<JsonNode> known = accounts.get(id);
    if (known != null) {
      return known;
    }
    Optional<JsonNode> found = find("carrier_accounts", id);
    accounts.put(id, found);
    return found;
  }

  private void track(JsonNode transaction, JsonNode rate, ObjectNode together) throws CallFailed {
    String number = transaction.path("tracking_number").asText("");
    String carrier = rate.path("provider").asText("").toLowerCase(Locale.ROOT).replace(' ', '_');
    if (number.isEmpty() || carrier.isEmpty()) {
      return;
    }
    Optional<JsonNode> track =
        Got.maybe(
            session.get(
                root.newBuilder()
                    .addPathSegment("tracks")
                    .addPathSegment(carrier)
                    .addPathSegment(number)
                    .build()));
    if (track.isPresent()) {
      var history = together.putObject("track").putArray("tracking_history");
      for (JsonNode step : track.get().path("tracking_history")) {
        history.add(Picked.of(step, List.of("status", "status_date")));
      }
    }
  }

  private Optional<JsonNode> find(String path, String id) throws CallFailed {
    return id.isEmpty()
        ? Optional.empty()
        : Got.maybe(session.get(root.newBuilder().addPathSegment(path).addPathSegment(id).build()));
  }
}
