package io.daybook.books.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Platforms;
import io.daybook.books.ReconcileFunction;
import io.daybook.books.TestContext;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.memory.MemoryStores;
import io.daybook.storage.FolderBodies;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.dynamodb.StreamImages;
import io.daybook.storage.dynamodb.Tables;
import io.daybook.storage.objects.FolderObjects;
import io.daybook.storage.secrets.KeyFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A book in memory whose clock a test sets, and whose messages are posted as they are told. */
final class ActsBook {
  static final Book BOOK = new Book("demo");
  static final CurrencyCode USD = new CurrencyCode("USD");
  static final Origin BANK = new Origin("bank", "483920117406");
  static final AccountCode BOOKS_BANK = AccountCode.of(1000, "483920117406");
  static final Who KEEPER = new Who("A. Keeper", "it must be");

  /** Says what it is told to say. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-11-05T09:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hand hand = new Hand();
  private final Deployment deployment;

  ActsBook(Path folder) {
    this.deployment =
        new Deployment(
            new MemoryStores(hand),
            KeyFile.open(folder),
            new FolderObjects(folder),
            new StreamImages(Tables.of("t-", 1), new FolderBodies(folder)),
            hand);
    Rules rules =
        new Rules(
            0,
            USD,
            ZoneId.of("America/New_York"),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(BANK, "483920117406"),
            Policy.standard());
    Rules _ = new RulesVersions(deployment.stores().state(BOOK)).amend(rules, same -> same);
  }

  Deployment deployment() {
    return deployment;
  }

  LedgerStore ledger() {
    return deployment.stores().ledger(BOOK);
  }

  void pass(Duration time) {
    hand.now = hand.now.plus(time);
  }

  Instant now() {
    return hand.now;
  }

  /** Kept and posted, as on one machine. */
  void tell(Message message) {
    var _ = deployment.stores().inbox(BOOK).put(message);
    // One for each message, made after it was kept: it reads the rules once.
    Bookkeeper.Taken taken =
        new Bookkeeper(deployment, new Platforms().sources(), BOOK).take(message);
    if (taken.setback().isPresent()) {
      throw new AssertionError("not posted: " + taken.setback().get());
    }
  }

  void tell(Fact fact) {
    var _ = new Desk(this::tell, hand).tell(List.of(fact));
  }

  void bankLine(String id, LocalDate day, long minor) {
    tell(new BankLine(BANK, new BankLineId(id), USD, minor, day, "", List.of()));
  }

  /** A run of the function, which looks again at what waits. */
  void reconcile() throws IOException {
    byte[] asked = ("{\"book\":\"" + BOOK.name() + "\"}").getBytes(UTF_8);
    new ReconcileFunction(deployment)
        .handleRequest(
            new ByteArrayInputStream(asked), new ByteArrayOutputStream(), TestContext.aMinute());
  }

  List<Step> steps(String id) {
    return ledger().read(new SubjectId(SubjectId.Kind.BANK_LINE, BANK, id));
  }

  Closing closing() {
    return new Closing(deployment, BOOK, this::tell);
  }

  Corrections corrections() {
    return new Corrections(deployment, BOOK, this::tell);
  }

  Reposting reposting() {
    return new Reposting(deployment, BOOK, this::tell);
  }

  Allocating allocating() {
    return new Allocating(deployment, BOOK, this::tell);
  }

  Telling telling() {
    return new Telling(deployment, BOOK, this::tell);
  }

  PolicyDesk policies() {
    return new PolicyDesk(deployment, BOOK, this::tell);
  }

  AuditTrail trail() {
    return new AuditTrail(deployment, BOOK);
  }

  long balance(AccountCode account, LocalDate asOf) {
    return Balances.unsealed(ledger(), hand).minor(account, USD, asOf);
  }
}
