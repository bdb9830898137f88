package io.daybook.local.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has a hub's folder open. Every open hub shares a lock on one file; one that is the only hub in its process, and whose
 * process is the only one, can have the file for itself: until it gives it back, no other opens the folder.
 */
final class FolderUse implements AutoCloseable {
  /** A process holds a lock for all its threads: it is taken once and counted. */
  private static final Map<Path, Held> HELD = new HashMap<>();

  private static final class Held {
    private final FileChannel file;
    private FileLock lock;
    private int hubs = 1;

    Held(FileChannel file, FileLock lock) {
      this.file = file;
      this.lock = lock;
    }
  }

  private final Path path;
  private boolean closed;

  private FolderUse(Path path) {
    this.path = path;
  }

  /** Begins to use a folder; waits while another process has it for itself. */
  static FolderUse begin(Path path) {
    synchronized (HELD) {
      Held held = HELD.get(path);
      if (held == null) {
        HELD.put(path, open(path));
      } else {
        held.hubs++;
      }
    }
    return new FolderUse(path);
  }

  private static Held open(Path path) {
    try {
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      return new Held(file, file.lock(0, Long.MAX_VALUE, true));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + path, e);
    }
  }

  /**
   * Does something while nobody else has the folder open.
   *
   * @return whether it was done: not if somebody else has it open
   */
  boolean alone(Runnable work) {
    synchronized (HELD) {
      Held held = HELD.get(path);
      if (held == null || held.hubs != 1) {
        return false;
      }
      try {
        held.lock.release();
        FileLock own = held.file.tryLock();
        try {
          if (own != null) {
            work.run();
          }
          return own != null;
        } finally {
          if (own != null) {
            own.release();
          }
          held.lock = held.file.lock(0, Long.MAX_VALUE, true);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot lock " + path, e);
      }
    }
  }

  @Override
  public void close() {
    synchronized (HELD) {
      Held held = HELD.get(path);
      if (closed || held == null) {
        return;
      }
      closed = true;
      held.hubs--;
      if (held.hubs == 0) {
        HELD.remove(path);
        try {
          held.lock.release();
          held.file.close();
        } catch (IOException e) {
          throw new UncheckedIOException("cannot give back " + path, e);
        }
      }
    }
  }
}
