package io.daybook.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.daybook.events.FactJson;
import io.daybook.ledger.StateStore;

/** What notices keep in the state, as JSON. */
final class NoticeJson {
  private static final ObjectMapper MAPPER =
      FactJson.mapper().disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

  private NoticeJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a " + value.getClass().getSimpleName(), e);
    }
  }

  static <T> T read(StateStore.Item item, Class<T> type) {
    try {
      return MAPPER.readValue(item.json(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("state item " + item.id() + " cannot be read", e);
    }
  }
}
