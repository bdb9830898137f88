package io.daybook.local.simulate;

import static io.daybook.local.simulate.Machine.BOOK;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Closing;
import io.daybook.books.acts.Corrections;
import io.daybook.books.acts.Reposting;
import io.daybook.books.acts.Who;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.export.BookExport;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.Message;
import io.daybook.ledger.Policy;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SubjectId;
import io.daybook.simulation.history.Habits;
import io.daybook.simulation.history.Names;
import io.daybook.simulation.history.Operation;
import io.daybook.sources.daybook.CanonicalSource;
import io.daybook.statements.StatementFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plays a history, operation by operation, and keeps what the judge needs to know of it. */
final class Play {
  private static final Duration WEEKS = Duration.ofDays(30);
  private static final int MAX_RUNS = 8;
  private static final Who KEEPER = new Who("A. Keeper", "the simulation wants it");

  /** What somebody printed. */
  record Print(LocalDate asOf, Instant knownAt, String balances) {}

  final Hand hand = new Hand(Names.START);
  final Machine machine;
  final List<Fact> told = new ArrayList<>();
  final List<Operation.Entered> entered = new ArrayList<>();
  final List<Operation.Reversed> reversed = new ArrayList<>();
  final List<Print> prints = new ArrayList<>();
  final Calendar calendar = new Calendar();
  final List<String> wrong = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  long acts;

  private final Balances shown;

  /** Whether the log shows every balance after each operation. */
  enum Balances {
    SHOWN,
    LEFT_OUT
  }

  Play(Path folder, long seed, Balances shown) {
    this.shown = shown;
    this.machine = new Machine(folder, hand, seed);
    rule(Habits.standard());
  }

  void run(List<Operation> operations) {
    for (Operation operation : operations) {
      hand.advanceTo(operation.at());
      log.add(operation.toString());
      play(operation);
      calendar.note(hand.instant());
      requireLocked();
      if (shown == Balances.SHOWN) {
        log.add("  " + everyBalance());
      }
    }
  }

  /** Every account's balance, minor units, debit positive. */
  private SortedMap<String, Long> everyBalance() {
    SortedMap<String, Long> balances = new TreeMap<>();
    io.daybook.ledger.Balances.unsealed(machine.sound().stores().ledger(BOOK), hand)
        .trialBalance(LocalDate.MAX, Optional.empty())
        .rows()
        .forEach(row -> balances.put(row.account().toString(), row.minor()));
    return balances;
  }

  private void play(Operation operation) {
    switch (operation) {
      case Operation.Told message -> tell(message.facts());
      case Operation.Entered entry -> enter(entry);
      case Operation.Reversed entry -> reverse(entry);
      case Operation.Fenced fence -> fence(fence.month());
      case Operation.Locked lock -> lock(lock.month());
      case Operation.Reopened reopened -> reopen(reopened.month());
      case Operation.Ruled ruled -> rule(ruled.habits());
      case Operation.Reposted again -> repost(again.from(), again.to());
      case Operation.Reconciled _ -> reconcile();
      case Operation.Looked looked -> look(looked.asOf());
      case Operation.Replayed _ -> replay();
    }
  }

  private void tell(List<Fact> facts) {
    told.addAll(facts);
    machine.tell(
        new Message(
            Desks.PEOPLE,
            hand.instant(),
            Message.Via.PERSON,
            CanonicalSource.FACTS,
            Bytes.of(CanonicalSource.write(facts))));
  }

  /** A change counts from today on, as a person's does who names no day (decision 30). */
  private void rule(Habits habits) {
    LocalDate today = Names.day(hand.instant());
    Rules first =
        new Rules(
            0,
            Names.USD,
            Names.ZONE,
            Map.of(Names.SHOP, Names.CUT_OVER, Names.PROCESSOR, Names.CUT_OVER),
            Map.of(Names.PROCESSOR, "stripe"),
            Map.of(Names.CARD, Names.PROCESSOR),
            Map.of(Names.BANK, "checking"),
            Policies.of(habits));
    Rules now =
        machine.untilDone(() ->
            new RulesVersions(machine.failing().stores().state(BOOK))
                .amend(first, rules -> ruled(rules, today, habits)));
    calendar.ruled(hand.instant(), now.version(), today, habits);
  }

  private Rules ruled(Rules rules, LocalDate today, Habits habits) {
    Policy wanted = Policies.of(habits);
    return calendar.isRuled()
        ? rules.changed(Optional.of(today), PolicySwitches.changes(rules.policyOn(today), wanted))
        : rules.with(wanted);
  }

  /** Has open days posted again; who is, the hub says in the facts that it tells. */
  private void repost(LocalDate from, LocalDate to) {
    boolean open = calendar.open(from, to);
    boolean accepted =
        accepted(() -> {
          Reposting.Preview _ =
              new Reposting(machine.failing(), BOOK, machine::tell).repost(from, to, KEEPER);
        });
    acts -= accepted ? 1 : 0;
    require(
        accepted == open,
        "re-posting " + from + " to " + to + " was " + (accepted ? "" : "not ") + "accepted");
  }

  /** Its index lags by less than a day, whatever the faults: what is older is read once (Meetings). */
  private void reconcile() {
    machine.settleIndex();
    int _ = machine.reconcile();
  }

  /** Some weeks later: all that the calendar and reconciliation bring has come, and what waited for a month counts. */
  void end() {
    hand.pass(WEEKS);
    reconcileAll();
    calendar.note(hand.instant());
    requireLocked();
    if (calendar.anythingWaits()) {
      calendar.closed().forEach(this::reopen);
      reconcileAll();
    }
  }

  /** Until nothing more is found, and nothing more is posted of what waited. */
  private void reconcileAll() {
    long news = 1;
    for (int run = 0; news > 0 && run < MAX_RUNS; run++) {
      machine.settleIndex();
      long before = entries();
      news = machine.reconcile() + entries() - before;
    }
    require(news == 0, "reconciliation does not come to an end");
  }

  private void enter(Operation.Entered entry) {
    boolean open = calendar.takesEntries(YearMonth.from(entry.day()));
    List<EnteredLeg> legs =
        List.of(
            new EnteredLeg(
                entry.debit(), Names.USD, entry.minor(), entry.minor(), Optional.empty()),
            new EnteredLeg(
                entry.credit(), Names.USD, -entry.minor(), -entry.minor(), Optional.empty()));
    boolean accepted =
        accepted(() -> {
          SubjectId _ = corrections().enter(entry.id(), entry.day(), "By hand", legs, KEEPER);
        });
    if (accepted) {
      entered.add(entry);
    }
    require(
        accepted == open,
        "an entry for " + entry.day() + " was " + (accepted ? "" : "not ") + "accepted");
  }

  private void reverse(Operation.Reversed reversal) {
    Optional<Operation.Entered> entry =
        entered.stream().filter(made -> made.id().equals(reversal.id())).findFirst();
    boolean possible =
        entry.isPresent()
            && reversed.stream().noneMatch(done -> done.id().equals(reversal.id()))
            && !reversal.day().isBefore(entry.get().day())
            && calendar.takesEntries(YearMonth.from(reversal.day()));
    SubjectId subject = new SubjectId(SubjectId.Kind.MANUAL, Bookkeeper.own(BOOK), reversal.id());
    boolean accepted =
        accepted(() -> {
          SubjectId _ = corrections().reverse(subject, 1, reversal.day(), KEEPER);
        });
    if (accepted) {
      reversed.add(reversal);
    }
    require(
        accepted == possible,
        "the reversal of " + reversal.id() + " was " + (accepted ? "" : "not ") + "accepted");
  }

  private Corrections corrections() {
    return new Corrections(machine.failing(), BOOK, machine::tell);
  }

  private Closing closing() {
    return new Closing(machine.failing(), BOOK, machine::tell);
  }

  private void fence(YearMonth month) {
    machine.settleIndex();
    Instant before = hand.instant();
    if (accepted(
        () -> {
          Instant _ = closing().fence(month, KEEPER);
        })) {
      calendar.fenced(month);
      // Whatever waited is looked at by the act itself.
      calendar.note(before);
    }
  }

  private void lock(YearMonth month) {
    machine.settleIndex();
    String[] balances = {""};
    if (accepted(
        () -> balances[0] = new String(closing().lock(month, KEEPER), StandardCharsets.UTF_8))) {
      calendar.locked(month, balances[0], activity(month));
      require(
          balances[0].equals(balances(month.atEndOfMonth(), Optional.empty())),
          month + " was locked with other balances than its books have");
    }
  }

  private void reopen(YearMonth month) {
    Instant before = hand.instant();
    if (accepted(() -> closing().reopen(month, KEEPER))) {
      calendar.reopened(month);
      // What waited for it is posted by the act itself.
      calendar.note(before);
    }
  }

  /** An act of a person. */
  private interface Act {
    void run() throws ActRefused;
  }

  private boolean accepted(Act act) {
    try {
      boolean done =
          machine.untilDone(() -> {
            act.run();
            return true;
          });
      acts++;
      return done;
    } catch (ActRefused refused) {
      log.add("  refused: " + refused.words());
      return false;
    }
  }

  private void look(LocalDate asOf) {
    Instant knownAt = hand.instant();
    String balances = balances(asOf, Optional.of(knownAt));
    prints.add(new Print(asOf, knownAt, balances));
  }

  /** What a replay would look at anyway is looked at before: costs that came late, and what the calendar brings. */
  private void replay() {
    reconcileAll();
    long before = entries();
    machine.replay().forEach(setback -> require(false, "could not be posted: " + setback));
    require(entries() == before, "a replay posted " + (entries() - before) + " entries");
  }

  long entries() {
    var ledger = machine.sound().stores().ledger(BOOK);
    return ledger.days().stream().mapToLong(day -> ledger.day(day, Optional.empty()).size()).sum();
  }

  /** The trial balance as it is handed out. */
  String balances(LocalDate asOf, Optional<Instant> knownAt) {
    return new String(
        new BookExport(machine.sound(), BOOK).trialBalance(asOf, knownAt, StatementFormat.CSV),
        StandardCharsets.UTF_8);
  }

  /** No closed month changes. */
  private void requireLocked() {
    calendar
        .locks()
        .forEach((month, balances) ->
            require(
                balances.equals(balances(month.atEndOfMonth(), Optional.empty())),
                "the balances of " + month + ", which is locked, changed"));
    calendar
        .activities()
        .forEach((month, activity) ->
            require(activity.equals(activity(month)), "what counts in " + month + " changed"));
  }

  /** What counts in a month, by account. */
  private String activity(YearMonth month) {
    var ledger = machine.sound().stores().ledger(BOOK);
    SortedMap<String, Long> sums = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      if (YearMonth.from(day).equals(month)) {
        ledger.day(day, Optional.empty()).stream()
            .flatMap(step -> step.entry().orElseThrow().legs().stream())
            .forEach(leg -> sums.merge(leg.account().toString(), leg.minor(), Math::addExact));
      }
    }
    return sums.toString();
  }

  void require(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add("at " + hand.instant() + ": " + otherwise);
    }
  }
}
