package io.daybook.books.portal;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.books.acts.Who;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An act as the portal hands it over. */
record AskedAct(JsonNode event) {
  /** A text that is there; empty if it is not. */
  String text(String field) {
    return event.path(field).asText("");
  }

  /** A text, if there is one. */
  Optional<String> optional(String field) {
    return Optional.of(text(field).strip()).filter(text -> !text.isEmpty());
  }

  /** Whether something was ticked. */
  boolean ticked(String field) {
    return event.path(field).asBoolean(false);
  }

  /** Texts by name. */
  Map<String, String> texts(String field) {
    Map<String, String> texts = new TreeMap<>();
    event
        .path(field)
        .properties()
        .forEach(one -> texts.put(one.getKey(), one.getValue().asText("")));
    return texts;
  }

  /** Who asks, and why. */
  Who who(String reason) {
    return new Who(text("by"), optional("reason").orElse(reason));
  }
}
