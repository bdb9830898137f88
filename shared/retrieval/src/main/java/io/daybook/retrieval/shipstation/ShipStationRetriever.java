package io.daybook.retrieval.shipstation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.retrieval.shipping.Got;
import io.daybook.retrieval.shipping.JsonApi;
import io.daybook.retrieval.shipping.Picked;
import io.daybook.retrieval.shipping.Place;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Asks version 2, whose version stands in the base address: {@code https://api.shipstation.com/v2}, or ShipEngine's {@code
 * https://api.shipengine.com/v1}. Its list of labels knows when they were made and when they were voided, not when anything
 * else changed: voids are read newest first until they are old, and labels that are charged when the carrier takes them are
 * looked at for two months.
 */
public final class ShipStationRetriever implements Retriever {
  private static final String LABELS = "labels";
  private static final String VOIDS = "label-voids";
  private static final String RETURNS = "label-returns";
  private static final int PAGE = 50;

  /** A carrier approves a refund within 30 days, which are not meant to the hour. */
  private static final Duration VOID_LIFE = Duration.ofDays(45);

  private static final Duration RETURN_LIFE = Duration.ofDays(60);

  private static final List<String> OF_LABEL =
      List.of(
          "label_id",
          "status",
          "shipment_id",
          "external_shipment_id",
          "external_order_id",
          "created_at",
          "shipment_cost",
          "insurance_cost",
          "is_return_label",
          "carrier_id",
          "carrier_code",
          "charge_event",
          "voided",
          "voided_at",
          "void_type",
          "refund_details");
  private static final List<String> OF_CARRIER =
      List.of("carrier_id", "carrier_code", "requires_funded_amount");

  private final JsonApi api;

  /** With a client of its own. */
  public ShipStationRetriever() {
    this(new JsonApi());
  }

  /** With calls of one's own. */
  public ShipStationRetriever(JsonApi api) {
    this.api = api;
  }

  @Override
  public String source() {
    return "shipstation";
  }

  @Override
  public List<String> resources() {
    return List.of(LABELS, VOIDS, RETURNS);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Place> place = Place.parse(request.cursor());
    if (place.isEmpty()) {
      return new Fetched.Refused(0, "no cursor of ours: " + request.resource());
    }
    JsonApi.Session session =
        api.session(Map.of("API-Key", new String(endpoint.token().bytes(), UTF_8)));
    HttpUrl root = HttpUrl.get(endpoint.base().toString());
    try {
      Map<String, JsonNode> carriers = carriers(session, root);
      return page(session, root, carriers, request, place.get());
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  private static Map<String, JsonNode> carriers(JsonApi.Session session, HttpUrl root)
      throws CallFailed {
    JsonNode answer = Got.there(session.get(root.newBuilder().addPathSegment("carriers").build()));
    Map<String, JsonNode> carriers = new HashMap<>();
    for (JsonNode carrier : answer.path("carriers")) {
      carriers.put(carrier.path("carrier_id").asText(""), Picked.of(carrier, OF_CARRIER));
    }
    return carriers;
  }

  private static Fetched page(
      JsonApi.Session session,
      HttpUrl root,
      Map<String, JsonNode> carriers,
      Request request,
      Place place)
      throws CallFailed {
    HttpUrl.Builder url =
        root.newBuilder()
            .addPathSegment("labels")
            .addQueryParameter("page", Integer.toString(place.page()))
            .addQueryParameter("page_size", Integer.toString(PAGE));
    switch (request.resource()) {
      case LABELS -> made(url, request.changedFrom(), request.changedTo());
      case RETURNS -> made(url, earlier(request.changedFrom(), RETURN_LIFE), request.changedTo());
      case VOIDS ->
          url.addQueryParameter("label_status", "voided")
              .addQueryParameter("sort_by", "voided_at")
              .addQueryParameter("sort_dir", "desc");
      case String other ->
          throw new IllegalArgumentException("ShipStation has no resource '" + other + "'");
    }
    JsonNode answer = Got.there(session.get(url.build()));
    List<PulledObject> objects = new ArrayList<>();
    boolean old = false;
    for (JsonNode label : answer.path("labels")) {
      boolean onAcceptance = label.path("charge_event").asText("").equals("on_carrier_acceptance");
      Optional<JsonNode> tracking = Optional.empty();
      if (request.resource().equals(VOIDS)) {
        old |= isOld(label, earlier(request.changedFrom(), VOID_LIFE));
      } else if (request.resource().equals(RETURNS)) {
        if (!onAcceptance) {
          continue;
        }
        tracking = Got.maybe(session.get(track(root, label)));
      }
      if (!old) {
        objects.add(pulled(label, carriers, tracking));
      }
    }
    boolean more = place.page() < answer.path("pages").asInt(0);
    boolean empty = answer.path("labels").isEmpty();
    return new Fetched.Page(objects, more && !old && !empty ? place.next("") : Optional.empty());
  }

  private static void made(HttpUrl.Builder url, Instant from, Instant to) {
    url.addQueryParameter("created_at_start", from.toString())
        .addQueryParameter("created_at_end", to.toString())
        .addQueryParameter("sort_by", "created_at")
        .addQueryParameter("sort_dir", "asc");
  }

  private static HttpUrl track(HttpUrl root, JsonNode label) {
    return root.newBuilder()
        .addPathSegment("labels")
        .addPathSegment(label.path("label_id").asText("?"))
        .addPathSegment("track")
        .build();
  }

  private static PulledObject pulled(
      JsonNode label, Map<String, JsonNode> carriers, Optional<JsonNode> tracking) {
    ObjectNode together = Picked.together();
    together.set("label", Picked.of(label, OF_LABEL));
    JsonNode carrier = carriers.get(label.path("carrier_id").asText(""));
    if (carrier != null) {
      together.set("carrier", carrier);
    }
    if (tracking.isPresent()) {
      var events = together.putObject("tracking").putArray("events");
      for (JsonNode event : tracking.get().path("events")) {
        events.add(Picked.of(event, List.of("occurred_at", "status_code")));
      }
    }
    return Picked.pulled("pull/labels", label.path("label_id"), together);
  }

  private static boolean isOld(JsonNode label, Instant from) {
    try {
      return OffsetDateTime.parse(label.path("voided_at").asText("")).toInstant().isBefore(from);
    } catch (DateTimeException _) {
      // Its language says what is wrong with it.
      return false;
    }
  }

  private static Instant earlier(Instant from, Duration life) {
    return from.isBefore(Instant.EPOCH.plus(life)) ? Instant.EPOCH : from.minus(life);
  }

  /** The keys by which webhooks are signed, as a connection keeps them. */
  @Override
  public Keys webhookKeys(Endpoint endpoint) {
    return new KeySet(api).fetch(endpoint);
  }
}
