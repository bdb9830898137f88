package io.daybook.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.util.List;
import java.util.Optional;

/** The messages of a book that were kept and not posted. A message without a setback is posted. */
public final class Setbacks {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private final StateStore state;

  /** The setbacks in a book's state. */
  public Setbacks(StateStore state) {
    this.state = state;
  }

  /** All of them, by message. */
  public List<Setback> all() {
    return state.list(Kind.OUTCOME).stream().map(Setbacks::read).toList();
  }

  /** Records a message's setback, or that it has none (any more). Writes only what changes. */
  public void record(MessageId message, Optional<Setback> setback) {
    Optional<Item> before = state.get(Kind.OUTCOME, message.toString());
    if (before.map(Setbacks::read).equals(setback)) {
      return;
    }
    long version = before.map(Item::version).orElse(0L);
    boolean stored =
        setback
            .map(now -> state.put(new Write(Kind.OUTCOME, message.toString(), version, write(now))))
            .orElseGet(() -> state.delete(Kind.OUTCOME, message.toString(), version));
    if (!stored) {
      throw new ConcurrentChange("the outcome of message " + message);
    }
  }

  private static Setback read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Setback.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the outcome of message " + item.id() + " cannot be read", e);
    }
  }

  private static String write(Setback setback) {
    try {
      return MAPPER.writeValueAsString(setback);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the outcome of " + setback.message() + " cannot be written", e);
    }
  }
}
