package io.daybook.ledger.memory;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mutable state of one book in memory. */
final class MemoryState implements StateStore {
  private final Book book;
  private final Map<Kind, SortedMap<String, Item>> items = new EnumMap<>(Kind.class);
  private boolean hadConnection;

  MemoryState(Book book) {
    this.book = book;
  }

  synchronized boolean hadConnection() {
    return hadConnection;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public synchronized Optional<Item> get(Kind kind, String id) {
    return Optional.ofNullable(of(kind).get(id));
  }

  @Override
  public synchronized List<Item> list(Kind kind) {
    return List.copyOf(of(kind).values());
  }

  @Override
  public boolean put(Write write) {
    return putAll(List.of(write));
  }

  @Override
  public synchronized boolean putAll(List<Write> writes) {
    StateStore.requireTogether(writes);
    if (!writes.stream()
        .allMatch(write -> version(write.kind(), write.id()) == write.expectedVersion())) {
      return false;
    }
    for (Write write : writes) {
      of(write.kind())
          .put(write.id(), new Item(write.id(), write.expectedVersion() + 1, write.json()));
      hadConnection |= write.kind() == Kind.CONNECTION;
    }
    return true;
  }

  @Override
  public synchronized boolean delete(Kind kind, String id, long expectedVersion) {
    if (expectedVersion == 0 || version(kind, id) != expectedVersion) {
      return false;
    }
    of(kind).remove(id);
    return true;
  }

  @Override
  public synchronized void count(String counter) {
    long value = Math.addExact(version(Kind.COUNTER, counter), 1);
    of(Kind.COUNTER).put(counter, new Item(counter, value, Long.toString(value)));
  }

  @Override
  public synchronized long counted(String counter) {
    return version(Kind.COUNTER, counter);
  }

  private long version(Kind kind, String id) {
    Item item = of(kind).get(id);
    return item == null ? 0 : item.version();
  }

  private SortedMap<String, Item> of(Kind kind) {
    return items.computeIfAbsent(kind, k -> new TreeMap<>());
  }
}
