package io.daybook.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a connection's resource is swept: a small work item that survives a crash.
 *
 * @param sweptTo everything that changed before this instant was seen
 * @param running the window being swept, if one is
 */
public record Sweep(Instant sweptTo, Optional<Window> running) {
  /**
   * A window being swept.
   *
   * @param from what changed at or after
   * @param to what changed before
   * @param cursor where the next page begins; absent before the first
   */
  public record Window(Instant from, Instant to, Optional<String> cursor) {}

  private static final Duration RARELY = Duration.ofHours(6);
  private static final Duration DAILY = Duration.ofHours(24);

  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** Whether what a resource lists changes long after, so that a sweep reaches far back and comes every six hours only. */
  public static boolean changesLater(String resource) {
    return switch (resource) {
      case "payouts", "payout-transactions", "disputes" -> true;
      // A label is refunded or charged weeks after it was made.
      case "label-refunds", "label-voids", "label-returns" -> true;
      default -> false;
    };
  }

  /** Whether a resource is a report, which the platform makes anew for everybody who asks. */
  public static boolean isReport(String resource) {
    return resource.equals("payout-reports");
  }

  /** How long after a sweep of a resource the clock comes again: at its next turn, or not before some hours. */
  public static Duration every(String resource) {
    if (isReport(resource)) {
      return DAILY;
    }
    return changesLater(resource) ? RARELY : Duration.ZERO;
  }

  /** How far a resource is swept, if it ever was. */
  public static Optional<Sweep> find(StateStore state, ConnectionName connection, String resource) {
    return state.get(Kind.CURSOR, id(connection, resource)).map(Sweep::read);
  }

  /** How far each resource of a connection is swept, by the resource's name. */
  public static SortedMap<String, Sweep> all(StateStore state, ConnectionName connection) {
    String prefix = id(connection, "");
    SortedMap<String, Sweep> sweeps = new TreeMap<>();
    for (Item item : state.list(Kind.CURSOR)) {
      if (item.id().startsWith(prefix)) {
        sweeps.put(item.id().substring(prefix.length()), read(item));
      }
    }
    return sweeps;
  }

  /**
   * Stores it in the place of what was read before.
   *
   * @return false if another pull changed it meanwhile: what to do next is to be read anew
   */
  public boolean save(
      StateStore state, ConnectionName connection, String resource, Optional<Sweep> before) {
    return writing(state, connection, resource, before).map(state::put).orElse(Boolean.FALSE);
  }

  /** The write that stores it in the place of what was read before; absent if that was changed meanwhile. */
  public Optional<StateStore.Write> writing(
      StateStore state, ConnectionName connection, String resource, Optional<Sweep> before) {
    String id = id(connection, resource);
    Optional<Item> held = state.get(Kind.CURSOR, id);
    return held.map(Sweep::read).equals(before)
        ? Optional.of(
            new StateStore.Write(Kind.CURSOR, id, held.map(Item::version).orElse(0L), write()))
        : Optional.empty();
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
