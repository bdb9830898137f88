package io.daybook.storage.sqlite;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mutable state of one book in SQLite. */
final class SqliteState implements StateStore {
  private static final String GET =
      "SELECT id, version, json FROM state WHERE book = ? AND kind = ? AND id = ?";
  private static final String LIST =
      "SELECT id, version, json FROM state WHERE book = ? AND kind = ?";
  private static final String INSERT =
      "INSERT OR IGNORE INTO state (book, kind, id, version, json) VALUES (?, ?, ?, 1, ?)";
  private static final String UPDATE =
      "UPDATE state SET version = version + 1, json = ? WHERE book = ? AND kind = ? AND id = ? AND version = ?";
  private static final String DELETE =
      "DELETE FROM state WHERE book = ? AND kind = ? AND id = ? AND version = ?";
  private static final String COUNT =
      """
      INSERT INTO state (book, kind, id, version, json) VALUES (?, ?, ?, 1, '1')
      ON CONFLICT DO UPDATE SET version = version + 1, json = CAST(version + 1 AS TEXT)
      """;

  private final Book book;
  private final Database database;

  SqliteState(Book book, Database database) {
    this.book = book;
    this.database = database;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public Optional<Item> get(Kind kind, String id) {
    return database.read(
        book + "/" + kind.code() + "/" + id,
        session -> session.first(GET, SqliteState::item, book.name(), kind.code(), id));
  }

  @Override
  public List<Item> list(Kind kind) {
    return database
        .read(
            book + "/" + kind.code(),
            session -> session.list(LIST, SqliteState::item, book.name(), kind.code()))
        .stream()
        .sorted(Comparator.comparing(Item::id))
        .toList();
  }

  @Override
  public boolean put(Write write) {
    return putAll(List.of(write));
  }

  @Override
  public boolean putAll(List<Write> writes) {
    StateStore.requireTogether(writes);
    try {
      return database.write("state of " + book, session -> putAll(writes, session));
    } catch (AnotherVersion refused) {
      return false;
    }
  }

  private boolean putAll(List<Write> writes, Session session) throws SQLException {
    for (Write write : writes) {
      if (put(write, session) == 0) {
        throw new AnotherVersion();
      }
      if (write.kind() == Kind.CONNECTION) {
        session.update(Schema.NAME_BOOK, book.name());
      }
    }
    return true;
  }

  private int put(Write write, Session session) throws SQLException {
    String kind = write.kind().code();
    return write.expectedVersion() == 0
        ? session.update(INSERT, book.name(), kind, write.id(), write.json())
        : session.update(
            UPDATE, write.json(), book.name(), kind, write.id(), write.expectedVersion());
  }

  @Override
  public boolean delete(Kind kind, String id, long expectedVersion) {
    return database.write(
            book + "/" + kind.code() + "/" + id,
            session -> session.update(DELETE, book.name(), kind.code(), id, expectedVersion))
        == 1;
  }

  @Override
  public void count(String counter) {
    database.write(
        "counter " + counter + " of " + book,
        session -> session.update(COUNT, book.name(), Kind.COUNTER.code(), counter));
  }

  @Override
  public long counted(String counter) {
    return get(Kind.COUNTER, counter).map(Item::version).orElse(0L);
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(row.getString(1), row.getLong(2), row.getString(3));
  }

  /** Leaves the transaction, so that it is undone. */
  private static final class AnotherVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnotherVersion() {
      super("an item is at another version", null, false, false);
    }
  }
}
