package io.daybook.reconciliation;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLine;
import io.daybook.events.Movement;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest.Item;
import io.daybook.events.TransactionId;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.reconciliation.PayoutStatement.Arrival;
import io.daybook.reconciliation.PayoutStatement.Line;
import io.daybook.reconciliation.PayoutStatement.Membership;
import io.daybook.reconciliation.PayoutStatement.Status;
import io.daybook.reconciliation.PayoutStatement.Totals;
import io.daybook.reconciliation.RollForward.Moved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the statements of a book's payouts from its logs. The same facts give the same statements, in whatever order
 * they came. A payout made before its processor's cut-over is context and has none.
 */
public final class PayoutStatements {
  /** A payout of the book: its log, what it is, and the day it left (or was made). */
  public record Listed(SubjectId subject, Payout payout, LocalDate issuedOn) {}

  private static final Comparator<Listed> ORDER =
      Comparator.comparing((Listed listed) -> listed.payout().issuedAt())
          .thenComparing(listed -> listed.payout().id().value())
          .thenComparing(listed -> listed.subject().toString());

  private static final Comparator<Line> LINES =
      Comparator.comparing((Line line) -> line.at().orElse(Instant.MAX))
          .thenComparing(line -> line.id().value());

  private final LedgerStore ledger;
  private final StateStore state;
  private final Balances balances;
  private final Rules rules;

  /** Statements of a book, all four of the same one. */
  public PayoutStatements(LedgerStore ledger, StateStore state, Balances balances, Rules rules) {
    this.ledger = ledger;
    this.state = state;
    this.balances = balances;
    this.rules = rules;
  }

  /** The payouts that have a statement, by when they were made and id. */
  public List<Listed> list() {
    List<Listed> listed = new ArrayList<>();
    for (StateStore.Item item : state.list(StateStore.Kind.PAYOUT)) {
      listed(SubjectId.parse(item.id())).ifPresent(listed::add);
    }
    return listed.stream().sorted(ORDER).toList();
  }

  /**
   * A payout without its lines and its roll forward: what a list shows.
   *
   * @param subject whose log
   * @param payout as it stands
   * @param madeOn the day it was made, in the book's zone; the statement has the day it left
   * @param status what is proven so far
   * @param differenceMinor as on its statement
   * @param arrivedOn the day it arrived at the bank, if a bank line proves it
   */
  public record InShort(
      SubjectId subject,
      Payout payout,
      LocalDate madeOn,
      Status status,
      long differenceMinor,
      Optional<LocalDate> arrivedOn) {}

  /** A payout in short, if it is known and has a statement. Reads its own log and its bank line's, and no day's entries. */
  public Optional<InShort> inShort(SubjectId subject) {
    List<Step> log = ledger.read(subject);
    return Logs.payout(log)
        .filter(payout -> !beforeCutOver(payout))
        .map(payout -> {
          Optional<List<Item>> manifest = Logs.manifest(log);
          long difference =
              Math.subtractExact(
                  payout.balanceMinor(), proof(manifest.orElse(List.of())).totalMinor());
          Optional<Arrival> arrival = arrival(subject, payout);
          return new InShort(
              subject,
              payout,
              rules.day(payout.issuedAt()),
              status(payout, manifest.isPresent(), difference, arrival),
              difference,
              arrival.map(Arrival::bookedOn));
        });
  }

  /** All statements, in the order of {@link #list}. */
  public List<PayoutStatement> all() {
    List<Listed> listed = list();
    return listed.stream().map(one -> statement(one, listed)).toList();
  }

  /** A payout's statement, if it is known and has one. */
  public Optional<PayoutStatement> statement(SubjectId payout) {
    List<Listed> listed = list();
    return listed.stream()
        .filter(one -> one.subject().equals(payout))
        .findFirst()
        .map(one -> statement(one, listed));
  }

  private Optional<Listed> listed(SubjectId subject) {
    Optional<Payout> payout = Logs.payout(ledger.read(subject));
    return payout
        .filter(known -> !beforeCutOver(known))
        .map(known -> new Listed(subject, known, Departure.day(ledger, rules, known)));
  }

  private boolean beforeCutOver(Payout payout) {
    Optional<LocalDate> first = rules.firstDay(payout.origin());
    return first.isPresent() && rules.day(payout.issuedAt()).isBefore(first.get());
  }

  private PayoutStatement statement(Listed one, List<Listed> all) {
    Payout payout = one.payout();
    AccountCode clearing = rules.clearing(payout.origin());
    LocalDate from = from(one, all);
    RollForward roll = new RollForward(ledger, clearing, payout);
    roll.read(from, one.issuedOn());
    Map<SubjectId, Moved> moved = roll.moved();
    List<Step> log = ledger.read(one.subject());
    Optional<List<Item>> manifest = Logs.manifest(log);
    Totals proof = proof(manifest.orElse(List.of()));
    long difference = Math.subtractExact(payout.balanceMinor(), proof.totalMinor());
    Optional<Arrival> arrival = arrival(one.subject(), payout);
    long before = balances.minor(clearing, payout.balanceCurrency(), from.minusDays(1));
    return new PayoutStatement(
        ledger.book(),
        rules.zone(),
        payout.origin(),
        clearing,
        payout.id(),
        status(payout, manifest.isPresent(), difference, arrival),
        payout.balanceCurrency(),
        one.issuedOn(),
        payout.balanceMinor(),
        from,
        Math.addExact(before, roll.takenOverMinor()),
        RollForward.totals(moved),
        balances.minor(clearing, payout.balanceCurrency(), one.issuedOn()),
        proof,
        difference,
        arrival,
        lines(payout, manifest, moved),
        manifest.flatMap(list -> Logs.reported(log, list)));
  }

  /** The day after the payout before; payouts of one day share their roll forward. */
  private LocalDate from(Listed one, List<Listed> all) {
    Optional<LocalDate> before =
        all.stream()
            .filter(other -> other.payout().origin().equals(one.payout().origin()))
            .filter(
                other -> other.payout().balanceCurrency().equals(one.payout().balanceCurrency()))
            .filter(other -> left(other.payout()) && other.issuedOn().isBefore(one.issuedOn()))
            .map(Listed::issuedOn)
            .max(Comparator.naturalOrder());
    return before
        .map(day -> day.plusDays(1))
        .or(() -> rules.firstDay(one.payout().origin()))
        .or(() -> ledger.days().stream().findFirst())
        .filter(day -> !day.isAfter(one.issuedOn()))
        .orElse(one.issuedOn());
  }

  private static boolean left(Payout payout) {
    return switch (payout.status()) {
      case IN_TRANSIT, PAID, FAILED -> true;
      case PENDING, CANCELLED -> false;
    };
  }

  private static Totals proof(List<Item> items) {
    Totalling totals = new Totalling();
    for (Item item : items) {
      totals.add(
          item.movement(),
          item.amountMinor(),
          Math.subtractExact(item.netMinor(), item.amountMinor()));
    }
    return totals.totals();
  }

  private static Status status(
      Payout payout, boolean attributed, long difference, Optional<Arrival> arrival) {
    return switch (payout.status()) {
      case FAILED, CANCELLED -> Status.FAILED;
      case PENDING -> Status.PENDING;
      case IN_TRANSIT, PAID -> {
        if (!attributed) {
          yield Status.UNATTRIBUTED;
        }
        if (difference != 0) {
          yield Status.DIFFERENCE;
        }
        yield arrival.isPresent() || payout.amountMinor() == 0
            ? Status.RECONCILED
            : Status.IN_TRANSIT;
      }
    };
  }

  /** A claim alone is a run's intention; the line's own log says that the match is posted. */
  private Optional<Arrival> arrival(SubjectId subject, Payout payout) {
    return Claims.of(state, AwaitedPayout.arrival(subject))
        .map(claim -> ledger.read(SubjectId.parse(claim.with())))
        .filter(log -> Logs.match(log).isPresent())
        .flatMap(Logs::line)
        .map(line -> arrival(line, payout));
  }

  private static Arrival arrival(BankLine line, Payout payout) {
    Money booked = new Money(line.amountMinor(), line.currency());
    // What a bank books in another currency than was sent has no difference, but exchange.
    long difference =
        line.currency().equals(payout.currency())
            ? Math.subtractExact(line.amountMinor(), payout.amountMinor())
            : 0;
    return line.currency().equals(payout.balanceCurrency())
        ? new Arrival(line.id(), line.bookedOn(), line.amountMinor(), difference)
        : new Arrival(
            line.id(), line.bookedOn(), payout.balanceMinor(), difference, Optional.of(booked));
  }

  private List<Line> lines(
      Payout payout, Optional<List<Item>> manifest, Map<SubjectId, Moved> moved) {
    Map<SubjectId, Line> lines = new TreeMap<>(SubjectIds.ORDER);
    moved.forEach((subject, one) ->
        lines.put(subject, moved(subject, one, membership(payout, manifest, one))));
    for (Item item : manifest.orElse(List.of())) {
      SubjectId subject = new SubjectId(Kind.TRANSACTION, payout.origin(), item.id().value());
      lines.put(subject, paidOut(subject, item));
    }
    return lines.values().stream().sorted(LINES).toList();
  }

  private Line paidOut(SubjectId subject, Item item) {
    List<Step> log = ledger.read(subject);
    Optional<BalanceTransaction> told = Logs.facts(log, BalanceTransaction.class).findFirst();
    return new Line(
        item.id(),
        told.map(BalanceTransaction::at),
        day(log),
        item.movement(),
        told.flatMap(BalanceTransaction::reference),
        item.amountMinor(),
        Math.subtractExact(item.netMinor(), item.amountMinor()),
        item.netMinor(),
        Membership.THIS_PAYOUT,
        occasions(log));
  }

  private Line moved(SubjectId subject, Moved moved, Membership membership) {
    List<Step> log = ledger.read(subject);
    Optional<BalanceTransaction> whole = moved.transaction().filter(line -> moved.whole());
    long amount = whole.map(BalanceTransaction::amountMinor).orElse(moved.minor());
    return new Line(
        new TransactionId(subject.id()),
        moved.transaction().map(BalanceTransaction::at).or(() -> happenedAt(log)),
        day(log),
        moved.transaction().map(BalanceTransaction::movement).orElse(Movement.UNKNOWN),
        moved.transaction().flatMap(BalanceTransaction::reference),
        amount,
        Math.subtractExact(moved.minor(), amount),
        moved.minor(),
        membership,
        occasions(log));
  }

  /** Without a list, the transaction's own word on its payout is all there is. */
  private static Membership membership(Payout payout, Optional<List<Item>> manifest, Moved moved) {
    boolean assigned =
        moved.transaction().flatMap(BalanceTransaction::payout).equals(Optional.of(payout.id()));
    return assigned && manifest.isEmpty() ? Membership.THIS_PAYOUT : Membership.NOT_IN_THIS_PAYOUT;
  }

  private static Optional<LocalDate> day(List<Step> log) {
    return log.stream()
        .flatMap(step -> step.entry().stream())
        .map(Entry::day)
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> happenedAt(List<Step> log) {
    return log.stream()
        .flatMap(step -> step.entry().stream())
        .map(Entry::happenedAt)
        .min(Comparator.naturalOrder());
  }

  private static List<String> occasions(List<Step> log) {
    return log.stream()
        .flatMap(step -> step.entry().stream())
        .map(Entry::occasion)
        .distinct()
        .sorted()
        .toList();
  }
}
