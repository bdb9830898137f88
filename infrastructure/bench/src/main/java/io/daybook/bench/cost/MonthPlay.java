package io.daybook.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.bench.cost.StreamEvents.Inserted;
import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.Replay;
import io.daybook.books.bank.BankAccounts;
import io.daybook.books.bank.BankRefused;
import io.daybook.events.Opening;
import io.daybook.events.Reference;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.local.demo.SampleShop;
import io.daybook.simulation.bank.BankFile;
import io.daybook.simulation.deliveries.Delivery;
import io.daybook.simulation.month.Setting;
import io.daybook.sources.bank.BankFiles;
import io.daybook.sources.bank.BankSource;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.sources.daybook.OpeningFile;
import io.daybook.sources.daybook.OpeningFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays a month in its own time through a metered hub, as the catalogue's triggers and schedules would: webhooks when they
 * were sent, posted in batches; a reconciliation each day and for each payout or dispute that is told of; in the end the
 * sweep, the bank's file, and each schedule once more with nothing new.
 */
final class MonthPlay {
  /** Of the phases in which a meter counts. */
  static final String SET_UP = "set-up";

  static final String INGEST = "ingest";
  static final String POST = "post";
  static final String PULL = "pull: what no webhook told";
  static final String POST_PULLED = "post: what the sweep kept";
  static final String BANK = "bank file";
  static final String RECONCILE = "reconcile";
  static final String LOOK_AGAIN = "pull: everything seen once more";
  static final String LONG_PULL = "pull: payouts again, nothing new";
  static final String IDLE_PULL = "pull: nothing new";
  static final String PROOF = "nightly proof";
  static final String EXPORT = "nightly export";
  static final String REPLAY = "nightly replay";

  private static final Book BOOK = SampleShop.BOOK;
  private static final Map<String, String> OF_BOOK = Map.of("book", BOOK.name());

  /** Days between sweeps: sooner tells nothing more here, and takes longer to play. */
  private static final int PULLED_EVERY = 3;

  private static final int MAX_ROUNDS = 1_000;
  private static final ConnectionName BANK_CONNECTION = new ConnectionName("bank-main");

  private final SampleShop shop;
  private final MeteredHub hub;
  private final MonthClock clock;
  private final int batch;
  private final List<Inserted> waiting = new ArrayList<>();
  private int wakes;

  private int days;

  private int delivered;

  private int seenAgain;

  MonthPlay(SampleShop shop, MeteredHub hub, MonthClock clock, int batch) {
    this.shop = shop;
    this.hub = hub;
    this.clock = clock;
    this.batch = batch;
  }

  int delivered() {
    return delivered;
  }

  /** How many objects the sweep saw a second time. */
  int seenAgain() {
    return seenAgain;
  }

  /** Connects the shop and takes over its opening balances. */
  void setUp() {
    hub.meter().phase(SET_UP);
    shop.connect(hub.deployment());
    Setting setting = shop.month().setting();
    OpeningFile file =
        OpeningFiles.read(
            "opening.csv",
            shop.month().openingCsv().getBytes(StandardCharsets.UTF_8),
            Bookkeeper.own(BOOK),
            new Reference("cut-over-" + setting.cutOver()),
            setting.cutOver(),
            "the bench");
    Opening opening =
        switch (file) {
          case OpeningFile.Balances balances -> balances.opening();
          case OpeningFile.Refused refused ->
              throw new IllegalStateException(refused.problem().toString());
        };
    tell(Desks.PEOPLE, CanonicalSource.FACTS, Bytes.of(CanonicalSource.write(List.of(opening))));
    hub.post(SET_UP, hub.received());
  }

  private void tell(ConnectionName connection, String topic, Bytes body) {
    InboxStore.Put _ =
        hub.deployment()
            .stores()
            .inbox(BOOK)
            .put(new Message(connection, clock.instant(), Message.Via.PERSON, topic, body));
  }

  /** Plays the webhooks. */
  void webhooks() {
    LocalDate day = shop.month().setting().day(clock.instant());
    for (Delivery delivery : shop.deliveries().sent()) {
      clock.reach(delivery.at());
      LocalDate today = shop.month().setting().day(clock.instant());
      if (today.isAfter(day)) {
        endOfDay();
        day = today;
      }
      deliver(delivery);
    }
    post(POST);
  }

  /** The sweep that finds what no webhook told, and the daily reconciliation. */
  private void endOfDay() {
    post(POST);
    days++;
    if (days % PULLED_EVERY == 0) {
      int _ = pull(PULL, Optional.empty());
    }
    wakes++;
    post(POST_PULLED);
  }

  private void deliver(Delivery delivery) {
    int status =
        hub.ingest(
            INGEST,
            SampleShop.hook(delivery.source()),
            SampleShop.signed(delivery, clock.instant()),
            delivery.bytes());
    if (status != 200) {
      throw new IllegalStateException(delivery.topic() + " was answered " + status);
    }
    delivered++;
    waiting.addAll(hub.received());
    if (delivery.topic().contains("payout") || delivery.topic().contains("dispute")) {
      wakes++;
    }
    if (waiting.size() >= batch) {
      post(POST);
    }
  }

  private void post(String phase) {
    waiting.addAll(hub.received());
    for (int start = 0; start < waiting.size(); start += batch) {
      hub.post(phase, waiting.subList(start, Math.min(start + batch, waiting.size())));
    }
    waiting.clear();
    List<Inserted> _ = hub.received();
    for (; wakes > 0; wakes--) {
      reconcile();
    }
  }

  private void reconcile() {
    JsonNode _ = hub.reconcile(RECONCILE, OF_BOOK);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Inserted> found = hub.received();
      if (found.isEmpty()) {
        return;
      }
      hub.post(RECONCILE, found);
      JsonNode _ = hub.reconcile(RECONCILE, OF_BOOK);
    }
  }

  /** Sweeps until all is seen; returns how many objects were. */
  int pull(String phase, Optional<Instant> from) {
    int seen = 0;
    boolean unfinished = true;
    Map<String, String> event =
        from.map(instant -> Map.of("book", BOOK.name(), "from", instant.toString()))
            .orElse(OF_BOOK);
    for (int round = 0; unfinished && round < MAX_ROUNDS; round++) {
      unfinished = false;
      for (JsonNode swept : hub.pull(phase, event).path("swept")) {
        seen += swept.path("seen").asInt();
        String status = swept.path("status").asText();
        if (status.equals("to be continued") || status.equals("throttled")) {
          unfinished = true;
        } else if (!status.equals("done")) {
          throw new IllegalStateException("the sweep stopped: " + swept);
        }
      }
      event = OF_BOOK;
    }
    return seen;
  }

  /** The sweep after the month, and the bank's file. */
  void afterTheMonth() {
    clock.reach(shop.month().setting().end().plus(Duration.ofHours(6)));
    int _ = pull(PULL, Optional.empty());
    wakes++;
    post(POST_PULLED);
    byte[] file = BankFile.camt053(shop.month()).getBytes(StandardCharsets.UTF_8);
    hub.meter().phase(BANK);
    try {
      ConnectionName _ =
          new BankAccounts(hub.deployment(), BOOK).register(bankAccount(file), "main");
    } catch (BankRefused cannot) {
      throw new IllegalStateException("the sample shop's bank cannot be connected", cannot);
    }
    tell(BANK_CONNECTION, BankSource.CAMT, Bytes.of(file));
    wakes++;
    post(BANK);
  }

  private static io.daybook.events.Origin bankAccount(byte[] file) {
    return switch (BankFiles.read("october.xml", file, Optional.empty())) {
      case io.daybook.sources.bank.BankFile.Statements statements ->
          statements.statements().getFirst().account();
      case io.daybook.sources.bank.BankFile.Refused refused ->
          throw new IllegalStateException(refused.problem().toString());
    };
  }

  /** What a schedule does when there is nothing new. */
  void standing() {
    seenAgain = pull(LOOK_AGAIN, Optional.of(shop.month().setting().start()));
    clock.reach(clock.instant().plus(Duration.ofHours(2)));
    int _ = pull("", Optional.empty());
    clock.reach(clock.instant().plus(Duration.ofMinutes(15)));
    JsonNode _ = hub.pull(IDLE_PULL, Map.of());
    int _ = pull(LONG_PULL, Optional.empty());
  }

  /** What each night reads of the whole book. */
  void nightly() {
    JsonNode _ = hub.reconcile(PROOF, Map.of());
    JsonNode _ = hub.export(EXPORT, OF_BOOK);
    replay(hub);
  }

  /** Every message once more, as each night does. */
  static void replay(MeteredHub hub) {
    hub.meter().phase(REPLAY);
    Replay.Replayed replayed =
        new Replay(hub.deployment(), BOOK).from(Optional.empty(), done -> {});
    if (replayed.entries() != 0) {
      throw new IllegalStateException("a replay posted " + replayed.entries() + " entries");
    }
  }
}
