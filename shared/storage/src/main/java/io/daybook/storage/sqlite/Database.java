package io.daybook.storage.sqlite;

import io.daybook.ledger.StoreFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The file as this process uses it: one connection writes, as many as there are readers read. Other processes have
 * connections of their own; SQLite lets one write at a time, and the rest wait.
 */
final class Database implements AutoCloseable {
  /** Something done on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Session session) throws SQLException;
  }

  private final Path file;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Session writer;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Database(Path file) {
    this.file = file;
    try {
      this.writer = Session.open(file);
      try {
        Schema.ensure(writer, file);
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreFailure("cannot open " + file, e);
    }
  }

  /** Reads, seeing every transaction that ended before; a read is one statement, or several that need not agree. */
  <T> T read(String what, Work<T> work) {
    Session session = idle.pollFirst();
    try {
      if (session == null) {
        requireOpen();
        session = Session.open(file);
      }
      T result = work.on(session);
      giveBack(session);
      return result;
    } catch (SQLException e) {
      if (session != null) {
        session.close();
      }
      throw new StoreFailure("cannot read " + what, e);
    }
  }

  private void giveBack(Session session) {
    idle.addFirst(session);
    if (closed && idle.remove(session)) {
      session.close();
    }
  }

  /** Writes in a transaction of its own, which is on the disk when this returns and has left no trace when it throws. */
  <T> T write(String what, Work<T> work) {
    writing.lock();
    try {
      requireOpen();
      writer.run("BEGIN IMMEDIATE");
      try {
        T result = work.on(writer);
        writer.run("COMMIT");
        return result;
      } finally {
        writer.rollbackIfOpen();
      }
    } catch (SQLException e) {
      throw new StoreFailure("cannot write " + what, e);
    } finally {
      writing.unlock();
    }
  }

  /** Moves the log's pages into the file and cuts the log, so that nothing stays in it of what was overwritten. */
  void emptyLog() {
    writing.lock();
    try {
      requireOpen();
      writer.run("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      throw new StoreFailure("cannot empty the log of " + file, e);
    } finally {
      writing.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(file + " was closed");
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      closed = true;
      for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
        session.close();
      }
      writer.close();
    } finally {
      writing.unlock();
    }
  }
}
