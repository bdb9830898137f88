package io.daybook.reconciliation;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.BankStatement;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutId;
import io.daybook.events.PayoutManifest;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.events.TransactionId;
import io.daybook.events.Unclaimed;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Append;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SettableClock;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.ledger.memory.MemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A book in memory whose entries are written by hand, as posting would: facts in the logs, legs that meet. */
final class TestBook {
  static final CurrencyCode USD = new CurrencyCode("USD");
  static final Origin SHOP = new Origin("shopify", "blue-cup.myshopify.com");
  static final Origin STRIPE = new Origin("stripe", "acct_1");
  static final Origin BANK = new Origin("bank", "DE89");
  static final AccountCode CLEARING = AccountCode.of(1010, "stripe");
  static final AccountCode BOOKS_BANK = AccountCode.of(1000, "main");
  static final AccountCode TRANSIT = AccountCode.of(1005);
  static final AccountCode PAYMENTS = AccountCode.of(1100);
  static final AccountCode REFUNDS = AccountCode.of(2230);
  static final AccountCode SUSPENSE = AccountCode.of(2900);
  static final AccountCode DEFERRED = AccountCode.of(2100);
  static final LocalDate DAY = LocalDate.parse("2026-10-05");

  final SettableClock clock = new SettableClock(Instant.parse("2026-10-05T12:00:00Z"));
  final LedgerStore ledger;
  final StateStore state;
  Rules rules =
      new Rules(
          1,
          USD,
          ZoneOffset.UTC,
          Map.of(),
          Map.of(STRIPE, "stripe"),
          Map.of(),
          Map.of(BANK, "main"),
          Policy.standard());
  private int runs;

  TestBook() {
    MemoryStores stores = new MemoryStores(clock);
    ledger = stores.ledger(new Book("demo"));
    state = stores.state(new Book("demo"));
  }

  Balances balances() {
    return Balances.unsealed(ledger, clock);
  }

  PayoutStatements statements() {
    return new PayoutStatements(ledger, state, balances(), rules);
  }

  Reconciler reconciler() {
    return new Reconciler(ledger, state, balances(), clock, Duration.ofMinutes(5));
  }

  /** Runs, and fails the test if the run could not. */
  Findings reconcile() {
    return ((Reconciled.Done) reconciler().run(rules, "run-" + ++runs)).findings();
  }

  /** Runs and posts what it told until it tells nothing more; the last run's findings. */
  Findings settle() {
    Findings findings = reconcile();
    for (int i = 0; i < 10 && !findings.facts().isEmpty(); i++) {
      findings.facts().forEach(this::hear);
      findings = reconcile();
    }
    if (!findings.facts().isEmpty()) {
      throw new AssertionError("still telling after 10 runs: " + findings.facts());
    }
    return findings;
  }

  List<Discrepancy> exceptions() {
    return new Exceptions(state).list();
  }

  void post(SubjectId subject, List<? extends Fact> facts, Optional<Entry> entry) {
    int number = ledger.read(subject).size() + 1;
    Step step = new Step(subject, number, clock.instant(), 1, List.copyOf(facts), entry);
    if (!(ledger.append(step) instanceof Append.Appended)) {
      throw new AssertionError("cannot append " + step);
    }
  }

  static Optional<Entry> entry(String occasion, LocalDate day, Leg... legs) {
    return Optional.of(new Entry(occasion, "By hand", noon(day), day, day, List.of(legs)));
  }

  static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  static Leg debit(AccountCode account, long minor) {
    return Leg.debit(account, new Money(minor, USD));
  }

  static Leg debit(AccountCode account, long minor, String reference) {
    return debit(account, minor).under(new Reference(reference));
  }

  void open(SubjectId subject) {
    write(StateStore.Kind.OPEN_ITEM, subject);
  }

  private void write(StateStore.Kind kind, SubjectId subject) {
    long version = state.get(kind, subject.toString()).map(StateStore.Item::version).orElse(0L);
    state.put(new StateStore.Write(kind, subject.toString(), version, "{}"));
  }

  static SubjectId order(String id) {
    return new SubjectId(Kind.ORDER, SHOP, id);
  }

  static SubjectId transaction(String id) {
    return new SubjectId(Kind.TRANSACTION, STRIPE, id);
  }

  static SubjectId payout(String id) {
    return new SubjectId(Kind.PAYOUT, STRIPE, id);
  }

  static SubjectId line(String id) {
    return new SubjectId(Kind.BANK_LINE, BANK, id);
  }

  /** An order's payment: Dr 1100 under its reference. */
  void paid(String order, String reference, long minor, LocalDate day) {
    post(
        order(order),
        List.of(),
        entry(
            "payment/" + reference,
            day,
            debit(PAYMENTS, minor, reference),
            debit(DEFERRED, -minor)));
  }

  /** A refund granted: Cr 2230 under its reference. */
  void refundGranted(String order, String reference, long minor, LocalDate day) {
    post(
        order(order),
        List.of(),
        entry(
            "refund/" + reference, day, debit(DEFERRED, minor), debit(REFUNDS, -minor, reference)));
  }

  /** A processor's line: it moves 1010 by its net, 6000 by its fee and a meeting account by its amount. */
  BalanceTransaction moved(
      String id,
      Movement movement,
      AccountCode meets,
      String reference,
      long minor,
      long fee,
      LocalDate day) {
    BalanceTransaction fact = transactionFact(id, movement, reference, minor, fee, day);
    Leg[] legs =
        fee == 0
            ? new Leg[] {debit(CLEARING, minor), debit(meets, -minor, reference)}
            : new Leg[] {
              debit(CLEARING, minor - fee),
              debit(AccountCode.of(6000), fee),
              debit(meets, -minor, reference)
            };
    post(transaction(id), List.of(fact), entry("transaction/" + id, day, legs));
    return fact;
  }

  static BalanceTransaction transactionFact(
      String id, Movement movement, String reference, long minor, long fee, LocalDate day) {
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        "word",
        USD,
        minor,
        fee == 0
            ? List.of()
            : List.of(new BalanceTransaction.Fee(BalanceTransaction.Fee.Kind.PROCESSING, fee)),
        minor - fee,
        noon(day),
        reference,
        Optional.of(new Reference(reference)),
        Optional.empty(),
        Mode.LIVE);
  }

  BalanceTransaction charged(String id, String reference, long minor, LocalDate day) {
    return moved(id, Movement.CHARGE, PAYMENTS, reference, minor, 0, day);
  }

  BalanceTransaction refunded(String id, String reference, long minor, LocalDate day) {
    return moved(id, Movement.REFUND, REFUNDS, reference, -minor, 0, day);
  }

  /** A payout as told, in the registry and open. */
  void payout(String id, Payout.Status status, long minor, LocalDate day, Optional<String> trace) {
    Payout fact =
        new Payout(
            STRIPE, new PayoutId(id), status, USD, minor, noon(day), trace.map(Reference::new));
    write(StateStore.Kind.PAYOUT, payout(id));
    open(payout(id));
    post(payout(id), List.of(fact), Optional.empty());
  }

  /** A payout that was paid and left the processor's balance on that day. */
  void paidOut(String id, long minor, LocalDate day) {
    payout(id, Payout.Status.PAID, minor, day, Optional.empty());
    leaves(id, minor, day);
  }

  void leaves(String id, long minor, LocalDate day) {
    moved("txn_" + id, Movement.PAYOUT, TRANSIT, id, -minor, 0, day);
  }

  void comesBack(String id, long minor, LocalDate day) {
    moved("txn_" + id + "_back", Movement.PAYOUT_FAILURE, TRANSIT, id, minor, 0, day);
  }

  void manifest(String id, BalanceTransaction... transactions) {
    List<PayoutManifest.Item> items =
        java.util.Arrays.stream(transactions)
            .map(t -> new PayoutManifest.Item(t.id(), t.movement(), t.amountMinor(), t.netMinor()))
            .toList();
    PayoutManifest list =
        new PayoutManifest(STRIPE, new PayoutId(id), items.size(), 1, 1, USD, items);
    post(payout(id), List.of(list), Optional.empty());
  }

  /** A bank line, posted to suspense as posting does while nobody knows it. */
  void line(String id, long minor, LocalDate day, String... references) {
    BankLine fact =
        new BankLine(
            BANK,
            new BankLineId(id),
            USD,
            minor,
            day,
            "",
            java.util.Arrays.stream(references).map(Reference::new).toList());
    open(line(id));
    post(
        line(id),
        List.of(fact),
        entry("bank-line/" + id, day, debit(BOOKS_BANK, minor), debit(SUSPENSE, -minor)));
  }

  void statement(String id, LocalDate from, LocalDate to, long opening, long closing, long lines) {
    SubjectId subject = new SubjectId(Kind.BANK_STATEMENT, BANK, id);
    open(subject);
    post(
        subject,
        List.of(
            new BankStatement(BANK, new Reference(id), 1, USD, from, to, opening, closing, lines)),
        Optional.empty());
  }

  /** What the post function does with a fact that reconciliation told. */
  void hear(Fact fact) {
    switch (fact) {
      case BankMatch match -> hear(match);
      case Settlement settled -> hear(settled);
      case Unclaimed open -> hear(open);
      case Dispute dispute -> {
        Dispute.DisputedOrder order = dispute.order().orElseThrow();
        post(
            new SubjectId(Kind.ORDER, order.shop(), order.id().value()),
            List.of(dispute),
            Optional.empty());
      }
      default -> throw new AssertionError("reconciliation told " + fact);
    }
  }

  private void hear(BankMatch match) {
    SubjectId subject = new SubjectId(Kind.BANK_LINE, match.origin(), match.line().value());
    if (Logs.match(ledger.read(subject)).isPresent()) {
      return;
    }
    BankLine told = Logs.line(ledger.read(subject)).orElseThrow();
    post(
        subject,
        List.of(match),
        entry(
            "bank-line/" + subject.id(),
            told.bookedOn(),
            debit(SUSPENSE, told.amountMinor()),
            debit(TRANSIT, -told.amountMinor(), match.payout().value())));
  }

  private void hear(Settlement settled) {
    SubjectId order = new SubjectId(Kind.ORDER, settled.origin(), settled.order().value());
    long told =
        ledger.read(order).stream()
            .flatMap(step -> step.entry().stream())
            .flatMap(entry -> entry.legs().stream())
            .filter(leg ->
                leg.account().equals(PAYMENTS)
                    && leg.reference().equals(Optional.of(settled.payment())))
            .mapToLong(Leg::minor)
            .sum();
    long paid = told - settled.settledMinor();
    post(
        order,
        List.of(settled),
        entry(
            "settlement/" + settled.payment(),
            rules.day(settled.at()),
            debit(AccountCode.of(6050), paid),
            debit(PAYMENTS, -paid, settled.payment().value())));
  }

  private void hear(Unclaimed open) {
    SubjectId subject = new SubjectId(Kind.UNCLAIMED, open.origin(), open.key().id());
    Optional<Unclaimed> before = Logs.newest(ledger.read(subject), Unclaimed.class);
    if (before.isPresent() && before.get().version() >= open.version()) {
      return;
    }
    long moves = open.minor() - before.map(Unclaimed::minor).orElse(0L);
    AccountCode account = AccountCode.parse(open.account());
    post(
        subject,
        List.of(open),
        entry(
            "unclaimed/" + open.version(),
            open.day(),
            debit(SUSPENSE, moves),
            debit(account, -moves, open.reference().value())));
  }
}
