package io.daybook.storage.sqlite;

import io.daybook.ledger.StoreFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;

/** One connection and the statements prepared on it; for one thread at a time. */
final class Session implements AutoCloseable {
  /** A row as a value. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** How long a process waits for another's write to end. */
  private static final int BUSY_MILLIS = 20_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean inTransaction;

  private Session(Connection connection) {
    this.connection = connection;
  }

  static Session open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setJournalSizeLimit(64 * 1024 * 1024);
    config.enforceForeignKeys(true);
    Session session = new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    try {
      // Apple's fsync leaves the disk's own cache; on other systems these two change nothing.
      session.run("PRAGMA fullfsync=ON");
      session.run("PRAGMA checkpoint_fullfsync=ON");
      // What is erased is overwritten in the file, not only let go of.
      session.run("PRAGMA secure_delete=ON");
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /** Runs a statement without parameters; keeps track of the transaction. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    inTransaction =
        sql.startsWith("BEGIN")
            || (inTransaction && !sql.equals("COMMIT") && !sql.equals("ROLLBACK"));
  }

  /** Undoes a transaction that was not committed. */
  void rollbackIfOpen() throws SQLException {
    if (inTransaction) {
      inTransaction = false;
      run("ROLLBACK");
    }
  }

  /** Inserts, updates or deletes; how many rows. */
  int update(String sql, Object... parameters) throws SQLException {
    return prepared(sql, parameters).executeUpdate();
  }

  /** Every row of a query as values. */
  <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    List<T> values = new ArrayList<>();
    try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
      while (rows.next()) {
        values.add(reader.read(rows));
      }
    }
    return values;
  }

  /** Every row of a query as values in their order, each once. */
  <T extends Comparable<? super T>> SortedSet<T> sorted(
      String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    return new TreeSet<>(list(sql, reader, parameters));
  }

  /** The first row of a query, if there is one. */
  <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
    try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      // An Optional is a column that may be without a value.
      statement.setObject(
          i + 1,
          parameters[i] instanceof Optional<?> optional ? optional.orElse(null) : parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreFailure("cannot close the connection", e);
    }
  }
}
