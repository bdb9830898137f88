package io.daybook.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.Desks;
import io.daybook.books.PostFunction;
import io.daybook.books.ReconcileFunction;
import io.daybook.catalogue.Catalogue;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.Step;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.local.demo.Courier;
import io.daybook.local.demo.SampleShop;
import io.daybook.local.hub.Hub;
import io.daybook.local.hub.HubFolder;
import io.daybook.local.hub.HubServer;
import io.daybook.local.lambda.LocalFunction;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.hostile.HostileStores;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DESIGN promise 3: the month's messages shuffled, doubled and posted by several at once, on a store that lags, repeats
 * and times out after it wrote, give every subject the same balance by account, currency and day.
 */
final class AnyOrderTest {
  private static final Book BOOK = SampleShop.BOOK;
  private static final long MONTH = 5;
  private static final int POSTERS = 4;
  private static final int MAX_ROUNDS = 10;

  /** All runs share a now, so that what waits for a number of days waits equally long in each. */
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static List<Message> messages = List.of();
  private static Map<Kind, List<StateStore.Item>> setUp = Map.of();
  private static Map<String, Long> expected = Map.of();

  /** Plays the month once in its own order and keeps what the inbox then holds. */
  @BeforeAll
  static void playOnce() throws IOException {
    Path data = folder.resolve("hub");
    try (SampleShop shop = SampleShop.open(MONTH);
        Hub hub = Hub.open(HubFolder.open(data), Optional.empty(), NOW);
        HubServer server = HubServer.start(hub, 0, HubServer.Rhythm.BY_HAND)) {
      shop.connect(hub);
      try (Courier courier = shop.courier(server.address(), NOW)) {
        for (Delivery delivery : shop.deliveries().sent()) {
          assertThat(courier.deliver(delivery)).isEqualTo(200);
        }
      }
      server.settle();
      hub.pull(BOOK, Optional.empty(), Optional.empty(), seen -> {});
      shop.importBank(hub);
      hub.reconcile(BOOK);
      server.settle();
      messages = told(hub.deployment().stores().inbox(BOOK));
      StateStore state = hub.deployment().stores().state(BOOK);
      setUp =
          Map.of(Kind.CONNECTION, state.list(Kind.CONNECTION), Kind.RULES, state.list(Kind.RULES));
      expected = balances(hub.deployment().stores().ledger(BOOK));
    }
  }

  /** Everything that was told, but what reconciliation found: that is found again. */
  private static List<Message> told(InboxStore inbox) {
    List<Message> told = new ArrayList<>();
    for (ConnectionName connection : inbox.connections()) {
      if (!connection.equals(Desks.RECONCILE)) {
        for (LocalDate day : inbox.days(connection)) {
          told.addAll(inbox.day(connection, day));
        }
      }
    }
    return told;
  }

  private static Map<String, Long> balances(LedgerStore ledger) {
    Map<String, Long> balances = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      for (Step step : ledger.day(day, Optional.empty())) {
        step.entry()
            .orElseThrow()
            .legs()
            .forEach(leg ->
                balances.merge(
                    step.subject() + " " + leg.account() + " " + leg.currency() + " " + day,
                    leg.minor(),
                    Long::sum));
      }
    }
    balances.values().removeIf(minor -> minor == 0);
    return balances;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  @Tag("failure-2")
  @Tag("failure-5")
  void anyOrderOfTheSameMessagesGivesTheSameBooks(long seed) throws Exception {
    Random random = new Random(seed);
    Stores memory = new MemoryStores(NOW);
    StateStore state = memory.state(BOOK);
    setUp.forEach((kind, items) ->
        items.forEach(item ->
            assertThat(state.put(new StateStore.Write(kind, item.id(), 0, item.json()))).isTrue()));
    HostileStores hostile = new HostileStores(memory, seed);
    Deployment deployment =
        new Deployment(
            hostile,
            KeyFile.open(folder.resolve("hub")),
            new FolderObjects(folder.resolve("statements")),
            new StreamImages(Tables.of("daybook-", 1), new FolderBodies(folder.resolve("bodies"))),
            NOW);
    List<Message> shuffled = new ArrayList<>(messages);
    for (int again = 0; again < messages.size() / 10; again++) {
      shuffled.add(messages.get(random.nextInt(messages.size())));
    }
    Collections.shuffle(shuffled, random);

    post(deployment, shuffled);
    hostile.settle();
    reconcile(deployment);

    assertThat(differences(expected, balances(memory.ledger(BOOK))))
        .as("month %d, seed %d, faults %s", MONTH, seed, hostile.faults())
        .isEmpty();
  }

  private static List<String> differences(Map<String, Long> expected, Map<String, Long> actual) {
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    return keys.stream()
        .filter(key -> !expected.getOrDefault(key, 0L).equals(actual.getOrDefault(key, 0L)))
        .map(key ->
            key
                + ": "
                + actual.getOrDefault(key, 0L)
                + ", expected "
                + expected.getOrDefault(key, 0L))
        .toList();
  }

  private static void post(Deployment deployment, List<Message> messages) throws Exception {
    LocalFunction post =
        new LocalFunction(Catalogue.POST, new PostFunction(deployment), deployment.clock());
    try (ExecutorService posters = Executors.newFixedThreadPool(POSTERS)) {
      List<Callable<Integer>> batches = new ArrayList<>();
      for (int start = 0; start < messages.size(); start += 25) {
        List<Message> batch = messages.subList(start, Math.min(start + 25, messages.size()));
        batches.add(() -> postUntilDone(deployment, post, batch));
      }
      for (Future<Integer> posted : posters.invokeAll(batches)) {
        assertThat(posted.get()).isPositive();
      }
    }
  }

  /** As the stream trigger does: what the answer names comes again. */
  private static int postUntilDone(Deployment deployment, LocalFunction post, List<Message> batch)
      throws IOException {
    List<Message> rest = batch;
    int rounds = 0;
    while (!rest.isEmpty()) {
      List<Change> changes =
          rest.stream().map(message -> (Change) new Change.Received(BOOK, message)).toList();
      JsonNode answer =
          new ObjectMapper()
              .readTree(
                  post.invoke(
                      deployment.images().toEvent(changes).getBytes(StandardCharsets.UTF_8)));
      List<Message> failed = new ArrayList<>();
      for (JsonNode failure : answer.path("batchItemFailures")) {
        failed.add(rest.get(failure.path("itemIdentifier").asInt() - 1));
      }
      rest = failed;
      rounds++;
    }
    return rounds;
  }

  private static void reconcile(Deployment deployment) throws Exception {
    LocalFunction reconcile =
        new LocalFunction(
            Catalogue.RECONCILE, new ReconcileFunction(deployment), deployment.clock());
    for (int round = 0; round < MAX_ROUNDS; round++) {
      JsonNode answer =
          new ObjectMapper()
              .readTree(
                  reconcile.invoke(
                      ("{\"book\":\"" + BOOK + "\"}").getBytes(StandardCharsets.UTF_8)));
      if (answer.path("kept").isEmpty()) {
        return;
      }
      List<Message> found = new ArrayList<>();
      for (JsonNode id : answer.path("kept")) {
        String[] parts = id.asText().split("/", 3);
        found.add(
            deployment
                .stores()
                .inbox(BOOK)
                .get(
                    new io.daybook.ledger.MessageId(
                        new ConnectionName(parts[0]), LocalDate.parse(parts[1]), parts[2]))
                .orElseThrow());
      }
      post(deployment, found);
    }
    throw new AssertionError(
        "reconciliation still finds something after " + MAX_ROUNDS + " rounds");
  }
}
