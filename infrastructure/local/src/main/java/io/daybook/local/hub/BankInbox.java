package io.daybook.local.hub;

import io.daybook.books.bank.BankRefused;
import io.daybook.books.bank.BankRequest;
import io.daybook.books.bank.ImportedAccount;
import io.daybook.books.bank.NamedAccount;
import io.daybook.ledger.Book;
import io.daybook.sources.bank.BankFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder into which banks' files are dropped, as {@code BOOK/ACCOUNT/file}. What is taken moves to {@code done}, what is
 * not to {@code refused}, each beside a text that says what became of it. A file is looked at once it has not changed for
 * a while, so that one that is being copied is left alone.
 */
public final class BankInbox implements AutoCloseable {
  private static final Logger LOG = System.getLogger("io.daybook.bank-inbox");
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** How a file looked when it was last seen. */
  private record Seen(long bytes, long changedMillis) {}

  private final Hub hub;
  private final Path folder;
  private final Map<Path, Seen> seen = new HashMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /** The inbox of a hub in a folder, which is made if it does not exist. */
  public BankInbox(Hub hub, Path folder) {
    this.hub = hub;
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder, e);
    }
  }

  /** The inbox in the hub's own folder. */
  public static Path ofHub(HubFolder folder) {
    return folder.path().resolve("bank-inbox");
  }

  /** Looks every few seconds from now on. */
  public BankInbox start() {
    Future<?> _ =
        clock.scheduleWithFixedDelay(
            () -> {
              try {
                int _ = look();
              } catch (IOException | RuntimeException stumbled) {
                LOG.log(Level.ERROR, "the bank inbox stumbled and looks again", stumbled);
              }
            },
            0,
            EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    return this;
  }

  /** Looks once; returns how many files were dealt with. */
  public int look() throws IOException {
    int done = 0;
    for (Path book : folders(folder)) {
      for (Path account : folders(book)) {
        for (Path file : files(account)) {
          if (isQuiet(file)) {
            take(new Book(name(book)), name(account), file);
            seen.remove(file);
            done++;
          }
        }
      }
    }
    return done;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> folders(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Files whose names begin with a point or end as unfinished downloads do are not there yet. */
  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !name(file).startsWith("."))
          .filter(file -> !name(file).matches(".*\\.(part|tmp|crdownload|download|filepart)"))
          .sorted()
          .toList();
    }
  }

  private boolean isQuiet(Path file) throws IOException {
    Seen now = new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    return now.equals(seen.put(file, now));
  }

  private void take(Book book, String account, Path file) throws IOException {
    try {
      if (!hub.deployment().stores().books().contains(book)) {
        throw new BankRefused("There is no book '" + book + "': connect a shop to it first.");
      }
      if (Files.size(file) > BankFiles.MOST_BYTES) {
        throw new BankRefused("A file has at most 50 MB.");
      }
      List<ImportedAccount> imported =
          new BankImport(hub)
              .run(
                  book,
                  new BankRequest(
                      name(file),
                      Files.readAllBytes(file),
                      List.of(new NamedAccount(account, Optional.empty())),
                      Optional.empty(),
                      BankRequest.Alike.REFUSED));
      move(
          file,
          "done",
          imported.stream()
              .map(ImportedAccount::words)
              .collect(Collectors.joining(System.lineSeparator())));
    } catch (BankRefused refused) {
      LOG.log(Level.WARNING, "a bank file in " + book + "/" + account + " was refused");
      move(file, "refused", refused.words());
    }
  }

  private void move(Path file, String where, String words) throws IOException {
    Path target = Files.createDirectories(file.resolveSibling(where));
    String unique = name(file);
    for (int n = 2; Files.exists(target.resolve(unique)); n++) {
      unique = n + "-" + name(file);
    }
    Files.writeString(target.resolve(unique + ".txt"), words + System.lineSeparator());
    Files.move(file, target.resolve(unique), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      boolean _ = clock.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
