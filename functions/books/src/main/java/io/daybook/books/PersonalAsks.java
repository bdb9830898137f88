package io.daybook.books;

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

/** What the law had people ask of a book and is not done yet, by the message that asks. */
public final class PersonalAsks {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** How far one has come. */
  public enum Stage {
    /** Messages of the person are looked for. */
    LOOKING,
    /** People were told what is kept, and have it to answer. */
    TOLD
  }

  /**
   * A request.
   *
   * @param place the last connection and day whose messages were looked at; empty at first
   * @param version of the item
   */
  public record Open(MessageId message, Stage stage, String place, long version) {}

  private record Stored(Stage stage, String place) {}

  private final StateStore state;

  /** The open requests in a book's state. */
  public PersonalAsks(StateStore state) {
    this.state = state;
  }

  /** All of them, by message. */
  public List<Open> open() {
    return state.list(Kind.PERSONAL_ASK).stream().map(PersonalAsks::read).toList();
  }

  /** Notes that a message asks; one that was noted before stays as it is. */
  void note(MessageId message) {
    if (state.get(Kind.PERSONAL_ASK, message.toString()).isEmpty()) {
      // Who was faster noted the same.
      boolean _ =
          state.put(
              new Write(
                  Kind.PERSONAL_ASK, message.toString(), 0, write(new Stored(Stage.LOOKING, ""))));
    }
  }

  /** Keeps how far a request has come. If another run was faster, that one's word stays. */
  public void reached(Open request, Stage stage, String place) {
    boolean _ =
        state.put(
            new Write(
                Kind.PERSONAL_ASK,
                request.message().toString(),
                request.version(),
                write(new Stored(stage, place))));
  }

  /** Strikes a request that is done. */
  public void strike(MessageId message) {
    Optional<Item> item = state.get(Kind.PERSONAL_ASK, message.toString());
    if (item.isPresent()) {
      boolean _ = state.delete(Kind.PERSONAL_ASK, message.toString(), item.get().version());
    }
  }

  private static Open read(Item item) {
    try {
      Stored stored = MAPPER.readValue(item.json(), Stored.class);
      return new Open(MessageId.parse(item.id()), stored.stage(), stored.place(), item.version());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the request " + item.id() + " cannot be read", e);
    }
  }

  private static String write(Stored stored) {
    try {
      return MAPPER.writeValueAsString(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }
}
