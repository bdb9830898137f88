package io.daybook.ledger.memory;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Receipt;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The inbox of one book in memory. */
final class MemoryInbox implements InboxStore {
  /** A message, or, once it was erased, that it came. */
  private record Kept(Receipt receipt, Optional<Message> message) {}

  private final Book book;
  private final MemoryFeed feed;
  private final SortedMap<ConnectionName, SortedMap<LocalDate, SortedMap<String, Kept>>> messages =
      new TreeMap<>();

  MemoryInbox(Book book, MemoryFeed feed) {
    this.book = book;
    this.feed = feed;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public synchronized Put put(Message message) {
    MessageId id = message.id();
    Kept kept =
        messages
            .computeIfAbsent(id.connection(), connection -> new TreeMap<>())
            .computeIfAbsent(id.day(), day -> new TreeMap<>())
            .putIfAbsent(id.digest(), new Kept(Receipt.of(message), Optional.of(message)));
    if (kept != null) {
      return Put.DUPLICATE;
    }
    feed.add(new Change.Received(book, message));
    return Put.KEPT;
  }

  @Override
  public synchronized Optional<Message> get(MessageId id) {
    return Optional.ofNullable(kept(id.connection(), id.day()).get(id.digest()))
        .flatMap(Kept::message);
  }

  @Override
  public synchronized List<Message> day(ConnectionName connection, LocalDate day) {
    return kept(connection, day).values().stream()
        .flatMap(kept -> kept.message().stream())
        .toList();
  }

  @Override
  public synchronized List<Receipt> receipts(ConnectionName connection, LocalDate day) {
    return kept(connection, day).values().stream().map(Kept::receipt).toList();
  }

  @Override
  public synchronized int count(ConnectionName connection, LocalDate day) {
    return kept(connection, day).size();
  }

  @Override
  public synchronized SortedSet<LocalDate> days(ConnectionName connection) {
    return new TreeSet<>(messages.getOrDefault(connection, Collections.emptySortedMap()).keySet());
  }

  @Override
  public synchronized SortedSet<ConnectionName> connections() {
    return new TreeSet<>(messages.keySet());
  }

  @Override
  public synchronized void erase(Collection<MessageId> erased) {
    for (MessageId id : erased) {
      SortedMap<String, Kept> day = kept(id.connection(), id.day());
      Kept kept = day.get(id.digest());
      if (kept != null) {
        Kept _ = day.put(id.digest(), new Kept(kept.receipt(), Optional.empty()));
      }
      feed.forget(book, id);
    }
  }

  private SortedMap<String, Kept> kept(ConnectionName connection, LocalDate day) {
    return messages
        .getOrDefault(connection, Collections.emptySortedMap())
        .getOrDefault(day, Collections.emptySortedMap());
  }
}
