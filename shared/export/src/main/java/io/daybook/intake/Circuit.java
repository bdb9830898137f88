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

/**
 * A connection whose API fails. After three failed sweeps in a row the clock leaves it alone, for half an
 * hour first and twice as long after each failure, up to twelve hours; the hub's other connections go on. A sweep that
 * succeeds, or a person who asks for one, closes the circuit. There is none for a connection that is well.
 *
 * @param failures sweeps in a row; 0 in the store alone, for one that was closed
 * @param since when the first of them failed
 * @param reason why the last failed
 * @param pausedUntil until when the clock does not ask, once it does not
 */
public record Circuit(int failures, Instant since, String reason, Optional<Instant> pausedUntil) {
  /** How many sweeps in a row may fail before it is left alone. */
  public static final int BEFORE_PAUSE = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
  private static final int MOST_DOUBLINGS = 10;
  private static final ObjectMapper MAPPER = FactJson.mapper();

  /** How a connection fails, if it does. */
  public static Optional<Circuit> find(StateStore state, ConnectionName connection) {
    return state
        .get(Kind.CIRCUIT, connection.value())
        .map(Circuit::read)
        .filter(circuit -> circuit.failures() > 0);
  }

  /** Whether the clock leaves it alone now. */
  public boolean isOpen(Instant now) {
    return pausedUntil.filter(now::isBefore).isPresent();
  }

  /** Notes that a sweep of it failed. Who changed it meanwhile failed or succeeded at the same moment, and has his way. */
  public static Circuit fail(
      StateStore state, ConnectionName connection, String reason, Instant now) {
    Optional<Item> held = state.get(Kind.CIRCUIT, connection.value());
    Optional<Circuit> before = held.map(Circuit::read).filter(one -> one.failures() > 0);
    int failures = before.map(Circuit::failures).orElse(0) + 1;
    Circuit after =
        new Circuit(
            failures,
            before.map(Circuit::since).orElse(now),
            reason,
            failures < BEFORE_PAUSE ? Optional.empty() : Optional.of(now.plus(pause(failures))));
    boolean _ =
        state.put(
            new StateStore.Write(
                Kind.CIRCUIT,
                connection.value(),
                held.map(Item::version).orElse(0L),
                after.write()));
    return after;
  }

  /** Closes it: the connection is well again. */
  public static void close(StateStore state, ConnectionName connection) {
    Optional<Item> held = state.get(Kind.CIRCUIT, connection.value());
    if (held.isPresent()) {
      // Replaced and not deleted, so that whoever sweeps need not be allowed to delete.
      Circuit closed = new Circuit(0, read(held.get()).since(), "", Optional.empty());
      boolean _ =
          state.put(
              new StateStore.Write(
                  Kind.CIRCUIT, connection.value(), held.get().version(), closed.write()));
    }
  }

  private static Duration pause(int failures) {
    int doublings = Math.min(failures - BEFORE_PAUSE, MOST_DOUBLINGS);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static Circuit read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Circuit.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the circuit of " + item.id() + " cannot be read", e);
    }
  }

  private String write() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a circuit cannot be written", e);
    }
  }
}
