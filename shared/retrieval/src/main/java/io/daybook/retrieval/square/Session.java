package io.daybook.retrieval.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.retrieval.Endpoint;
import io.daybook.retrieval.Fetched;
import io.daybook.retrieval.http.Answer;
import io.daybook.retrieval.http.CallFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls of one page. The first is answered as it is answered; a further one, which would be lost work if it were
 * throttled, waits within bounds.
 */
final class Session {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int MOST_WAITS = 4;
  private static final int MOST_ORDERS = 100;
  private static final int MOST_PAGES = 1000;

  private final Calls calls;
  private final Endpoint endpoint;
  private boolean isFirst = true;

  Session(Calls calls, Endpoint endpoint) {
    this.calls = calls;
    this.endpoint = endpoint;
  }

  private interface Call {
    Answer answer();
  }

  JsonNode get(String path, Map<String, String> query) throws CallFailed {
    return ask(() -> calls.get(endpoint, path, query));
  }

  JsonNode post(String path, JsonNode body) throws CallFailed {
    return ask(() -> calls.post(endpoint, path, body));
  }

  JsonNode put(String path, JsonNode body) throws CallFailed {
    return ask(() -> calls.put(endpoint, path, body));
  }

  /** All elements of a list that is small: entries of a payout, events of a shift. Ends when a cursor comes again. */
  List<JsonNode> all(String path, Map<String, String> query, String list) throws CallFailed {
    List<JsonNode> elements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> cursors = new HashSet<>();
    Map<String, String> asked = new LinkedHashMap<>(query);
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode answer = get(path, asked);
      for (JsonNode element : answer.path(list)) {
        if (ids.add(element.path("id").asText(""))) {
          elements.add(element);
        }
      }
      String cursor = answer.path("cursor").asText("");
      if (cursor.isEmpty() || !cursors.add(cursor)) {
        return elements;
      }
      asked.put("cursor", cursor);
    }
    throw new CallFailed(new Fetched.Refused(200, "the list of " + path + " does not end"));
  }

  /** Orders by id; one that is not there is missing in the answer. */
  Map<String, JsonNode> orders(Collection<String> ids) throws CallFailed {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    List<String> wanted = List.copyOf(ids);
    for (int start = 0; start < wanted.size(); start += MOST_ORDERS) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      ArrayNode list = body.putArray("order_ids");
      wanted.subList(start, Math.min(start + MOST_ORDERS, wanted.size())).forEach(list::add);
      for (JsonNode order : post("v2/orders/batch-retrieve", body).path("orders")) {
        found.put(order.path("id").asText(""), order);
      }
    }
    return found;
  }

  private JsonNode ask(Call call) throws CallFailed {
    Answer answer = call.answer();
    int waits = isFirst ? MOST_WAITS : 0;
    isFirst = false;
    while (answer instanceof Answer.Failed(Fetched.Throttled(Duration wait))
        && waits < MOST_WAITS
        && wait.compareTo(LONGEST_WAIT) <= 0
        && calls.waited(wait)) {
      waits++;
      answer = call.answer();
    }
    return answer.must();
  }
}
