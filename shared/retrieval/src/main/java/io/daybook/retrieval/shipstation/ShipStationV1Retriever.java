package io.daybook.retrieval.shipstation;

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
import io.daybook.sources.shipstation.PacificTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Asks version 1, {@code https://ssapi.shipstation.com}. Its token is key and secret with a colon between. It takes 40 calls a
 * minute and says in its headers how many are left. A shipment has no time of change: what was made and what was voided in a
 * window are two lists.
 */
public final class ShipStationV1Retriever implements Retriever {
  private static final String SHIPMENTS = "shipments";
  private static final String VOIDS = "label-voids";
  private static final int PAGE = 100;

  private static final List<String> OF_SHIPMENT =
      List.of(
          "shipmentId",
          "orderId",
          "orderKey",
          "orderNumber",
          "createDate",
          "shipDate",
          "shipmentCost",
          "insuranceCost",
          "isReturnLabel",
          "carrierCode",
          "serviceCode",
          "voided",
          "voidDate");
  private static final List<String> OF_CARRIER = List.of("code", "requiresFundedAccount");

  private final JsonApi api;

  /** With a client of its own. */
  public ShipStationV1Retriever() {
    this(new JsonApi());
  }

  /** With calls of one's own. */
  public ShipStationV1Retriever(JsonApi api) {
    this.api = api;
  }

  @Override
  public String source() {
    return "shipstation-v1";
  }

  @Override
  public List<String> resources() {
    return List.of(SHIPMENTS, VOIDS);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Place> place = Place.parse(request.cursor());
    if (place.isEmpty()) {
      return new Fetched.Refused(0, "no cursor of ours: " + request.resource());
    }
    String credentials = Base64.getEncoder().encodeToString(endpoint.token().bytes());
    JsonApi.Session session = api.session(Map.of("Authorization", "Basic " + credentials));
    HttpUrl root = HttpUrl.get(endpoint.base().toString());
    try {
      return page(session, root, request, place.get());
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  private static Fetched page(JsonApi.Session session, HttpUrl root, Request request, Place place)
      throws CallFailed {
    String by =
        switch (request.resource()) {
          case SHIPMENTS -> "createDate";
          case VOIDS -> "voidDate";
          case String other ->
              throw new IllegalArgumentException("ShipStation v1 has no resource '" + other + "'");
        };
    JsonNode answer =
        Got.there(
            session.get(
                root.newBuilder()
                    .addPathSegment("shipments")
                    .addQueryParameter(by + "Start", PacificTime.query(request.changedFrom()))
                    .addQueryParameter(by + "End", PacificTime.query(request.changedTo()))
                    .addQueryParameter("sortBy", "CreateDate")
                    .addQueryParameter("sortDir", "ASC")
                    .addQueryParameter("page", Integer.toString(place.page()))
                    .addQueryParameter("pageSize", Integer.toString(PAGE))
                    .build()));
    JsonNode shipments = answer.path("shipments");
    Map<String, JsonNode> carriers = shipments.isEmpty() ? Map.of() : carriers(session, root);
    List<PulledObject> objects = new ArrayList<>();
    for (JsonNode shipment : shipments) {
      ObjectNode together = Picked.together();
      together.set("shipment", Picked.of(shipment, OF_SHIPMENT));
      JsonNode carrier = carriers.get(shipment.path("carrierCode").asText(""));
      if (carrier != null) {
        together.set("carrier", carrier);
      }
      objects.add(Picked.pulled("pull/shipments", shipment.path("shipmentId"), together));
    }
    boolean more = place.page() < answer.path("pages").asInt(0) && !shipments.isEmpty();
    return new Fetched.Page(objects, more ? place.next("") : Optional.empty());
  }

  private static Map<String, JsonNode> carriers(JsonApi.Session session, HttpUrl root)
      throws CallFailed {
    JsonNode answer = Got.there(session.get(root.newBuilder().addPathSegment("carriers").build()));
    Map<String, JsonNode> carriers = new HashMap<>();
    for (JsonNode carrier : answer.path("objects")) {
      carriers.put(carrier.path("code").asText(""), Picked.of(carrier, OF_CARRIER));
    }
    return carriers;
  }
}
