package io.daybook.local.hub;

import io.daybook.catalogue.Catalogue;
import io.daybook.catalogue.FunctionSpec;
import io.daybook.catalogue.Trigger;
import io.daybook.ledger.Book;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A hub that serves: the web server, the pump, and the clock that wakes pull and reconcile. */
public final class HubServer implements AutoCloseable {
  /** Who wakes pull and reconcile. */
  public enum Rhythm {
    /** The clock and the feed, as in the cloud. */
    AUTOMATIC,
    /** Whoever holds the hub, so that a month is played in the same order every time. */
    BY_HAND
  }

  private static final Logger LOG = System.getLogger("io.daybook.hub");

  /** A hub that was down overnight first takes in what it missed. */
  private static final Duration EXPORT_AFTER = Duration.ofMinutes(10);

  private static final long IDLE_MILLIS = 200;
  private static final Duration STUMBLED = Duration.ofSeconds(5);

  private final Hub hub;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final WebServer web;
  private final Pump pump;
  private final Thread pumping;
  private final Semaphore wake = new Semaphore(0);
  private final Set<Book> toReconcile = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(Catalogue.all().size());
  private final List<Wired> wired = new ArrayList<>();
  private volatile boolean stopping;

  private HubServer(Hub hub, FileChannel lockFile, FileLock lock, int port) throws IOException {
    this.hub = hub;
    this.lockFile = lockFile;
    this.lock = lock;
    this.web = new WebServer(port, new Routes(hub.functions()), wake::release);
    this.pump = hub.pump(toReconcile::addAll);
    this.pumping = Thread.ofPlatform().name("pump").unstarted(this::pumpUntilStopped);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException if another process serves this folder
   * @throws UncheckedIOException if the port is taken
   */
  public static HubServer start(Hub hub, int port, Rhythm rhythm) {
    try {
      FileChannel file =
          FileChannel.open(
              hub.folder().pumpLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      HubServer server = new HubServer(hub, file, lock(hub, file), port);
      server.begin(rhythm);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve on port " + port + ": " + e.getMessage(), e);
    }
  }

  private static FileLock lock(Hub hub, FileChannel file) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException here) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalStateException("another hub serves " + hub.folder().path());
    }
    return lock;
  }

  private void begin(Rhythm rhythm) {
    hub.folder().note("address", web.address());
    pumping.start();
    web.start();
    if (rhythm == Rhythm.AUTOMATIC) {
      Catalogue.all().forEach(function -> function.triggers().forEach(on -> start(function, on)));
    }
  }

  private void start(FunctionSpec function, Trigger trigger) {
    switch (trigger) {
      case Trigger.Schedule(Duration every) -> {
        Duration first = function.equals(Catalogue.EXPORT) ? EXPORT_AFTER : Duration.ZERO;
        every(function.name(), () -> invoke(function), first, every);
        wired.add(new Wired(function.name(), trigger));
      }
      case Trigger.Stream stream -> {
        // Nothing here can alter a ledger: who watches over that sleeps.
        boolean altered = stream.changes() == Trigger.Stream.Changes.ALTERED;
        if (function.equals(Catalogue.RECONCILE)) {
          every(function.name(), this::reconcile, stream.window(), stream.window());
        } else if (!altered && !function.equals(Catalogue.POST)) {
          throw new IllegalStateException("no pump wakes " + function.name());
        }
        if (!altered) {
          wired.add(new Wired(function.name(), trigger));
        }
      }
      case Trigger.Http _, Trigger.Invoked _, Trigger.PartnerEvent _, Trigger.Dropped _ -> {
        // The web server and people wake these; no platform has a bus here, and
        // BankInbox watches a folder.
      }
    }
  }

  /** A function and what wakes it here. */
  public record Wired(String function, Trigger trigger) {}

  /** What wakes functions by itself: the clock and the pump. */
  public List<Wired> wired() {
    return List.copyOf(wired);
  }

  /** Where it serves. */
  public String address() {
    return web.address();
  }

  /** Waits until everything received so far is posted. */
  public void settle() {
    int quiet = 0;
    while (quiet < 2) {
      synchronized (pump) {
        quiet = pump.drain() == 0 ? quiet + 1 : 0;
      }
    }
  }

  private void pumpUntilStopped() {
    while (!stopping) {
      try {
        int changes;
        synchronized (pump) {
          changes = pump.once();
        }
        if (changes == 0) {
          boolean _ = wake.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
          int _ = wake.drainPermits();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        if (!stopping) {
          LOG.log(Level.ERROR, "the pump stumbled and goes on", failed);
          // What stumbles at once again must not keep a core busy and push the reason out of the
          // log.
          LockSupport.parkNanos(STUMBLED.toNanos());
        }
      }
    }
  }

  /** As its schedule does in the cloud; what it keeps in the inbox, the pump posts. */
  private void invoke(FunctionSpec function) {
    byte[] _ = hub.functions().of(function).invoke("{}".getBytes(StandardCharsets.UTF_8));
  }

  private void reconcile() {
    for (Book book : Set.copyOf(toReconcile)) {
      toReconcile.remove(book);
      boolean done = false;
      try {
        done = hub.reconcile(book).isPresent();
      } finally {
        if (!done) {
          toReconcile.add(book);
        }
      }
    }
  }

  /** What the clock wakes must not end the clock. */
  private void every(String what, Runnable work, Duration first, Duration period) {
    Future<?> _ =
        clock.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException failed) {
                if (!stopping) {
                  LOG.log(Level.ERROR, what + " stumbled and comes again", failed);
                }
              }
            },
            first.toMillis(),
            period.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    stopping = true;
    web.close();
    clock.shutdownNow();
    pumping.interrupt();
    try {
      pumping.join(Duration.ofSeconds(10));
      boolean _ = clock.awaitTermination(10, TimeUnit.SECONDS);
      lock.release();
      lockFile.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlock " + hub.folder().pumpLock(), e);
    }
  }
}
