package io.daybook.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the last check of a connection showed.
 *
 * @param at when
 * @param remarks what a person should know, a sentence each
 * @param topics the webhooks that are subscribed; empty where the platform's API does not say
 * @param repairs how often a subscription had to be made again since the connection was made
 * @param lastRepair when and what, if one ever was
 */
public record Check(
    Instant at,
    List<String> remarks,
    List<String> topics,
    long repairs,
    Optional<Repair> lastRepair) {
  /** Subscriptions that the platform had dropped or sent elsewhere. */
  public record Repair(Instant at, List<String> topics) {
    /** Copies the list. */
    public Repair {
      topics = List.copyOf(topics);
    }
  }

  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** Copies the lists. */
  public Check {
    remarks = List.copyOf(remarks);
    topics = List.copyOf(topics);
  }

  /** The last check of a connection, if there was one. */
  public static Optional<Check> find(StateStore state, ConnectionName connection) {
    return state.get(Kind.CHECK, connection.value()).map(Check::read);
  }

  /** Stores it. Who checked at the same moment saw the same, and may have his way. */
  public void save(StateStore state, ConnectionName connection) {
    long version = state.get(Kind.CHECK, connection.value()).map(Item::version).orElse(0L);
    boolean _ = state.put(new StateStore.Write(Kind.CHECK, connection.value(), version, write()));
  }

  private static Check read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Check.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the check of " + item.id() + " cannot be read", e);
    }
  }

  private String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a check cannot be written", e);
    }
  }
}
