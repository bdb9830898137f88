package io.daybook.retrieval.easypost;

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
import io.daybook.sources.json.FieldProblem;
import io.daybook.sources.json.JsonTranslation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Asks EasyPost's API. Its lists know when an object was made, newest first, and go on before an id. A refund takes up to 30
 * days to be confirmed, so that refunds are looked at so long after they were asked for; an event's content is not in the
 * list but among what was sent of it.
 */
public final class EasyPostRetriever implements Retriever {
  /** The version of the API, in its paths. */
  static final String VERSION = "v2";

  private static final String SHIPMENTS = "shipments";
  private static final String REFUNDS = "label-refunds";
  private static final String EVENTS = "events";
  private static final int PAGE = 100;

  /** For each of these a further call is made. */
  private static final int SMALL_PAGE = 20;

  /** docs.easypost.com/docs/shipping-refund: no longer than 30 days, which are not meant to the hour. */
  private static final Duration REFUND_LIFE = Duration.ofDays(45);

  /** Kinds of events that tell facts. */
  private static final List<String> TELLING =
      List.of(
          "shipment.invoice.created",
          "shipment.invoice.updated",
          "payment.created",
          "payment.completed",
          "payment.failed");

  private static final List<String> OF_SHIPMENT =
      List.of(
          "id",
          "object",
          "mode",
          "created_at",
          "updated_at",
          "is_return",
          "reference",
          "refund_status",
          "status",
          "fees",
          "insurance");
  private static final List<String> OF_RATE =
      List.of("id", "rate", "currency", "billing_type", "carrier", "service", "carrier_account_id");
  private static final List<String> OF_REFUND =
      List.of("id", "object", "status", "created_at", "updated_at", "shipment_id", "carrier");
  private static final List<String> OF_EVENT =
      List.of("id", "object", "mode", "description", "created_at", "updated_at", "result");

  private final JsonApi api;

  /** With a client of its own. */
  public EasyPostRetriever() {
    this(new JsonApi());
  }

  /** With calls of one's own. */
  public EasyPostRetriever(JsonApi api) {
    this.api = api;
  }

  @Override
  public String source() {
    return "easypost";
  }

  @Override
  public List<String> resources() {
    return List.of(SHIPMENTS, REFUNDS, EVENTS);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Place> place = Place.parse(request.cursor());
    if (place.isEmpty()) {
      return new Fetched.Refused(0, "no cursor of ours: " + request.resource());
    }
    String key = new String(endpoint.token().bytes(), UTF_8) + ":";
    JsonApi.Session session =
        api.session(
            Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8))));
    HttpUrl root =
        HttpUrl.get(endpoint.base().toString()).newBuilder().addPathSegment(VERSION).build();
    try {
      return switch (request.resource()) {
        case SHIPMENTS -> shipments(session, root, request, place.get());
        case REFUNDS -> refunds(session, root, request, place.get());
        case EVENTS -> events(session, root, request, place.get());
        case String other ->
            throw new IllegalArgumentException("EasyPost has no resource '" + other + "'");
      };
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  private static Fetched shipments(
      JsonApi.Session session, HttpUrl root, Request request, Place place) throws CallFailed {
    HttpUrl.Builder url =
        list(root, SHIPMENTS, PAGE, request.changedFrom(), request.changedTo(), place)
            .addQueryParameter("purchased", "true");
    JsonNode page = Got.there(session.get(url.build()));
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode shipment : page.path(SHIPMENTS)) {
      objects.add(Picked.pulled("pull/shipments", shipment.path("id"), picked(shipment)));
    }
    return new Fetched.Page(objects, next(page, page.path(SHIPMENTS), place));
  }

  private static Fetched refunds(
      JsonApi.Session session, HttpUrl root, Request request, Place place) throws CallFailed {
    Instant from = earlier(request.changedFrom());
    JsonNode page =
        Got.there(
            session.get(
                list(root, "refunds", SMALL_PAGE, from, request.changedTo(), place).build()));
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode refund : page.path("refunds")) {
      boolean isNews =
          refund.path("status").asText("").equals("refunded")
              && !time(refund.path("updated_at")).isBefore(request.changedFrom());
      if (isNews) {
        String id = refund.path("shipment_id").asText("");
        Optional<JsonNode> shipment =
            Got.maybe(
                session.get(
                    root.newBuilder().addPathSegment(SHIPMENTS).addPathSegment(id).build()));
        ObjectNode pair = Picked.together();
        pair.set("refund", Picked.of(refund, OF_REFUND));
        shipment.ifPresent(found -> pair.set("shipment", picked(found)));
        objects.add(Picked.pulled("pull/refunds", refund.path("id"), pair));
      }
    }
    return new Fetched.Page(objects, next(page, page.path("refunds"), place));
  }

  private static Fetched events(JsonApi.Session session, HttpUrl root, Request request, Place place)
      throws CallFailed {
    JsonNode page =
        Got.there(
            session.get(
                list(root, EVENTS, SMALL_PAGE, request.changedFrom(), request.changedTo(), place)
                    .build()));
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode event : page.path(EVENTS)) {
      if (TELLING.contains(event.path("description").asText(""))) {
        Optional<JsonNode> payloads =
            Got.maybe(
                session.get(
                    root.newBuilder()
                        .addPathSegment(EVENTS)
                        .addPathSegment(event.path("id").asText("?"))
                        .addPathSegment("payloads")
                        .build()));
        JsonNode sent = payloads.flatMap(EasyPostRetriever::sent).orElse(event);
        objects.add(Picked.pulled("pull/events", event.path("id"), Picked.of(sent, OF_EVENT)));
      }
    }
    return new Fetched.Page(objects, next(page, page.path(EVENTS), place));
  }

  /** The event as a webhook had it; what cannot be read is left out, and what remains fails visibly when it is posted. */
  private static Optional<JsonNode> sent(JsonNode payloads) {
    for (JsonNode payload : payloads.path("payloads")) {
      JsonNode body = payload.path("request_body");
      if (body.isObject()) {
        return Optional.of(body);
      }
      try {
        return Optional.of(JsonTranslation.read(body.asText("").getBytes(UTF_8)).node());
      } catch (FieldProblem _) {
        // The next one, if there is one.
      }
    }
    return Optional.empty();
  }

  private static HttpUrl.Builder list(
      HttpUrl root, String resource, int size, Instant from, Instant to, Place place) {
    HttpUrl.Builder url =
        root.newBuilder()
            .addPathSegment(resource)
            .addQueryParameter("page_size", Integer.toString(size))
            .addQueryParameter("start_datetime", from.toString())
            .addQueryParameter("end_datetime", to.toString());
    if (!place.after().isEmpty()) {
      url.addQueryParameter("before_id", place.after());
    }
    return url;
  }

  private static Optional<String> next(JsonNode page, JsonNode objects, Place place) {
    String last = objects.isEmpty() ? "" : objects.get(objects.size() - 1).path("id").asText("");
    return page.path("has_more").asBoolean(false) && !last.isEmpty()
        ? place.next(last)
        : Optional.empty();
  }

  private static ObjectNode picked(JsonNode shipment) {
    ObjectNode picked = Picked.of(shipment, OF_SHIPMENT);
    if (shipment.path("selected_rate").isObject()) {
      picked.set("selected_rate", Picked.of(shipment.path("selected_rate"), OF_RATE));
    }
    if (shipment.path("postage_label").isObject()) {
      picked.set(
          "postage_label", Picked.of(shipment.path("postage_label"), List.of("id", "created_at")));
    }
    if (shipment.path("tracker").isObject()) {
      ObjectNode tracker = picked.putObject("tracker");
      var details = tracker.putArray("tracking_details");
      for (JsonNode detail : shipment.path("tracker").path("tracking_details")) {
        details.add(Picked.of(detail, List.of("status", "datetime")));
      }
    }
    return picked;
  }

  private static Instant earlier(Instant from) {
    return from.isBefore(Instant.EPOCH.plus(REFUND_LIFE)) ? Instant.EPOCH : from.minus(REFUND_LIFE);
  }

  /** What cannot be read counts as new: its language says what is wrong with it. */
  private static Instant time(JsonNode text) {
    try {
      return OffsetDateTime.parse(text.asText("")).toInstant();
    } catch (DateTimeException _) {
      return Instant.MAX;
    }
  }
}
