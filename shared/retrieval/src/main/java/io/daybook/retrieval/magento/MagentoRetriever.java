package io.daybook.retrieval.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Bytes;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.Fetched.PulledObject;
import io.daybook.retrieval.Health;
import io.daybook.retrieval.Request;
import io.daybook.retrieval.Retriever;
import io.daybook.retrieval.http.Answer;
import io.daybook.retrieval.http.Attempts;
import io.daybook.retrieval.http.CallFailed;
import io.daybook.retrieval.http.Limits;
import io.daybook.retrieval.http.Pause;
import io.daybook.sources.Secret;
import io.daybook.sources.magento.EventKeys;
import io.daybook.sources.magento.MagentoPlatform;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Asks Magento's API, a page of at most 100 objects at a time. Safe for use by several threads. */
public final class MagentoRetriever implements Retriever {
  private static final HttpUrl PUBLISHED = HttpUrl.get("https://static.adobeioevents.com");
  private static final int PAGE = 100;
  private static final String ID = "entity_id";

  private final Calls calls;

  /** With a client of its own. */
  public MagentoRetriever() {
    this(new OkHttpClient(), Thread::sleep, new SecureRandom(), Clock.systemUTC());
  }

  /** With a client, a pause, a die and a clock of one's own. */
  public MagentoRetriever(OkHttpClient client, Pause pause, RandomGenerator random, Clock clock) {
    this.calls =
        new Calls(new Attempts(Limits.USUAL.on(client), pause, random), new OAuth(clock, random));
  }

  @Override
  public String source() {
    return "magento";
  }

  @Override
  public List<String> resources() {
    return Arrays.stream(Resource.values()).map(Resource::word).toList();
  }

  @Override
  public Fetched fetch(Endpoint endpoint, Request request) {
    Optional<Resource> resource = Resource.of(request.resource());
    String after = request.cursor().orElse("0");
    if (resource.isEmpty() || !after.matches("[0-9]{1,18}")) {
      return new Fetched.Refused(0, "no resource or cursor of ours: " + request.resource());
    }
    try {
      return page(endpoint, request, resource.get(), Long.parseLong(after));
    } catch (CallFailed failed) {
      return failed.why();
    }
  }

  private Fetched page(Endpoint endpoint, Request request, Resource resource, long after)
      throws CallFailed {
    Search search =
        new Search()
            .where("updated_at", "gteq", Search.time(request.changedFrom()))
            // Times are whole seconds: the last, begun one belongs to the window.
            .where("updated_at", "lteq", Search.time(request.changedTo()))
            .where(ID, "gt", Long.toString(after));
    JsonNode answer = calls.get(endpoint, resource.word(), search.byId(PAGE)).must();
    SortedMap<Long, JsonNode> found = new TreeMap<>();
    for (JsonNode item : answer.path("items")) {
      long id = item.path(ID).asLong(0);
      if (id > after) {
        found.put(id, item);
      }
    }
    List<PulledObject> objects =
        switch (resource) {
          case ORDERS -> alone(found);
          case INVOICES, CREDIT_MEMOS, SHIPMENTS -> joined(endpoint, resource, found);
        };
    // Nothing new: the platform repeats itself, and would go on.
    boolean goesOn =
        !found.isEmpty()
            && (answer.path("total_count").isIntegralNumber()
                ? answer.path("total_count").asLong() > answer.path("items").size()
                : answer.path("items").size() >= PAGE);
    return new Fetched.Page(
        objects, goesOn ? Optional.of(Long.toString(found.lastKey())) : Optional.empty());
  }

  private static List<PulledObject> alone(SortedMap<Long, JsonNode> found) {
    List<PulledObject> objects = new ArrayList<>();
    found.forEach((id, item) ->
        objects.add(object(Resource.ORDERS, id, Fields.of(item, Resource.ORDERS.fields()))));
    return objects;
  }

  /** Documents do not say how they are paid, and whose parts their items are: their orders do. */
  private List<PulledObject> joined(
      Endpoint endpoint, Resource resource, SortedMap<Long, JsonNode> found) throws CallFailed {
    Map<Long, ObjectNode> orders = orders(endpoint, found);
    List<PulledObject> objects = new ArrayList<>();
    found.forEach((id, item) -> {
      ObjectNode together = JsonNodeFactory.instance.objectNode();
      together.set(resource.document(), Fields.of(item, resource.fields()));
      ObjectNode order = orders.get(item.path("order_id").asLong(0));
      if (order != null) {
        together.set("order", order);
      }
      objects.add(object(resource, id, together));
    });
    return objects;
  }

  private Map<Long, ObjectNode> orders(Endpoint endpoint, SortedMap<Long, JsonNode> found)
      throws CallFailed {
    TreeSet<String> ids = new TreeSet<>();
    for (JsonNode item : found.values()) {
      long id = item.path("order_id").asLong(0);
      if (id > 0) {
        ids.add(Long.toString(id));
      }
    }
    Map<Long, ObjectNode> orders = new HashMap<>();
    if (!ids.isEmpty()) {
      Map<String, String> query = new Search().where(ID, "in", String.join(",", ids)).byId(PAGE);
      JsonNode answer = calls.must(endpoint, Resource.ORDERS.word(), query);
      for (JsonNode order : answer.path("items")) {
        orders.put(order.path(ID).asLong(0), Fields.of(order, Fields.ORDER));
      }
    }
    return orders;
  }

  private static PulledObject object(Resource resource, long id, ObjectNode json) {
    return new PulledObject(resource.topic(), Long.toString(id), Bytes.utf8(json.toString()));
  }

  /** One object of each list: an integration may be let in to some of them only. */
  @Override
  public Health health(Endpoint endpoint, String account) {
    List<String> remarks = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      switch (calls.get(endpoint, resource.word(), new Search().byId(1))) {
        case Answer.Body _ -> {}
        case Answer.Failed(Fetched.Refused refused) -> {
          if (resource == Resource.ORDERS || !isForbidden(refused.status())) {
            return new Health.Ill(refused.reason());
          }
          remarks.add(
              "The integration may not read "
                  + resource.words()
                  + ": what they tell is missing from the books. Allow it in the shop's admin.");
        }
        case Answer.Failed(Fetched.Unavailable unavailable) -> {
          return new Health.Ill(unavailable.reason());
        }
        case Answer.Failed(Fetched.Throttled _) -> {
          return new Health.Ill("the shop asks to wait");
        }
        case Answer.Failed(Fetched.Preparing preparing) -> {
          return new Health.Ill(preparing.words());
        }
        case Answer.Failed(Fetched.Page _) ->
            throw new IllegalStateException("a page is no failure");
      }
    }
    return new Health.Well(remarks);
  }

  private static boolean isForbidden(int status) {
    return status == 401 || status == 403;
  }

  /** The keys of Adobe I/O Events at the paths that the person gave; Adobe publishes no list of them. */
  @Override
  public Keys webhookKeys(Endpoint endpoint) {
    Optional<String> client = credential(endpoint, MagentoPlatform.EVENT_CLIENT);
    Optional<String> paths = credential(endpoint, MagentoPlatform.EVENT_KEYS);
    if (client.isEmpty() || paths.isEmpty()) {
      return new Keys.None();
    }
    HttpUrl base = HttpUrl.get(endpoint.base().toString());
    // A stand-in has the keys of its own events.
    boolean isStandIn = base.host().equals("127.0.0.1") || base.host().equals("localhost");
    List<String> lines = new ArrayList<>();
    for (String path : paths.get().split("[\\s,]+", 10)) {
      if (EventKeys.isPath(path)) {
        HttpUrl url = (isStandIn ? base : PUBLISHED).newBuilder().encodedPath(path).build();
        calls
            .open(url)
            .flatMap(pem -> EventKeys.line(client.get(), path, pem))
            .ifPresent(lines::add);
      }
    }
    return lines.isEmpty()
        ? new Keys.Unread("no public key at the paths that were given")
        : new Keys.Published(Bytes.utf8(String.join("\n", lines)));
  }

  private static Optional<String> credential(Endpoint endpoint, String name) {
    return endpoint
        .credential(name)
        .map(Secret::bytes)
        .map(bytes -> new String(bytes, UTF_8).strip())
        .filter(text -> !text.isEmpty());
  }
}
