package io.daybook.simulation.shopify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a list into the pages of a connection. */
final class Paging {
  /** The most that one page may hold. */
  static final int MAX_PAGE = 250;

  private Paging() {}

  /** A page of the nodes by the connection's arguments. */
  static Map<String, Object> page(List<Map<String, Object>> nodes, Map<String, Object> arguments) {
    List<Map<String, Object>> all = new ArrayList<>(nodes);
    if (Boolean.TRUE.equals(arguments.get("reverse"))) {
      Collections.reverse(all);
    }
    int from = text(arguments, "after").map(cursor -> place(all, cursor) + 1).orElse(0);
    int to = text(arguments, "before").map(cursor -> place(all, cursor)).orElse(all.size());
    Optional<Integer> first = size(arguments, "first");
    Optional<Integer> last = size(arguments, "last");
    if (first.isPresent() == last.isPresent()) {
      throw new IllegalArgumentException("you must provide one of first or last");
    }
    int start = last.map(size -> Math.max(from, to - size)).orElse(from);
    int end = first.map(size -> Math.min(to, from + size)).orElse(to);
    List<Map<String, Object>> page = all.subList(start, Math.max(start, end));
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("hasNextPage", end < all.size());
    info.put("hasPreviousPage", start > 0);
    if (!page.isEmpty()) {
      info.put("startCursor", cursor(page.getFirst()));
      info.put("endCursor", cursor(page.getLast()));
    }
    List<Map<String, Object>> edges =
        page.stream()
            .<Map<String, Object>>map(node -> Map.of("cursor", cursor(node), "node", node))
            .toList();
    return Map.of("nodes", page, "edges", edges, "pageInfo", info);
  }

  private static Optional<String> text(Map<String, Object> arguments, String name) {
    return Optional.ofNullable(arguments.get(name)).map(Object::toString);
  }

  private static Optional<Integer> size(Map<String, Object> arguments, String name) {
    Optional<Integer> size = Optional.ofNullable(arguments.get(name)).map(value -> (Integer) value);
    if (size.filter(given -> given < 0 || given > MAX_PAGE).isPresent()) {
      throw new IllegalArgumentException(
          name + " is " + size.orElseThrow() + ", expected 0 to " + MAX_PAGE);
    }
    return size;
  }

  private static String cursor(Map<String, Object> node) {
    byte[] id = ("{\"last_id\":\"" + node.get("id") + "\"}").getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(id);
  }

  private static int place(List<Map<String, Object>> all, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (cursor(all.get(i)).equals(cursor)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Invalid cursor for current pagination sort.");
  }
}
