package io.daybook.local.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.PullFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.storage.deployment.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A hub's folder, opened: the deployment it holds and the functions on it. Works whether or not a hub serves the same
 * folder at the moment: what it puts into the inbox it posts itself, and posting twice posts once.
 */
public final class Hub implements AutoCloseable {
  /** Where a hub serves unless told otherwise. */
  public static final int DEFAULT_PORT = 8420;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_ROUNDS = 10;

  /** Longer than the lease of a run that was killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Five minutes each: enough for a backfill of years. */
  private static final int MAX_PULLS = 1_000;

  private final HubFolder folder;
  private final LocalDeployment local;
  private final Functions functions;
  private final FolderUse use;

  private Hub(HubFolder folder, LocalDeployment local, FolderUse use) {
    this.folder = folder;
    this.local = local;
    this.use = use;
    this.functions = Functions.on(local.deployment(), folder);
  }

  /** Opens a folder in the kind of store it was made with, or a new one in the kind asked for (SQLite by default). */
  public static Hub open(HubFolder folder, Optional<StoreKind> store) {
    return open(folder, store, Clock.systemUTC());
  }

  /** The same, by another clock. */
  public static Hub open(HubFolder folder, Optional<StoreKind> store, Clock clock) {
    FolderUse use = FolderUse.begin(folder.useLock());
    try {
      return new Hub(folder, LocalDeployment.open(folder, store, clock), use);
    } catch (RuntimeException cannotOpen) {
      use.close();
      throw cannotOpen;
    }
  }

  /** The hub's folder. */
  public HubFolder folder() {
    return folder;
  }

  /** What the functions stand on. */
  public Deployment deployment() {
    return functions.deployment();
  }

  /** The functions. */
  public Functions functions() {
    return functions;
  }

  /** Where the hub serves, or would. */
  public String address() {
    return folder.note("address").orElse("http://127.0.0.1:" + DEFAULT_PORT);
  }

  /**
   * Sweeps until every resource is done or stopped, and posts what that brought.
   *
   * @param from a backfill's begin
   * @param seen hears how many objects were seen so far
   * @return one for each resource of each connection
   */
  public List<PullFunction.Swept> pull(
      Book book, Optional<ConnectionName> connection, Optional<Instant> from, IntConsumer seen) {
    Map<String, PullFunction.Swept> swept = new LinkedHashMap<>();
    boolean unfinished = true;
    for (int round = 0; unfinished && round < MAX_PULLS; round++) {
      unfinished = false;
      for (PullFunction.Swept part :
          pullOnce(book, connection, round == 0 ? from : Optional.empty())) {
        post(book, part.kept().stream().map(MessageId::parse).toList());
        swept.merge(part.connection() + "/" + part.resource(), part, PullFunction.Swept::and);
        unfinished |= part.goesOn();
        seen.accept(swept.values().stream().mapToInt(PullFunction.Swept::seen).sum());
      }
    }
    return List.copyOf(swept.values());
  }

  private List<PullFunction.Swept> pullOnce(
      Book book, Optional<ConnectionName> connection, Optional<Instant> from) {
    Map<String, String> event = new TreeMap<>();
    event.put("book", book.name());
    connection.ifPresent(name -> event.put("connection", name.value()));
    from.ifPresent(instant -> event.put("from", instant.toString()));
    List<PullFunction.Swept> swept = new ArrayList<>();
    for (JsonNode part : invoke("pull", event).path("swept")) {
      swept.add(MAPPER.convertValue(part, PullFunction.Swept.class));
    }
    return swept;
  }

  /**
   * Reconciles until it finds nothing more to tell: what it tells is posted, and may let it find more. Waits for another
   * run that is at it.
   *
   * @return how many facts were told; absent if another run is still at it
   */
  public OptionalInt reconcile(Book book) {
    int told = 0;
    Instant patience = deployment().clock().instant().plus(PATIENCE);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      JsonNode answer = invoke("reconcile", Map.of("book", book.name()));
      while (!answer.path("busy").isEmpty()) {
        if (!deployment().clock().instant().isBefore(patience)) {
          return OptionalInt.empty();
        }
        pause();
        answer = invoke("reconcile", Map.of("book", book.name()));
      }
      List<MessageId> kept = new ArrayList<>();
      answer.path("kept").forEach(id -> kept.add(MessageId.parse(id.asText())));
      told += answer.path("told").asInt();
      if (kept.isEmpty()) {
        return OptionalInt.of(told);
      }
      post(book, kept);
    }
    return OptionalInt.of(told);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for another run", stopped);
    }
  }

  /** Keeps a message that a person or a file brought, and posts it. */
  public InboxStore.Put tell(Book book, Message message) {
    InboxStore.Put put = deployment().stores().inbox(book).put(message);
    post(book, List.of(message.id()));
    return put;
  }

  /** Posts messages that are in the inbox: all that the feed has, if no hub serves this folder, and these in any case. */
  public void post(Book book, List<MessageId> messages) {
    InboxStore inbox = deployment().stores().inbox(book);
    List<Change> received = new ArrayList<>();
    for (MessageId id : messages) {
      inbox.get(id).ifPresent(message -> received.add(new Change.Received(book, message)));
    }
    Pump pump = pump();
    for (int start = 0; start < received.size(); start += 100) {
      pump.post(received.subList(start, Math.min(start + 100, received.size())));
    }
  }

  /** Posts what the feed still holds, unless a hub that serves this folder does so. */
  public void catchUp() {
    try (FileChannel channel =
            FileChannel.open(
                folder.pumpLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        int _ = pump().drain();
      }
    } catch (OverlappingFileLockException servedHere) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + folder.pumpLock(), e);
    }
  }

  /**
   * Does something while no other process, and no other hub of this one, has the folder open: nothing but the work itself
   * and what this hub serves can post meanwhile.
   *
   * @return whether it was done: not if somebody else has the folder open
   */
  public boolean alone(Runnable work) {
    return use.alone(work);
  }

  Pump pump(Consumer<Set<Book>> ledgerChanged) {
    return new Pump(
        folder,
        deployment().stores().feed(),
        functions.of(Catalogue.POST),
        deployment().images(),
        ledgerChanged);
  }

  private Pump pump() {
    return pump(books -> {});
  }

  private JsonNode invoke(String function, Map<String, String> event) {
    try {
      byte[] answer =
          functions
              .named(function)
              .orElseThrow()
              .invoke(MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
      return MAPPER.readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(function + " answered what is no JSON", e);
    }
  }

  @Override
  public void close() {
    functions.close();
    local.close();
    use.close();
  }
}
