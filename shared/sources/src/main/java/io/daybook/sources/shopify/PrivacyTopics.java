package io.daybook.sources.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.sources.platform.PersonalAsk;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Shopify's three privacy topics (shopify.dev, "Privacy law compliance"). */
final class PrivacyTopics {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PrivacyTopics() {}

  static Optional<PersonalAsk> read(String topic, byte[] body) {
    return switch (topic) {
      case "customers/data_request" -> person(body, "orders_requested").map(PersonalAsk.Show::new);
      case "customers/redact" -> person(body, "orders_to_redact").map(PersonalAsk.Erase::new);
      case "shop/redact" -> Optional.of(new PersonalAsk.EraseAll());
      default -> Optional.empty();
    };
  }

  /** Whom a request is about; empty if it names nobody, for then it must not be taken for done. */
  private static Optional<PersonalAsk.Person> person(byte[] body, String ordersField) {
    try {
      JsonNode root = MAPPER.readTree(body);
      Set<String> names = new HashSet<>();
      for (String field : List.of("id", "email", "phone")) {
        add(names, root.path("customer").path(field));
      }
      Set<String> orders = new HashSet<>();
      root.path(ordersField).forEach(order -> add(orders, order));
      return names.isEmpty() && orders.isEmpty()
          ? Optional.empty()
          : Optional.of(new PersonalAsk.Person(names, orders));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static void add(Set<String> values, JsonNode value) {
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      values.add(value.asText());
    }
  }
}
