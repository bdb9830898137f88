package io.daybook.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.Platforms;
import io.daybook.books.channel.Reach;
import io.daybook.books.portal.ActFunction;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.TransactionId;
import io.daybook.intake.Check;
import io.daybook.intake.Circuit;
import io.daybook.intake.Sweep;
import io.daybook.intake.SweepSeen;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.Message;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Stores;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.portal.session.Grant;
import io.daybook.portal.session.Role;
import io.daybook.portal.session.SignInLinks;
import io.daybook.reconciliation.Reconciled;
import io.daybook.reconciliation.Reconciler;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.deployment.Invoker;
import io.daybook.storage.deployment.Telemetry;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A portal on books in memory: a shop's with a payout of every kind, and another merchant's. */
final class TestPortal {
  static final Book BLUE = new Book("blue-cup");
  static final Book RED = new Book("red-pot");
  static final Instant NOW = Instant.parse("2026-10-20T14:00:00Z");
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final CurrencyCode USD = new CurrencyCode("USD");
  static final Origin STRIPE = new Origin("stripe", "acct_1");
  static final Origin BANK = new Origin("bank", "DE89");
  static final ConnectionName STRIPE_NAME = new ConnectionName("stripe");

  /** Something that identifies a person, in the body of a message that fails. */
  static final String PERSON = "jane.doe@example.com";

  /** A clock that a test sets. */
  static final class Hands extends Clock {
    private Instant now = NOW;

    void forward(Duration span) {
      now = now.plus(span);
    }

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the portal asks instants only");
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hands clock = new Hands();
  private final Stores stores;
  private final Deployment deployment;
  private final PortalFunction function;
  private final ActFunction act;
  private final List<JsonNode> replays = new ArrayList<>();
  private final List<JsonNode> asked = new ArrayList<>();
  private boolean slow;

  private TestPortal(Path folder, Stores stores, Hands hands, Place place) {
    this.stores = stores;
    this.clock.now = hands.now;
    this.deployment =
        new Deployment(
            stores,
            KeyFile.open(folder),
            new FolderObjects(folder.resolve("statements")),
            new StreamImages(Tables.of("test-", 1), new FolderBodies(folder)),
            clock,
            Telemetry.SILENT,
            new Invoker() {
              @Override
              public void invoke(String name, String event) {
                replays.add(json(name, event));
              }

              @Override
              public Optional<String> ask(String name, String event) {
                asked.add(json(name, event));
                return slow ? Optional.empty() : Optional.of(act(event));
              }
            });
    FolderObjects drops = new FolderObjects(folder.resolve("drops"));
    this.act = new ActFunction(deployment, drops, Reach.ANYWHERE);
    this.function =
        new PortalFunction(
            deployment,
            drops,
            place,
            place == Place.CLOUD
                ? new HubAddresses(
                    Optional.of(URI.create("https://books.example.com")),
                    Optional.of(URI.create("https://books.example.com")))
                : HubAddresses.UNKNOWN);
  }

  static TestPortal empty(Path folder, Place place) {
    Hands hands = new Hands();
    return new TestPortal(folder, new MemoryStores(hands), hands, place);
  }

  static TestPortal on(Path folder, Stores stores) {
    return new TestPortal(folder, stores, new Hands(), Place.LOOPBACK);
  }

  /** With the two books. */
  static TestPortal filled(Path folder) {
    TestPortal portal = empty(folder, Place.LOOPBACK);
    portal.fillBlue();
    portal.fillRed();
    return portal;
  }

  private static JsonNode json(String name, String event) {
    try {
      return new ObjectMapper()
          .createObjectNode()
          .put("function", name)
          .set("event", new ObjectMapper().readTree(event));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** As Lambda runs it; what it keeps is posted, as the stream would have it. */
  private String act(String event) {
    try {
      java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
      act.handleRequest(
          new java.io.ByteArrayInputStream(event.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          answer,
          new NoContext());
      return answer.toString(java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** From now on the function that acts takes longer than a page can wait. */
  void beSlow() {
    slow = true;
  }

  /** What was asked of {@code act}. */
  List<JsonNode> asked() {
    return asked;
  }

  /** The blue cup's Stripe fails and is left alone, amid a backfill, and with a note. */
  void failingStripe() {
    StateStore state = stores.state(BLUE);
    Connections connections = new Connections(state, deployment.secrets());
    connections.save(
        new Connection(
            STRIPE_NAME,
            "stripe",
            STRIPE,
            Optional.empty(),
            NOW,
            List.of(),
            Optional.of(connections.seal(STRIPE_NAME, new byte[] {1}))));
    for (int times = 0; times < Circuit.BEFORE_PAUSE; times++) {
      Circuit _ = Circuit.fail(state, STRIPE_NAME, "HTTP 503, 3 times", clock.instant());
    }
    Sweep.Window window =
        new Sweep.Window(
            Instant.parse("2024-01-01T05:00:00Z"), clock.instant(), Optional.of("page-9"));
    boolean _ =
        new Sweep(clock.instant().minus(Duration.ofHours(5)), Optional.of(window))
            .save(state, STRIPE_NAME, "charges", Optional.empty());
    SweepSeen.count(state, STRIPE_NAME, "charges", window, 12_500, clock.instant());
    boolean _ =
        new Sweep(clock.instant().minus(Duration.ofHours(5)), Optional.empty())
            .save(state, STRIPE_NAME, "payouts", Optional.empty());
    new Check(
            clock.instant(),
            List.of("The key may not read disputes: what is withdrawn is not known by its order."),
            List.of("charge.succeeded", "payout.paid"),
            1,
            Optional.of(new Check.Repair(NOW, List.of("payout.paid"))))
        .save(state, STRIPE_NAME);
  }

  /** Posts all that the inbox of a book holds. */
  void post(Book book) {
    var inbox = stores.inbox(book);
    Bookkeeper keeper = keeper(book);
    inbox
        .connections()
        .forEach(connection ->
            inbox
                .days(connection)
                .forEach(day ->
                    inbox
                        .day(connection, day)
                        .forEach(message -> {
                          var _ = keeper.takeOrPassOver(message);
                        })));
  }

  PortalFunction function() {
    return function;
  }

  Deployment deployment() {
    return deployment;
  }

  Hands clock() {
    return clock;
  }

  Stores stores() {
    return stores;
  }

  /** What was asked of other functions. */
  List<JsonNode> replays() {
    return replays;
  }

  String link(String name, Role role, Book... books) {
    return new SignInLinks(stores, clock).mint(new Grant(name, role, Set.of(books)));
  }

  void connect(Book book) {
    StateStore state = stores.state(book);
    new RulesVersions(state)
        .amend(
            new Rules(
                1,
                USD,
                ZONE,
                Map.of(),
                Map.of(STRIPE, "stripe"),
                Map.of(),
                Map.of(BANK, "main"),
                Policy.standard()),
            rules -> rules);
    new Connections(state, deployment.secrets())
        .save(
            new Connection(
                STRIPE_NAME, "stripe", STRIPE, Optional.empty(), NOW, List.of(), Optional.empty()));
  }

  /** Keeps a message and, unless it is to wait, posts it. */
  void tell(Book book, Message message) {
    var _ = stores.inbox(book).put(message);
    var _ = keeper(book).takeOrPassOver(message);
  }

  private Bookkeeper keeper(Book book) {
    return new Bookkeeper(deployment, new Platforms().sources(), book);
  }

  void tell(Book book, Fact... facts) {
    tell(
        book,
        new Message(
            Desks.RECONCILE,
            clock.instant(),
            Message.Via.RECONCILE,
            CanonicalSource.FACTS,
            Bytes.of(CanonicalSource.write(List.of(facts)))));
  }

  Message webhook(String topic, String body) {
    return new Message(STRIPE_NAME, clock.instant(), Message.Via.WEBHOOK, topic, Bytes.utf8(body));
  }

  void reconcile(Book book) {
    StateStore state = stores.state(book);
    Reconciler reconciler =
        new Reconciler(
            stores.ledger(book),
            state,
            Balances.unsealed(stores.ledger(book), clock),
            clock,
            Duration.ofMinutes(1));
    Rules rules = new RulesVersions(state).current().orElseThrow();
    for (int round = 0; round < 3; round++) {
      if (reconciler.run(rules, "round " + round) instanceof Reconciled.Done(var findings)) {
        findings.facts().forEach(fact -> tell(book, fact));
      }
    }
  }

  private static Instant noon(int day) {
    return LocalDate.of(2026, 10, day).atTime(12, 0).atZone(ZONE).toInstant();
  }

  BalanceTransaction charge(String id, long minor, long fee, int day) {
    return line(id, Movement.CHARGE, minor, fee, day, "ch_" + id);
  }

  private BalanceTransaction line(
      String id, Movement movement, long minor, long fee, int day, String reference) {
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        movement.name().toLowerCase(java.util.Locale.ROOT),
        USD,
        minor,
        fee == 0
            ? List.of()
            : List.of(new BalanceTransaction.Fee(BalanceTransaction.Fee.Kind.PROCESSING, fee)),
        minor - fee,
        noon(day),
        movement == Movement.PAYOUT ? reference : "src_" + id,
        Optional.of(new Reference(reference)),
        movement == Movement.PAYOUT ? Optional.of(new PayoutId(reference)) : Optional.empty(),
        Mode.LIVE);
  }

  void payout(
      Book book,
      String id,
      Payout.Status status,
      long minor,
      int day,
      BalanceTransaction... lines) {
    tell(book, lines);
    tell(
        book,
        new Payout(STRIPE, new PayoutId(id), status, USD, minor, noon(day), Optional.empty()),
        new PayoutManifest(
            STRIPE,
            new PayoutId(id),
            noon(day).toEpochMilli(),
            1,
            1,
            USD,
            java.util.Arrays.stream(lines)
                .map(line ->
                    new PayoutManifest.Item(
                        line.id(), line.movement(), line.amountMinor(), line.netMinor()))
                .toList()),
        line("txn_" + id, Movement.PAYOUT, -minor, 0, day, id));
  }

  void bankLine(Book book, String id, long minor, int day, String reference) {
    tell(
        book,
        new BankLine(
            BANK,
            new BankLineId(id),
            USD,
            minor,
            LocalDate.of(2026, 10, day),
            "NTRF",
            List.of(new Reference(reference))));
  }

  private void fillBlue() {
    connect(BLUE);
    payout(
        BLUE,
        "po_1OctoberFirst",
        Payout.Status.PAID,
        1_284_350,
        6,
        charge("txn_1", 1_000_000, 29_030, 2),
        charge("txn_2", 345_600, 10_052, 3),
        line("txn_3", Movement.REFUND, -22_168, 0, 5, "re_3"));
    bankLine(BLUE, "L1", 1_284_350, 8, "po_1OctoberFirst");
    payout(
        BLUE, "po_2DoesNotTie", Payout.Status.PAID, 98_273, 12, charge("txn_4", 103_000, 3_000, 8));
    bankLine(BLUE, "L2", 98_273, 14, "po_2DoesNotTie");
    payout(
        BLUE,
        "po_3OnItsWay",
        Payout.Status.IN_TRANSIT,
        48_550,
        19,
        charge("txn_5", 50_000, 1_450, 16));
    bankLine(BLUE, "L3", 4_200, 15, "CASH DEPOSIT");
    reconcile(BLUE);
    clock.forward(Duration.ofMinutes(1));
    tell(BLUE, webhook("charge.succeeded", "{\"receipt_email\":\"" + PERSON + "\""));
    tell(BLUE, webhook("charge.refunded", "{\"receipt_email\":\"" + PERSON + "\""));
    tell(BLUE, webhook("quote.of.the.day", "{\"id\":\"evt_1\",\"type\":\"quote.of.the.day\"}"));
    stores.state(BLUE).count(io.daybook.ledger.Counters.REFUSED);
  }

  private void fillRed() {
    connect(RED);
    payout(RED, "po_secretOfRed", Payout.Status.PAID, 777_777, 7, charge("txn_9", 777_777, 0, 3));
  }
}
