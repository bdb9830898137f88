package io.daybook.ledger.memory;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** All books of one process. Two handles on one book share what they hold. */
public final class MemoryStores implements Stores {
  private final Clock clock;
  private final MemoryFeed feed = new MemoryFeed();
  private final Map<Book, MemoryLedger> ledgers = new ConcurrentHashMap<>();
  private final Map<Book, MemoryInbox> inboxes = new ConcurrentHashMap<>();
  private final Map<Book, MemoryState> states = new ConcurrentHashMap<>();

  /**
   * Empty stores.
   *
   * @param clock by which a step's stamp is too old
   */
  public MemoryStores(Clock clock) {
    this.clock = clock;
  }

  @Override
  public LedgerStore ledger(Book book) {
    return ledgers.computeIfAbsent(book, name -> new MemoryLedger(name, clock, feed));
  }

  @Override
  public InboxStore inbox(Book book) {
    return inboxes.computeIfAbsent(book, name -> new MemoryInbox(name, feed));
  }

  @Override
  public StateStore state(Book book) {
    return states.computeIfAbsent(book, MemoryState::new);
  }

  @Override
  public SortedSet<Book> books() {
    SortedSet<Book> books = new TreeSet<>(Comparator.comparing(Book::name));
    inboxes.values().stream()
        .filter(inbox -> !inbox.connections().isEmpty())
        .forEach(inbox -> books.add(inbox.book()));
    states.values().stream()
        .filter(MemoryState::hadConnection)
        .forEach(state -> books.add(state.book()));
    return books;
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  /** Frees nothing: what was stored stays readable for whoever still holds a handle. */
  @Override
  public void close() {}
}
