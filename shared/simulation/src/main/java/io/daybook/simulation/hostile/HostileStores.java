package io.daybook.simulation.hostile;

import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** A decorator over any stores that makes them as hostile as the interfaces allow. */
public final class HostileStores implements Stores {
  private final Stores stores;
  private final Hostility hostility;
  private final Map<Book, LedgerStore> ledgers = new ConcurrentHashMap<>();

  /**
   * Hostile stores over friendly ones, which are closed with them.
   *
   * @param seed print it when a test fails
   */
  public HostileStores(Stores stores, long seed) {
    this.stores = stores;
    this.hostility = new Hostility(seed);
  }

  /** Ends the hostility: from now on the stores are those beneath. */
  public void settle() {
    hostility.settle();
  }

  /** How often each fault happened so far. */
  public Map<Fault, Long> faults() {
    return hostility.counts();
  }

  /** The same for all handles on a book, so that a step that was seen in the index is seen by everybody. */
  @Override
  public LedgerStore ledger(Book book) {
    return ledgers.computeIfAbsent(book, name -> new HostileLedger(stores.ledger(name), hostility));
  }

  @Override
  public InboxStore inbox(Book book) {
    return new HostileInbox(stores.inbox(book), hostility);
  }

  @Override
  public StateStore state(Book book) {
    return new HostileState(stores.state(book), hostility);
  }

  @Override
  public SortedSet<Book> books() {
    return stores.books();
  }

  @Override
  public HostileFeed feed() {
    return new HostileFeed(stores.feed(), hostility);
  }

  @Override
  public void close() {
    stores.close();
  }
}
