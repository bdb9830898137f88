package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The right to do one-at-a-time work on a book until an instant. What is written under it is written together with the
 * lease, on the condition that nobody took it meanwhile: who slept past its end writes nothing.
 */
public final class Lease {
  /**
   * Who holds it.
   *
   * @param holder names the run
   * @param until when it ends by itself
   * @param epoch how many took it before, and this one
   */
  public record Held(String holder, Instant until, long epoch) {}

  private static final TypeReference<Held> HELD = new TypeReference<>() {};

  private final StateStore state;
  private final Clock clock;
  private final String name;
  private final Duration length;
  private Held held;
  private long version;

  private Lease(
      StateStore state, Clock clock, String name, Duration length, Held held, long version) {
    this.state = state;
    this.clock = clock;
    this.name = name;
    this.length = length;
    this.held = held;
    this.version = version;
  }

  /** Takes a lease that nobody holds; empty if somebody does, or was faster. */
  public static Optional<Lease> take(
      StateStore state, String name, String holder, Duration length, Clock clock) {
    Optional<Item> before = state.get(Kind.LEASE, name);
    Optional<Held> by = before.map(item -> StateJson.read(item, HELD));
    Instant now = clock.instant();
    if (by.isPresent() && by.get().until().isAfter(now)) {
      return Optional.empty();
    }
    Held held = new Held(holder, now.plus(length), by.map(Held::epoch).orElse(0L) + 1);
    long version = before.map(Item::version).orElse(0L);
    return state.put(new Write(Kind.LEASE, name, version, StateJson.write(held)))
        ? Optional.of(new Lease(state, clock, name, length, held, version + 1))
        : Optional.empty();
  }

  /** Who holds it now, if its time has not run out. */
  public static Optional<Held> holder(StateStore state, String name, Clock clock) {
    return state
        .get(Kind.LEASE, name)
        .map(item -> StateJson.read(item, HELD))
        .filter(held -> held.until().isAfter(clock.instant()));
  }

  /** Writes all of these if each is still at its expected version and the lease is still ours, which lasts anew. */
  public boolean write(List<Write> writes) {
    return write(writes, clock.instant().plus(length));
  }

  /** Lets others have it at once; if it was lost before, it is another's and stays so. */
  public void release() {
    write(List.of(), clock.instant());
  }

  private boolean write(List<Write> writes, Instant until) {
    Held renewed = new Held(held.holder(), until, held.epoch());
    List<Write> all = new ArrayList<>(writes);
    all.add(new Write(Kind.LEASE, name, version, StateJson.write(renewed)));
    if (!state.putAll(all)) {
      return false;
    }
    held = renewed;
    version++;
    return true;
  }
}
