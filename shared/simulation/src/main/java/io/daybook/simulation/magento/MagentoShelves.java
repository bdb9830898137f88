package io.daybook.simulation.magento;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a shop holds, as the API would show it. Safe for use by several threads. */
public final class MagentoShelves {
  private final Map<String, Map<Long, ObjectNode>> shelves = new TreeMap<>();

  /**
   * An object, new or changed, under its id.
   *
   * @param list as in the API's paths, such as {@code orders}
   */
  public synchronized ObjectNode put(String list, ObjectNode object) {
    shelves
        .computeIfAbsent(list, _ -> new TreeMap<>())
        .put(object.path("entity_id").asLong(), object);
    return object;
  }

  /** All objects, by id. */
  public synchronized List<ObjectNode> all(String list) {
    return new ArrayList<>(shelves.getOrDefault(list, Map.of()).values());
  }
}
