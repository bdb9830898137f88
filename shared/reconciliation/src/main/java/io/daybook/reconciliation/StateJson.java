package io.daybook.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.StateStore;

/** What reconciliation keeps in the state, as JSON. */
final class StateJson {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private StateJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value, e);
    }
  }

  static <T> T read(StateStore.Item item, TypeReference<T> type) {
    try {
      return MAPPER.readValue(item.json(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("state item " + item.id() + " cannot be read", e);
    }
  }
}
