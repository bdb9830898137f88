package io.daybook.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many objects a sweep of several pages has seen so far, for people who wait for a backfill. A page that a crash had done
 * again counts twice: it is a progress, never a proof.
 *
 * @param from where the window begins
 * @param to where it ends
 * @param objects so far
 * @param at when the last page came
 */
public record SweepSeen(Instant from, Instant to, long objects, Instant at) {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** Counts a page of a window that has several. */
  public static void count(
      StateStore state,
      ConnectionName connection,
      String resource,
      Sweep.Window window,
      int objects,
      Instant now) {
    Optional<Item> held = state.get(Kind.SWEEPING, connection + "/" + resource);
    long before =
        held.map(SweepSeen::read)
            .filter(seen -> seen.from().equals(window.from()) && seen.to().equals(window.to()))
            .map(SweepSeen::objects)
            .orElse(0L);
    SweepSeen after =
        new SweepSeen(window.from(), window.to(), Math.addExact(before, objects), now);
    // Who swept the same page at the same moment counted it, and may have his way.
    boolean _ =
        state.put(
            new StateStore.Write(
                Kind.SWEEPING,
                connection + "/" + resource,
                held.map(Item::version).orElse(0L),
                after.write()));
  }

  /** Of each resource of a connection that was swept in several pages, by the resource's name. */
  public static SortedMap<String, SweepSeen> all(StateStore state, ConnectionName connection) {
    String prefix = connection + "/";
    SortedMap<String, SweepSeen> all = new TreeMap<>();
    for (Item item : state.list(Kind.SWEEPING)) {
      if (item.id().startsWith(prefix)) {
        all.put(item.id().substring(prefix.length()), read(item));
      }
    }
    return all;
  }

  private static SweepSeen read(Item item) {
    try {
      return MAPPER.readValue(item.json(), SweepSeen.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the sweep " + item.id() + " saw cannot be read", e);
    }
  }

  private String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a sweep saw cannot be written", e);
    }
  }
}
