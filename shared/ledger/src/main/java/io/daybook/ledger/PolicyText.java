package io.daybook.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A policy as an older version wrote it, brought to today's form: what was one flat list stands under its theme, and what
 * did not exist then has its default.
 */
final class PolicyText {
  /** Where the six switches of the first form stand now. */
  private static final Map<String, List<String>> MOVED =
      Map.of(
          "shipping", List.of("recognition", "shipping"),
          "settlement", List.of("exchange", "settled"),
          "lostDispute", List.of("disputes", "lost"),
          "lostDisputeTax", List.of("disputes", "tax"),
          "roundingCapMinor", List.of("rounding", "capMinor"),
          "waitingDays", List.of("claims", "waitingDays"));

  private PolicyText() {}

  /** The text with all that is missing; what it says and nobody knows stays in it, to be refused by its reader. */
  static JsonNode complete(JsonNode text, ObjectMapper mapper) {
    ObjectNode complete = mapper.valueToTree(Policy.standard());
    text.properties()
        .forEach(field -> {
          List<String> place = MOVED.getOrDefault(field.getKey(), List.of());
          if (place.isEmpty()) {
            put(complete, field.getKey(), field.getValue());
          } else {
            ((ObjectNode) complete.get(place.getFirst())).set(place.getLast(), field.getValue());
          }
        });
    return complete;
  }

  private static void put(ObjectNode complete, String theme, JsonNode said) {
    JsonNode defaults = complete.get(theme);
    if (defaults instanceof ObjectNode switches && said.isObject()) {
      said.properties().forEach(field -> switches.set(field.getKey(), field.getValue()));
    } else {
      complete.set(theme, said);
    }
  }
}
