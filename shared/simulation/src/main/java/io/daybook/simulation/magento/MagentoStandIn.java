package io.daybook.simulation.magento;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Answer;
import io.daybook.simulation.http.Asked;
import io.daybook.simulation.http.Faults;
import io.daybook.simulation.http.LoopbackServer;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Magento's REST API of one shop, on loopback: what the shelves hold, up to the instant that it shows. */
public final class MagentoStandIn implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/rest/V1/(orders|invoices|creditmemos|shipments)");
  private static final Pattern FIELD =
      Pattern.compile("searchCriteria\\[filter_groups]\\[([0-9])]\\[filters]\\[0]\\[field]");

  private final MagentoShelves shelves;
  private final IntegrationKeys keys;
  private final Map<String, String> published;
  private final int mostInPage;
  private final LoopbackServer server;
  private volatile Instant seen = Instant.MAX;

  private MagentoStandIn(
      MagentoShelves shelves,
      IntegrationKeys keys,
      Map<String, String> published,
      int mostInPage,
      Faults faults) {
    this.shelves = shelves;
    this.keys = keys;
    this.published = Map.copyOf(published);
    this.mostInPage = mostInPage;
    this.server = new LoopbackServer(0, faults, this::answer, MagentoStandIn::failure);
  }

  /**
   * Starts on any free port of 127.0.0.1.
   *
   * @param published public keys by path, as {@code static.adobeioevents.com} has them
   * @param mostInPage its largest page
   */
  public static MagentoStandIn start(
      MagentoShelves shelves,
      IntegrationKeys keys,
      Map<String, String> published,
      int mostInPage,
      Faults faults) {
    return new MagentoStandIn(shelves, keys, published, mostInPage, faults);
  }

  /** Where it listens, in the place of {@code https://shop.example.com}. */
  public URI address() {
    return server.address();
  }

  /** From now on lists show only what was changed up to an instant: a replica lags behind. */
  public void showAt(Instant instant) {
    this.seen = instant;
  }

  /** How many requests it has had. */
  public long served() {
    return server.served();
  }

  private Answer answer(Asked asked) {
    String key = published.get(asked.path());
    if (key != null) {
      return Answer.of(200, key);
    }
    if (!keys.letIn(asked, address())) {
      return error(401, "The consumer isn't authorized to access %resources.");
    }
    Matcher path = PATH.matcher(asked.path());
    return path.matches() && asked.method().equals("GET")
        ? list(asked, path.group(1))
        : error(404, "Request does not match any route.");
  }

  private Answer list(Asked asked, String list) {
    int size = number(asked, "searchCriteria[pageSize]").orElse(Integer.MAX_VALUE);
    int wanted = number(asked, "searchCriteria[currentPage]").orElse(1);
    int most = Math.min(size, mostInPage);
    List<ObjectNode> matching =
        shelves.all(list).stream().filter(filter(asked)).filter(this::isVisible).toList();
    int last = Math.max(1, (matching.size() + most - 1) / most);
    // Beyond the end Magento shows the last page again.
    int page = Math.min(wanted, last);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    matching.stream().skip((long) (page - 1) * most).limit(most).forEach(items::add);
    answer.put("total_count", matching.size());
    return Answer.of(200, answer.toString());
  }

  private static Optional<Integer> number(Asked asked, String name) {
    return asked.parameter(name).map(Integer::parseInt);
  }

  private boolean isVisible(ObjectNode object) {
    String updated = object.path("updated_at").asText().replace(' ', 'T') + "Z";
    return !Instant.parse(updated).isAfter(seen);
  }

  private static Predicate<ObjectNode> filter(Asked asked) {
    Predicate<ObjectNode> all = _ -> true;
    for (String name : asked.parameters().keySet()) {
      Matcher field = FIELD.matcher(name);
      if (field.matches()) {
        String stem = name.substring(0, name.length() - "[field]".length());
        all =
            all.and(
                condition(
                    asked.parameter(name).orElse(""),
                    asked.parameter(stem + "[condition_type]").orElse("eq"),
                    asked.parameter(stem + "[value]").orElse("")));
      }
    }
    return all;
  }

  private static Predicate<ObjectNode> condition(String field, String type, String value) {
    return object -> {
      String has = object.path(field).asText("");
      boolean isNumber = has.matches("[0-9]{1,18}") && value.matches("[0-9]{1,18}");
      int order =
          isNumber
              ? Long.compare(Long.parseLong(has), Long.parseLong(value))
              : has.compareTo(value);
      return switch (type) {
        case "eq" -> order == 0;
        case "gt" -> order > 0;
        case "gteq" -> order >= 0;
        case "lt" -> order < 0;
        case "lteq" -> order <= 0;
        case "in" -> Arrays.asList(value.split(",", -1)).contains(has);
        case String other -> throw new IllegalArgumentException("no condition " + other);
      };
    };
  }

  private static Answer failure(int status) {
    return status == 429
        ? new Answer(429, Map.of("Retry-After", "1"), "{\"message\":\"Too many requests.\"}")
        : error(status, "Internal Error. Details are available in Magento log file.");
  }

  private static Answer error(int status, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", message);
    body.putObject("parameters").put("resources", "Magento_Sales::actions_view");
    return Answer.of(status, body.toString());
  }

  @Override
  public void close() {
    server.close();
  }
}
