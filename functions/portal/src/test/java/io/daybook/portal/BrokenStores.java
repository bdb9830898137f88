package io.daybook.portal;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Stores of which every read fails. */
final class BrokenStores implements Stores {
  private final RuntimeException failure;

  private BrokenStores(RuntimeException failure) {
    this.failure = failure;
  }

  static Stores failing(RuntimeException failure) {
    return new BrokenStores(failure);
  }

  @Override
  public LedgerStore ledger(Book book) {
    throw failure;
  }

  @Override
  public InboxStore inbox(Book book) {
    throw failure;
  }

  @Override
  public StateStore state(Book book) {
    return new BrokenState(book);
  }

  @Override
  public SortedSet<Book> books() {
    throw failure;
  }

  @Override
  public ChangeFeed feed() {
    throw failure;
  }

  @Override
  public void close() {}

  private final class BrokenState implements StateStore {
    private final Book book;

    private BrokenState(Book book) {
      this.book = book;
    }

    @Override
    public Book book() {
      return book;
    }

    @Override
    public Optional<Item> get(Kind kind, String id) {
      throw failure;
    }

    @Override
    public List<Item> list(Kind kind) {
      throw failure;
    }

    @Override
    public boolean put(Write write) {
      throw failure;
    }

    @Override
    public boolean putAll(List<Write> writes) {
      throw failure;
    }

    @Override
    public boolean delete(Kind kind, String id, long expectedVersion) {
      throw failure;
    }

    @Override
    public void count(String counter) {
      throw failure;
    }

    @Override
    public long counted(String counter) {
      throw failure;
    }
  }
}
