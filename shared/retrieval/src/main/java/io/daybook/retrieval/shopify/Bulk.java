package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.http.Attempts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sweeps a long window by a bulk operation: asks for it, waits for it, reads its file a batch at a time. Each step is one
 * fetch, and what is needed to go on is in the cursor. Before one is asked for, those that the platform knows are looked
 * through: one for the same window, asked for before a crash, is taken up.
 *
 * <p>It only saves time. One that fails is asked for once more, and then the window is swept in pages.
 */
final class Bulk {
  /** A window as long as this takes pages longer than an operation: a first sweep in the months after the cut-over does not. */
  static final Duration FROM = Duration.ofDays(120);

  private static final int KNOWN = 20;
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final Set<String> TAKEN_UP = Set.of("CREATED", "RUNNING", "COMPLETED");

  private final GraphqlCall call;
  private final Attempts attempts;
  private final BulkFile file;

  Bulk(GraphqlCall call, Attempts attempts, BulkFile file) {
    this.call = call;
    this.attempts = attempts;
    this.file = file;
  }

  /** Whether a window is swept so. */
  static boolean isFor(Resource resource, Request request) {
    return Duration.between(request.changedFrom(), request.changedTo()).compareTo(FROM) >= 0
        && resource.inBulk(request.changedFrom(), request.changedTo(), true).isPresent();
  }

  /** The next step. */
  Fetched fetch(Endpoint endpoint, Request request, Resource resource, BulkPosition at) {
    Session session = new Session(call, attempts, endpoint);
    return at.isAsked()
        ? look(session, endpoint, resource, at)
        : begin(
            session,
            resource
                .inBulk(request.changedFrom(), request.changedTo(), at.asksForPlaces())
                .orElseThrow(),
            at);
  }

  private static Fetched begin(Session session, String query, BulkPosition at) {
    return switch (session.ask(Document.BULK_OPERATIONS, variables().put("first", KNOWN))) {
      case Answer.Failure failure -> why(failure);
      case Answer.Data data -> {
        for (JsonNode known : data.data().path("bulkOperations").path("nodes")) {
          if (same(known.path("query").asText(), query)
              && TAKEN_UP.contains(known.path("status").asText())) {
            yield onwards(at.in(known.path("id").asText()).toString());
          }
        }
        yield run(session, query, at);
      }
    };
  }

  /** The window is part of a query, so that two windows are two. */
  private static boolean same(String known, String query) {
    return known.replaceAll("\\s+", " ").strip().equals(query.replaceAll("\\s+", " ").strip());
  }

  private static Fetched run(Session session, String query, BulkPosition at) {
    return switch (session.ask(Document.BULK_RUN, variables().put("query", query))) {
      case Answer.Failed(Fetched.Refused _), Answer.TooDear _ -> onwards(pages());
      case Answer.Failure failure -> why(failure);
      case Answer.Data data -> {
        JsonNode told = data.data().path("bulkOperationRunQuery");
        String made = told.path("bulkOperation").path("id").asText("");
        yield switch (told.path("userErrors").path(0).path("code").asText("")) {
          case "OPERATION_IN_PROGRESS", "LIMIT_REACHED" ->
              new Fetched.Preparing("waits for other bulk operations of the app", BUSY);
          case String other -> onwards(made.isEmpty() ? pages() : at.in(made).toString());
        };
      }
    };
  }

  private Fetched look(Session session, Endpoint endpoint, Resource resource, BulkPosition at) {
    return switch (session.ask(Document.BULK_OPERATION, variables().put("id", at.gid()))) {
      case Answer.Failure failure -> why(failure);
      case Answer.Data data -> {
        JsonNode told = data.data().path("bulkOperation");
        yield switch (told.path("status").asText("")) {
          case "CREATED", "RUNNING", "CANCELING" -> preparing(told);
          case "COMPLETED" -> completed(session, endpoint, resource, at, told);
          // Failed, cancelled by somebody, or older than the seven days for which its file is kept.
          case String other -> ended(session, endpoint, resource, at, told);
        };
      }
    };
  }

  private Fetched ended(
      Session session, Endpoint endpoint, Resource resource, BulkPosition at, JsonNode told) {
    if (told.path("errorCode").asText("").equals("ACCESS_DENIED")) {
      return at.afterDenial()
          .map(Bulk::onwards)
          .orElseGet(() -> new Fetched.Refused(200, "the bulk operation ended with ACCESS_DENIED"));
    }
    String partial = told.path("partialDataUrl").asText("");
    return partial.isEmpty()
        ? onwards(at.afterFailure())
        : read(session, endpoint, resource, at, partial, BulkFile.Ending.CUT);
  }

  private static Fetched preparing(JsonNode told) {
    long seen = told.path("objectCount").asLong(0);
    return new Fetched.Preparing(
        "a bulk operation of the platform, " + seen + " objects so far",
        // The longer it takes, the less often it is worth asking.
        SHORTEST.plusSeconds(Math.min(60, seen / 10_000)));
  }

  private Fetched completed(
      Session session, Endpoint endpoint, Resource resource, BulkPosition at, JsonNode told) {
    String url = told.path("url").asText("");
    if (url.isEmpty()) {
      return told.path("objectCount").asLong(0) == 0
          ? new Fetched.Page(List.of(), Optional.empty())
          : onwards(at.afterFailure());
    }
    return told.path("fileSize").asLong(0) > BulkFile.MOST_BYTES
        ? onwards(pages())
        : read(session, endpoint, resource, at, url, BulkFile.Ending.WHOLE);
  }

  private Fetched read(
      Session session,
      Endpoint endpoint,
      Resource resource,
      BulkPosition from,
      String url,
      BulkFile.Ending ending) {
    if (!BulkFile.isTrusted(url, endpoint)) {
      return onwards(pages());
    }
    BulkPosition at = from;
    while (true) {
      switch (file.read(
          url, at.offset(), ending, one -> isWhole(resource, one), at.sizes().first())) {
        case BulkFile.Batch.Unavailable unavailable -> {
          return new Fetched.Unavailable(unavailable.reason());
        }
        case BulkFile.Batch.Unreadable _ -> {
          return onwards(at.afterFailure());
        }
        case BulkFile.Batch.Read read -> {
          Optional<Answer.Failure> failure = complete(session, resource, read.objects(), at);
          if (failure.isEmpty()) {
            return new Fetched.Page(objects(resource, read.objects()), next(at, read, ending));
          }
          if (!(failure.get() instanceof Answer.TooDear) || at.isLowest()) {
            return why(failure.get());
          }
          at = at.down();
        }
      }
    }
  }

  private static Optional<String> next(
      BulkPosition at, BulkFile.Batch.Read read, BulkFile.Ending ending) {
    if (!read.isLast()) {
      return Optional.of(at.at(read.end()).toString());
    }
    return switch (ending) {
      case WHOLE -> Optional.empty();
      case CUT -> Optional.of(at.afterFailure());
    };
  }

  private static boolean isWhole(Resource resource, ObjectNode object) {
    return resource != Resource.ORDERS || BulkOrders.isWhole(object);
  }

  /** Asks for what the file does not tell of orders. What it returns is why it could not. */
  private static Optional<Answer.Failure> complete(
      Session session, Resource resource, List<ObjectNode> objects, BulkPosition at) {
    if (resource != Resource.ORDERS) {
      return Optional.empty();
    }
    Map<String, ObjectNode> parts = new HashMap<>();
    ObjectNode variables = variables();
    for (ObjectNode order : objects) {
      if (BulkOrders.isWhole(order)) {
        BulkOrders.fill(order);
      } else {
        parts.put(order.path("id").asText(), order);
        variables.withArray("ids").add(order.path("id"));
      }
    }
    if (parts.isEmpty()) {
      return new GiftCards(session).complete(objects);
    }
    variables.put("nested", at.sizes().nested()).put("sales", at.sizes().sales());
    return switch (session.ask(Document.ORDERS_BY_ID, variables)) {
      case Answer.Failure failure -> Optional.of(failure);
      case Answer.Data data -> {
        Optional<Answer.Failure> failure = Optional.empty();
        for (JsonNode node : data.data().path("nodes")) {
          if (failure.isEmpty() && node instanceof ObjectNode whole) {
            failure = new Nested(session, at.sizes()).complete(whole);
            Optional.ofNullable(parts.remove(whole.path("id").asText()))
                .ifPresent(part -> part.removeAll().setAll(whole));
          }
        }
        // Deleted since: nobody tells more of them.
        parts.values().forEach(ObjectNode::removeAll);
        yield failure.or(() -> new GiftCards(session).complete(objects));
      }
    };
  }

  private static List<PulledObject> objects(Resource resource, List<ObjectNode> nodes) {
    List<PulledObject> objects = new ArrayList<>();
    for (ObjectNode node : nodes) {
      if (!node.isEmpty()) {
        objects.add(ShopifyRetriever.object(resource, node));
      }
    }
    return objects;
  }

  private static Fetched onwards(String cursor) {
    return new Fetched.Page(List.of(), Optional.of(cursor));
  }

  private static String pages() {
    return Position.START.toString();
  }

  private static Fetched why(Answer.Failure failure) {
    return switch (failure) {
      case Answer.Failed failed -> failed.why();
      case Answer.TooDear _ -> new Fetched.Refused(200, "MAX_COST_EXCEEDED for a bulk operation");
    };
  }

  private static ObjectNode variables() {
    return JsonNodeFactory.instance.objectNode();
  }
}
