package io.daybook.retrieval.shippo;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Asks Shippo's API. Its lists come newest first; what is made before the window ends them, whether or not the platform
 * minded the bounds that it was given. Refunds and returns change later than they are made, and are looked at for longer.
 */
public final class ShippoRetriever implements Retriever {
  /** The API's version, asked for with each call. */
  static final String VERSION = "2018-02-08";

  private static final String TRANSACTIONS = "transactions";
  private static final String REFUNDS = "label-refunds";
  private static final String RETURNS = "label-returns";

  /** Each label takes up to five further calls. */
  private static final int PAGE = 20;

  private static final Duration REFUND_LIFE = Duration.ofDays(45);
  private static final Duration RETURN_LIFE = Duration.ofDays(30);

  private static final List<String> BOUGHT = List.of("SUCCESS", "REFUNDPENDING", "REFUNDREJECTED");
  private static final List<String> STILL = List.of("", "UNKNOWN", "PRE_TRANSIT");
  private static final List<String> OF_REFUND =
      List.of("object_id", "object_created", "object_updated", "status", "test", "transaction");

  private final JsonApi api;

  /** With a client of its own. */
  public ShippoRetriever() {
    this(new JsonApi());
  }

  /** With calls of one's own. */
  public ShippoRetriever(JsonApi api) {
    this.api = api;
  }

  @Override
  public String source() {
    return "shippo";
  }

  @Override
  public List<String> resources() {
    return List.of(TRANSACTIONS, REFUNDS, RETURNS);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Place> place = Place.parse(request.cursor());
    if (place.isEmpty()) {
      return new Fetched.Refused(0, "no cursor of ours: " + request.resource());
    }
    JsonApi.Session session =
        api.session(
            Map.of(
                "Authorization",
                "ShippoToken " + new String(endpoint.token().bytes(), UTF_8),
                "Shippo-API-Version",
                VERSION));
    HttpUrl root = HttpUrl.get(endpoint.base().toString());
    LabelParts parts = new LabelParts(session, root);
    try {
      return switch (request.resource()) {
        case TRANSACTIONS ->
            list(
                session,
                root,
                TRANSACTIONS,
                request.changedFrom(),
                request,
                place.get(),
                each -> transaction(parts, each));
        case RETURNS ->
            list(
                session,
                root,
                TRANSACTIONS,
                earlier(request.changedFrom(), RETURN_LIFE),
                request,
                place.get(),
                each -> moved(parts, each, request.changedFrom()));
        case REFUNDS ->
            list(
                session,
                root,
                "refunds",
                earlier(request.changedFrom(), REFUND_LIFE),
                request,
                place.get(),
                each -> refund(parts, each, request.changedFrom()));
        case String other ->
            throw new IllegalArgumentException("Shippo has no resource '" + other + "'");
      };
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  /** What becomes of a listed object. */
  private interface Reading {
    Optional<PulledObject> read(JsonNode object) throws CallFailed;
  }

  private static Fetched list(
      JsonApi.Session session,
      HttpUrl root,
      String path,
      Instant from,
      Request request,
      Place place,
      Reading reading)
      throws CallFailed {
    JsonNode page =
        Got.there(
            session.get(
                root.newBuilder()
                    .addPathSegment(path)
                    .addQueryParameter("results", Integer.toString(PAGE))
                    .addQueryParameter("page", Integer.toString(place.page()))
                    .addQueryParameter("object_created_gte", from.toString())
                    .addQueryParameter("object_created_lt", request.changedTo().toString())
                    .build()));
    List<PulledObject> objects = new ArrayList<>();
    boolean old = false;
    for (JsonNode object : page.path("results")) {
      Instant made = time(object.path("object_created"));
      old |= made.isBefore(from);
      if (!made.isBefore(from) && made.isBefore(request.changedTo())) {
        reading.read(object).ifPresent(objects::add);
      }
    }
    boolean more =
        !page.path("next").asText("").isEmpty() && !page.path("results").isEmpty() && !old;
    return new Fetched.Page(objects, more ? place.next("") : Optional.empty());
  }

  private static Optional<PulledObject> transaction(LabelParts parts, JsonNode transaction)
      throws CallFailed {
    boolean isBought = BOUGHT.contains(transaction.path("status").asText(""));
    ObjectNode together = isBought ? parts.of(transaction) : LabelParts.alone(transaction);
    return Optional.of(Picked.pulled("pull/transactions", transaction.path("object_id"), together));
  }

  /** A label that moved: one that comes back was charged by it. */
  private static Optional<PulledObject> moved(
      LabelParts parts, JsonNode transaction, Instant changedFrom) throws CallFailed {
    boolean isNews =
        BOUGHT.contains(transaction.path("status").asText(""))
            && !STILL.contains(transaction.path("tracking_status").asText(""))
            && !time(transaction.path("object_updated")).isBefore(changedFrom);
    if (!isNews) {
      return Optional.empty();
    }
    ObjectNode together = parts.of(transaction);
    return LabelParts.isReturn(together)
        ? Optional.of(Picked.pulled("pull/transactions", transaction.path("object_id"), together))
        : Optional.empty();
  }

  private static Optional<PulledObject> refund(
      LabelParts parts, JsonNode refund, Instant changedFrom) throws CallFailed {
    boolean isNews =
        refund.path("status").asText("").equals("SUCCESS")
            && !time(refund.path("object_updated")).isBefore(changedFrom);
    if (!isNews) {
      return Optional.empty();
    }
    ObjectNode together = parts.ofTransaction(refund.path("transaction").asText("?"));
    together.set("refund", Picked.of(refund, OF_REFUND));
    return Optional.of(Picked.pulled("pull/refunds", refund.path("object_id"), together));
  }

  /** What cannot be read is not left out: its language says what is wrong with it. */
  private static Instant time(JsonNode text) {
    try {
      return OffsetDateTime.parse(text.asText("")).toInstant();
    } catch (DateTimeException _) {
      return Instant.MAX.minusSeconds(1);
    }
  }

  private static Instant earlier(Instant from, Duration life) {
    return from.isBefore(Instant.EPOCH.plus(life)) ? Instant.EPOCH : from.minus(life);
  }
}
