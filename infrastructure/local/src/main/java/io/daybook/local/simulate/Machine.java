package io.daybook.local.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.Platforms;
import io.daybook.books.ReconcileFunction;
import io.daybook.intake.ConcurrentChange;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.simulation.hostile.Crash;
import io.daybook.simulation.hostile.CrashingStores;
import io.daybook.simulation.hostile.HostileStores;
import io.daybook.sources.Sources;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A hub whose process dies and whose stores fail, and which is started again each time until the work is done. */
final class Machine {
  static final Book BOOK = new Book("simulated");
  private static final int MAX_STARTS = 2_000;

  /** After so many deaths the next are rarer: what reads each day of a year makes more calls than any process lives for. */
  private static final int DEATHS_BEFORE_RARER = 50;

  private static final int CALLS_FOR_A_CRASH = 60;
  private static final Duration RESTART = Duration.ofMillis(50);

  /** Work that is safe to do again. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** As long as a run may hold a book. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Hand hand;
  private final MemoryStores memory;
  private final HostileStores hostile;
  private final CrashingStores crashing;
  private final Deployment failing;
  private final Deployment sound;
  private int runs;
  private final Sources sources = new Platforms().sources();

  Machine(Path folder, Hand hand, long seed) {
    this.hand = hand;
    this.memory = new MemoryStores(hand);
    this.hostile = new HostileStores(memory, seed);
    this.crashing = new CrashingStores(hostile, seed + 1, CALLS_FOR_A_CRASH);
    this.failing = deployment(folder, crashing);
    this.sound = deployment(folder, memory);
  }

  private Deployment deployment(Path folder, Stores stores) {
    return new Deployment(
        stores,
        KeyFile.open(folder),
        new FolderObjects(folder),
        new StreamImages(Tables.of("simulated-", 1), new FolderBodies(folder)),
        hand);
  }

  /** What the hub has. */
  Deployment failing() {
    return failing;
  }

  /** The same, for whoever judges it. */
  Deployment sound() {
    return sound;
  }

  long crashes() {
    return crashing.crashes();
  }

  long faults() {
    return hostile.faults().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Does something, again from its beginning whenever the process dies or a store fails. */
  <T, E extends Exception> T untilDone(Work<T, E> work) throws E {
    for (int start = 1; ; start++) {
      crashing.rarer(1 + start / DEATHS_BEFORE_RARER);
      try {
        return work.run();
      } catch (StoreFailure | ConcurrentChange | Crash died) {
        if (start == MAX_STARTS) {
          throw new IllegalStateException("does not come to an end", died);
        }
        hand.pass(RESTART);
      }
    }
  }

  /** Keeps a message and posts it, each time with a new bookkeeper. */
  void tell(Message message) {
    InboxStore.Put _ = untilDone(() -> failing.stores().inbox(BOOK).put(message));
    take(message);
  }

  /** Posts a message that is kept. */
  Bookkeeper.Taken take(Message message) {
    return untilDone(() -> new Bookkeeper(failing, sources, BOOK).take(message));
  }

  /**
   * Reconciles, and posts what was found; again from its beginning if the process dies. A run that died holds the book
   * until its lease ends.
   *
   * @return how many messages told what was found
   */
  int reconcile() {
    while (true) {
      ObjectNode answer = untilDone(this::reconciled);
      if (answer.path("busy").isEmpty()) {
        InboxStore inbox = memory.inbox(BOOK);
        for (JsonNode kept : answer.path("kept")) {
          inbox.get(MessageId.parse(kept.asText())).ifPresent(this::take);
        }
        return answer.path("kept").size();
      }
      hand.pass(LEASE);
    }
  }

  private ObjectNode reconciled() {
    runs++;
    var answer = new ByteArrayOutputStream();
    byte[] asked = ("{\"book\":\"" + BOOK.name() + "\"}").getBytes(UTF_8);
    try {
      new ReconcileFunction(failing)
          .handleRequest(new ByteArrayInputStream(asked), answer, new Turn("run-" + runs));
      return (ObjectNode) MAPPER.readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all that the inbox holds again; what could not be posted, in words. */
  List<String> replay() {
    List<String> setbacks = new ArrayList<>();
    InboxStore inbox = memory.inbox(BOOK);
    for (ConnectionName desk : List.of(Desks.PEOPLE, Desks.RECONCILE)) {
      for (var day : inbox.days(desk)) {
        inbox
            .day(desk, day)
            .forEach(message ->
                take(message).setback().ifPresent(setback -> setbacks.add(setback.toString())));
      }
    }
    return setbacks;
  }

  /** Lets the index show all that was posted; a minute does it, whatever the faults. */
  void settleIndex() {
    var ledger = failing.stores().ledger(BOOK);
    for (int look = 0; look < 6; look++) {
      untilDone(() -> {
        for (var day : memory.ledger(BOOK).days()) {
          var _ = ledger.day(day, java.util.Optional.empty());
        }
        return true;
      });
    }
  }
}
