package io.daybook.storage.sqlite;

import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stores in {@value #FILE} in the hub's data folder. */
public final class SqliteStores implements Stores {
  /** The name of the file. */
  public static final String FILE = "daybook.db";

  private static final String BOOKS = "SELECT name FROM book";

  private final Database database;
  private final Clock clock;

  private SqliteStores(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens the stores in a folder, making the folder and the file if there are none.
   *
   * @param clock by which a step's stamp is too old
   * @throws UnreadableFormat if a newer version of Daybook, or another program, wrote the file
   * @throws io.daybook.ledger.StoreFailure if the file cannot be opened
   */
  public static SqliteStores open(Path folder, Clock clock) {
    return new SqliteStores(new Database(DataFile.prepare(folder, FILE)), clock);
  }

  @Override
  public LedgerStore ledger(Book book) {
    return new SqliteLedger(book, database, clock);
  }

  @Override
  public InboxStore inbox(Book book) {
    return new SqliteInbox(book, database);
  }

  @Override
  public StateStore state(Book book) {
    return new SqliteState(book, database);
  }

  @Override
  public SortedSet<Book> books() {
    SortedSet<Book> books = new TreeSet<>(Comparator.comparing(Book::name));
    books.addAll(
        database.read("books", session -> session.list(BOOKS, row -> new Book(row.getString(1)))));
    return books;
  }

  @Override
  public ChangeFeed feed() {
    return new SqliteFeed(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
