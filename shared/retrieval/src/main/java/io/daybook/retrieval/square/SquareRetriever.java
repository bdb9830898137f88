package io.daybook.retrieval.square;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.Subscribed;
import io.daybook.retrieval.http.Attempts;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.retrieval.http.Limits;
import io.daybook.retrieval.http.Pause;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;

/**
 * Asks Square's API. Most of its lists are of one location, the main one if none is named, so that a sweep goes through
 * all locations in the order of their ids. Safe for use by several threads.
 */
public final class SquareRetriever implements Retriever {

  private final Calls calls;

  /** With a client of its own. */
  public SquareRetriever() {
    this(new OkHttpClient(), Limits.USUAL, Thread::sleep, new SecureRandom());
  }

  SquareRetriever(OkHttpClient client, Limits limits, Pause pause, RandomGenerator jitter) {
    this.calls = new Calls(new Attempts(limits.on(client), pause, jitter));
  }

  @Override
  public String source() {
    return "square";
  }

  @Override
  public List<String> resources() {
    return Arrays.stream(Resource.values()).map(Resource::word).toList();
  }

  @Override
  public Subscribed subscribe(Endpoint endpoint, URI hook) {
    return new WebhookSubscriptions(new Session(calls, endpoint)).check(hook);
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Resource> resource = Resource.of(request.resource());
    Optional<Place> place = request.cursor().flatMap(Place::parse);
    if (resource.isEmpty() || place.isEmpty() != request.cursor().isEmpty()) {
      return new Fetched.Refused(0, "no resource or cursor of ours: " + request.resource());
    }
    Session session = new Session(calls, endpoint);
    try {
      return page(session, request, resource.get(), place);
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  private static Fetched page(
      Session session, Request request, Resource resource, Optional<Place> place)
      throws CallFailed {
    List<String> locations =
        switch (resource) {
          case DISPUTES, REFUNDS -> List.of();
          case ORDERS, PAYMENTS, PAYOUTS, PAYOUT_TRANSACTIONS, CASH_DRAWER_SHIFTS ->
              locations(session);
        };
    boolean isOfAll = resource == Resource.DISPUTES || resource == Resource.REFUNDS;
    if (!isOfAll && locations.isEmpty()) {
      return new Fetched.Page(List.of(), Optional.empty());
    }
    Place at =
        place.orElseGet(() -> new Place(isOfAll ? "" : locations.getFirst(), 0, Optional.empty()));
    Listing.Listed listed = new Listing(session, request, at).list(resource);
    return new Fetched.Page(
        listed.objects(), at.next(listed.cursor(), locations).map(Place::toString));
  }

  /** Closed locations too: what they sold before is theirs. */
  private static List<String> locations(Session session) throws CallFailed {
    JsonNode answer = session.get("v2/locations", Map.of());
    return StreamSupport.stream(answer.path("locations").spliterator(), false)
        .map(location -> location.path("id").asText(""))
        .filter(id -> !id.isEmpty() && id.indexOf('|') < 0)
        .sorted()
        .distinct()
        .toList();
  }
}
