package io.daybook.storage.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The tables, and the number of their format in SQLite's {@code user_version}; {@code application_id} says that the file
 * is Daybook's. A later format adds what it needs to a file of an earlier one when it opens it.
 */
final class Schema {
  /** The format that this version writes. */
  static final int FORMAT = 1;

  /** "dayb" in ASCII. */
  static final int APPLICATION = 0x64617962;

  /** Lists a book as one that has a connection. */
  static final String NAME_BOOK = "INSERT OR IGNORE INTO book (name) VALUES (?)";

  private static final String[] TABLES = {
    """
    CREATE TABLE step (
      id INTEGER PRIMARY KEY,
      book TEXT NOT NULL,
      subject TEXT NOT NULL,
      number INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      day TEXT,
      body BLOB NOT NULL,
      UNIQUE (book, subject, number)
    ) STRICT
    """,
    "CREATE INDEX step_by_day ON step (book, day, recorded_at) WHERE day IS NOT NULL",
    """
    CREATE TABLE message (
      id INTEGER PRIMARY KEY,
      book TEXT NOT NULL,
      connection TEXT NOT NULL,
      day TEXT NOT NULL,
      digest TEXT NOT NULL,
      received_at TEXT NOT NULL,
      via TEXT NOT NULL,
      topic TEXT NOT NULL,
      body BLOB NOT NULL,
      UNIQUE (book, connection, day, digest)
    ) STRICT
    """,
    """
    CREATE TABLE state (
      book TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (book, kind, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE book (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    // One row for each step or message, in the order of their transactions: SQLite has one writer
    // at a time.
    """
    CREATE TABLE outbox (
      place INTEGER PRIMARY KEY AUTOINCREMENT,
      step INTEGER REFERENCES step (id),
      message INTEGER REFERENCES message (id),
      CHECK ((step IS NULL) <> (message IS NULL))
    ) STRICT
    """
  };

  private Schema() {}

  static void ensure(Session session, Path file) throws SQLException {
    if (number(session, "PRAGMA user_version") != FORMAT
        || number(session, "PRAGMA application_id") != APPLICATION) {
      requireReadable(session, file);
      create(session, file);
    }
  }

  private static void create(Session session, Path file) throws SQLException {
    session.run("PRAGMA journal_mode=WAL");
    session.run("BEGIN IMMEDIATE");
    try {
      // Another process may have been faster.
      requireReadable(session, file);
      if (number(session, "PRAGMA user_version") == 0) {
        for (String table : TABLES) {
          session.run(table);
        }
        session.run("PRAGMA application_id=" + APPLICATION);
        session.run("PRAGMA user_version=" + FORMAT);
      }
      session.run("COMMIT");
    } finally {
      session.rollbackIfOpen();
    }
  }

  private static void requireReadable(Session session, Path file) throws SQLException {
    long format = number(session, "PRAGMA user_version");
    long application = number(session, "PRAGMA application_id");
    boolean empty = number(session, "SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !(empty && format == 0 && application == 0)) {
      throw new UnreadableFormat(file + " is not a Daybook file; nothing was changed in it");
    }
    if (format > FORMAT) {
      throw new UnreadableFormat(
          file
              + " has format "
              + format
              + ", written by a newer Daybook; this one reads up to "
              + FORMAT);
    }
  }

  private static long number(Session session, String sql) throws SQLException {
    return session.first(sql, row -> row.getLong(1)).orElse(0L);
  }
}
