package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a connection's resource is swept: a small work item that survives a crash.
 *
 * @param sweptTo everything that changed before this instant was seen
 * @param running the window being swept, if one is
 */
record Sweep(Instant sweptTo, Optional<Window> running) {
  /**
   * A window being swept.
   *
   * @param from what changed at or after
   * @param to what changed before
   * @param cursor where the next page begins; absent before the first
   */
  record Window(Instant from, Instant to, Optional<String> cursor) {}

  private static final ObjectMapper MAPPER = FactJson.mapper();

  static Optional<Sweep> find(StateStore state, ConnectionName connection, String resource) {
    return state.get(Kind.CURSOR, id(connection, resource)).map(Sweep::read);
  }

  /**
   * Stores it in the place of what was read before.
   *
   * @return false if another pull changed it meanwhile: what to do next is to be read anew
   */
  boolean save(
      StateStore state, ConnectionName connection, String resource, Optional<Sweep> before) {
    String id = id(connection, resource);
    Optional<Item> held = state.get(Kind.CURSOR, id);
    return held.map(Sweep::read).equals(before)
        && state.put(
            new StateStore.Write(Kind.CURSOR, id, held.map(Item::version).orElse(0L), write()));
  }

  private static String id(ConnectionName connection, String resource) {
    return connection + "/" + resource;
  }

  static Sweep read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Sweep.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the sweep of " + item.id() + " cannot be read", e);
    }
  }

  private String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a sweep cannot be written", e);
    }
  }
}
