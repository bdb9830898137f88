package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Renewal;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.Subscribed;
import io.daybook.retrieval.http.Attempts;
import io.daybook.retrieval.http.Limits;
import io.daybook.retrieval.http.Pause;
import io.daybook.sources.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/** Asks Shopify's Admin GraphQL API. Safe for use by several threads. */
public final class ShopifyRetriever implements Retriever {

  private final GraphqlCall call;
  private final Attempts attempts;
  private final Bulk bulk;

  /** With a client of its own. */
  public ShopifyRetriever() {
    this(new OkHttpClient(), Limits.USUAL, Thread::sleep, new SecureRandom());
  }

  ShopifyRetriever(OkHttpClient client, Limits limits, Pause pause, RandomGenerator jitter) {
    OkHttpClient bounded = limits.on(client);
    this.attempts = new Attempts(bounded, pause, jitter);
    this.call = new GraphqlCall(attempts, new AccessTokens(bounded, Clock.systemUTC()));
    this.bulk = new Bulk(call, attempts, new BulkFile(attempts));
  }

  @Override
  public String source() {
    return "shopify";
  }

  @Override
  public List<String> resources() {
    return Arrays.stream(Resource.values()).map(Resource::word).toList();
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Resource> resource = Resource.of(request.resource());
    Optional<BulkPosition> inBulk =
        resource.flatMap(known ->
            request.cursor().isEmpty() && Bulk.isFor(known, request)
                ? Optional.of(BulkPosition.START)
                : request.cursor().flatMap(BulkPosition::parse));
    if (resource.isPresent() && inBulk.isPresent()) {
      return bulk.fetch(endpoint, request, resource.get(), inBulk.get());
    }
    Optional<Position> position =
        request.cursor().map(Position::parse).orElse(Optional.of(Position.START));
    if (resource.isEmpty() || position.isEmpty()) {
      return new Fetched.Refused(0, "no resource or cursor of ours: " + request.resource());
    }
    Position at = position.get();
    while (true) {
      switch (page(endpoint, request, resource.get(), at)) {
        case Paged.Whole whole -> {
          return whole.page();
        }
        case Paged.Without(Answer.Failed failed) -> {
          return failed.why();
        }
        case Paged.Without(Answer.TooDear dear) -> {
          if (at.isLowest()) {
            return new Fetched.Refused(
                200, "MAX_COST_EXCEEDED even for the smallest page of " + request.resource());
          }
          at = at.down();
        }
      }
    }
  }

  @Override
  public Health health(Endpoint endpoint, String account) {
    return new ShopHealth(call).of(endpoint, account);
  }

  @Override
  public Renewal renew(Endpoint endpoint, Instant now) {
    return new OfflineTokens(attempts).renew(endpoint, now);
  }

  /**
   * Exchanges the code that a shop sent a person back with for the app's credentials in it.
   *
   * @param base where the shop's API is
   * @return those, or why there are none; never that none are needed
   */
  public Renewal exchange(
      URI base, String clientId, Secret clientSecret, String code, Instant now) {
    return new OfflineTokens(attempts).exchange(base, clientId, clientSecret, code, now);
  }

  @Override
  public Subscribed subscribe(Endpoint endpoint, URI hook) {
    return new Subscriptions(new Session(call, attempts, endpoint)).check(hook);
  }

  /** A page, or why there is none. */
  private sealed interface Paged {
    record Whole(Fetched.Page page) implements Paged {}

    record Without(Answer.Failure why) implements Paged {}
  }

  private Paged page(Endpoint endpoint, Request request, Resource resource, Position at) {
    Session session = new Session(call, attempts, endpoint);
    Answer answer = session.ask(resource.document(), variables(resource, request, at));
    return switch (answer) {
      case Answer.Data data -> page(session, resource, at, resource.connection(data.data()));
      case Answer.Failure failure -> new Paged.Without(failure);
    };
  }

  private static Paged page(Session session, Resource resource, Position at, JsonNode connection) {
    if (Pages.hasNoCursor(connection)) {
      return new Paged.Without(Pages.refused());
    }
    List<PulledObject> objects = new ArrayList<>();
    if (resource == Resource.ORDERS) {
      Optional<Answer.Failure> failure = new GiftCards(session).complete(Pages.nodes(connection));
      if (failure.isPresent()) {
        return new Paged.Without(failure.get());
      }
    }
    for (JsonNode node : connection.path("nodes")) {
      switch (resource) {
        case PAYOUT_TRANSACTIONS -> {
          switch (new PayoutListing(session).list(node)) {
            case PayoutListing.Listed.Chunks listed -> objects.addAll(listed.chunks());
            case PayoutListing.Listed.Failed failed -> {
              return new Paged.Without(failed.why());
            }
          }
        }
        case ORDERS -> {
          Optional<Answer.Failure> failure =
              new Nested(session, at.sizes()).complete((ObjectNode) node);
          if (failure.isPresent()) {
            return new Paged.Without(failure.get());
          }
          objects.add(object(resource, node));
        }
        case ITEM_COSTS, DISPUTES, BALANCE_TRANSACTIONS, PAYOUTS ->
            objects.add(object(resource, node));
      }
    }
    Optional<String> next =
        Pages.next(connection).map(after -> new Position(at.rung(), Optional.of(after)).toString());
    return new Paged.Whole(new Fetched.Page(objects, next));
  }

  static PulledObject object(Resource resource, JsonNode node) {
    String id = node.path("id").asText();
    return new PulledObject(
        resource.topic(), id.substring(id.lastIndexOf('/') + 1), Bytes.utf8(node.toString()));
  }

  private static ObjectNode variables(Resource resource, Request request, Position at) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    // A payout is listed whole, which may take many calls: one at a time.
    variables.put("first", resource == Resource.PAYOUT_TRANSACTIONS ? 1 : at.sizes().first());
    if (resource == Resource.ORDERS) {
      variables.put("nested", at.sizes().nested());
      variables.put("sales", at.sizes().sales());
    }
    variables.put("query", resource.query(request.changedFrom(), request.changedTo()));
    at.after().ifPresent(after -> variables.put("after", after));
    return variables;
  }
}
