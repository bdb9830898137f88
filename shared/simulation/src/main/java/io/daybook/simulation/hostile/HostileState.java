package io.daybook.simulation.hostile;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import java.util.List;
import java.util.Optional;

/** State whose conditional writes may time out. */
final class HostileState implements StateStore {
  private final StateStore state;
  private final Hostility hostility;

  HostileState(StateStore state, Hostility hostility) {
    this.state = state;
    this.hostility = hostility;
  }

  @Override
  public Book book() {
    return state.book();
  }

  @Override
  public Optional<Item> get(Kind kind, String id) {
    return state.get(kind, id);
  }

  @Override
  public List<Item> list(Kind kind) {
    return state.list(kind);
  }

  @Override
  public boolean put(Write write) {
    return hostility.write(
        "put of " + write.kind().code() + " " + write.id(), () -> state.put(write));
  }

  @Override
  public boolean putAll(List<Write> writes) {
    return hostility.write("put of " + writes.size() + " items", () -> state.putAll(writes));
  }

  @Override
  public boolean delete(Kind kind, String id, long expectedVersion) {
    return hostility.write(
        "delete of " + kind.code() + " " + id, () -> state.delete(kind, id, expectedVersion));
  }

  @Override
  public void count(String counter) {
    state.count(counter);
  }

  @Override
  public long counted(String counter) {
    return state.counted(counter);
  }
}
