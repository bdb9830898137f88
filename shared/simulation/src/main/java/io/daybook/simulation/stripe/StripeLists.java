package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.http.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Stripe's lists: newest first, filtered by when things were created, read on from an id. */
final class StripeLists {
  private static final int USUAL_PAGE = 10;
  private static final int MAX_PAGE = 100;

  private StripeLists() {}

  /** A page of the objects, by the request's parameters. */
  static ObjectNode page(List<ObjectNode> objects, Asked asked) {
    int limit = asked.parameter("limit").map(StripeLists::number).orElse(USUAL_PAGE);
    if (limit < 1 || limit > MAX_PAGE) {
      throw new Refusal("Invalid integer: limit must be between 1 and " + MAX_PAGE, "limit");
    }
    Comparator<ObjectNode> order =
        Comparator.comparingLong((ObjectNode node) -> node.get("created").longValue())
            .thenComparing(node -> node.get("id").textValue());
    List<ObjectNode> found =
        objects.stream().filter(created(asked)).sorted(order.reversed()).toList();
    int from =
        asked
            .parameter("starting_after")
            .map(id -> place(found, id, "starting_after") + 1)
            .orElse(0);
    int to =
        asked
            .parameter("ending_before")
            .map(id -> place(found, id, "ending_before"))
            .orElse(found.size());
    int start = asked.parameter("ending_before").isPresent() ? Math.max(from, to - limit) : from;
    int end = Math.min(to, start + limit);
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = page.putArray("data");
    found.subList(start, Math.max(start, end)).forEach(data::add);
    boolean more = asked.parameter("ending_before").isPresent() ? start > 0 : end < found.size();
    return page.put("has_more", more).put("url", asked.path());
  }

  private static Predicate<ObjectNode> created(Asked asked) {
    Map<String, Predicate<Long>> bounds =
        Map.of(
            "created[gte]", bound(asked, "created[gte]", order -> order >= 0),
            "created[gt]", bound(asked, "created[gt]", order -> order > 0),
            "created[lte]", bound(asked, "created[lte]", order -> order <= 0),
            "created[lt]", bound(asked, "created[lt]", order -> order < 0),
            "created", bound(asked, "created", order -> order == 0));
    return node ->
        bounds.values().stream().allMatch(bound -> bound.test(node.get("created").longValue()));
  }

  private static Predicate<Long> bound(Asked asked, String name, Predicate<Integer> holds) {
    Optional<Long> limit = asked.parameter(name).map(text -> (long) number(text));
    return created -> limit.map(value -> holds.test(Long.compare(created, value))).orElse(true);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal("Invalid integer: " + text, "limit");
    }
  }

  private static int place(List<ObjectNode> found, String id, String parameter) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).get("id").textValue().equals(id)) {
        return i;
      }
    }
    throw new Refusal("No such object: '" + id + "'", parameter);
  }

  /** A request that Stripe answers 400. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;

    Refusal(String message, String parameter) {
      super(message);
      this.parameter = parameter;
    }

    String parameter() {
      return parameter;
    }
  }
}
