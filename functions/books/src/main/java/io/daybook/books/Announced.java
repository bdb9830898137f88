package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of which a connection's webhooks told that there is something to fetch, and no more: a sweep brings them, and
 * they were not missed. The last {@value #REMEMBERED} of each connection; for a count that people look at, never for the
 * books.
 */
final class Announced {
  /** More than come between two sweeps, short of thousands an hour; then a count of missed ones is too high. */
  static final int REMEMBERED = 1_000;

  private static final int MAX_TRIES = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

  private final StateStore state;

  Announced(StateStore state) {
    this.state = state;
  }

  /** Notes ids, the newest last; gives up quietly where others keep writing, for the next batch notes again. */
  void note(ConnectionName connection, Collection<String> ids) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Item> held = state.get(Kind.ANNOUNCED, connection.value());
      Set<String> all = new LinkedHashSet<>(ids(held));
      if (!all.addAll(ids)) {
        return;
      }
      List<String> list = new ArrayList<>(all);
      List<String> last = list.subList(Math.max(0, list.size() - REMEMBERED), list.size());
      if (state.put(
          new Write(
              Kind.ANNOUNCED,
              connection.value(),
              held.map(Item::version).orElse(0L),
              write(last)))) {
        return;
      }
    }
  }

  /** What was announced. */
  Set<String> of(ConnectionName connection) {
    return Set.copyOf(ids(state.get(Kind.ANNOUNCED, connection.value())));
  }

  private static List<String> ids(Optional<Item> held) {
    try {
      return held.isEmpty() ? List.of() : MAPPER.readValue(held.get().json(), IDS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was announced cannot be read", e);
    }
  }

  private static String write(List<String> ids) {
    try {
      return MAPPER.writeValueAsString(ids);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was announced cannot be written", e);
    }
  }
}
