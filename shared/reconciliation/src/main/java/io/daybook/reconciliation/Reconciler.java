package io.daybook.reconciliation;

import io.daybook.events.PayoutValue;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.reconciliation.Exceptions.By;
import io.daybook.reconciliation.UnclaimedMoney.Expected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Reconciles a book: payouts with the bank, bank statements with account 1000, orders with payments and refunds, lost
 * disputes with orders. One run at a time. It writes claims, the exceptions list, the open items and its own place, and
 * posts nothing: what it finds is returned as facts, for the inbox.
 *
 * <p>A run that dies anywhere is repaired by the next: until the ledger knows a fact it is told again, word for word.
 */
public final class Reconciler {
  /** The lease's name. */
  public static final String LEASE = "reconcile";

  private static final int MAX_WRITES = 90;

  private final LedgerStore ledger;
  private final StateStore state;
  private final Balances balances;
  private final Clock clock;
  private final Duration longest;

  /**
   * Reconciles a book.
   *
   * @param ledger of the book
   * @param state of the same book
   * @param balances of the same ledger
   * @param clock the time
   * @param longest how long a run may take without claiming anything; then another may take over
   */
  public Reconciler(
      LedgerStore ledger, StateStore state, Balances balances, Clock clock, Duration longest) {
    this.ledger = ledger;
    this.state = state;
    this.balances = balances;
    this.clock = clock;
    this.longest = longest;
  }

  /**
   * One run.
   *
   * @param rules of the book as they are now
   * @param holder names this run, unlike any other
   */
  public Reconciled run(Rules rules, String holder) {
    Optional<Lease> lease = Lease.take(state, LEASE, holder, longest, clock);
    if (lease.isEmpty()) {
      return Lease.holder(state, LEASE, clock)
          .<Reconciled>map(held -> new Reconciled.Busy(held.holder(), held.until()))
          .orElseGet(Reconciled.Overtaken::new);
    }
    try {
      return new Reconciled.Done(reconcile(rules, lease.get()));
    } catch (LeaseLost lost) {
      return new Reconciled.Overtaken();
    } finally {
      lease.get().release();
    }
  }

  private Findings reconcile(Rules rules, Lease lease) {
    Instant now = clock.instant();
    LocalDate today = rules.day(now);
    Map<SubjectId, Item> open = new TreeMap<>(SubjectIds.ORDER);
    state
        .list(StateStore.Kind.OPEN_ITEM)
        .forEach(item -> open.put(SubjectId.parse(item.id()), item));
    Findings.Collector found = new Findings.Collector();
    List<Write> places = new ArrayList<>();

    Meetings meetings = Meetings.walk(ledger, state);
    new Bank(ledger, state, rules, new Claims(state, lease), now, found)
        .reconcile(open.keySet(), meetings.openTransits());
    places.addAll(
        new BankStatements(ledger, state, balances, rules, found).reconcile(open.keySet()));
    meet(meetings, rules, today, found);
    Set<SubjectId> valued = values(open.keySet(), rules, today, found);
    places.addAll(new Disputes(ledger, state, rules, now, found).reconcile(open.keySet()));
    meetings.next(now, today).ifPresent(places::add);

    Exceptions exceptions = new Exceptions(state);
    SortedSet<SubjectId> waiting = exceptions.subjects(Discrepancy.Kind.COST_UNKNOWN);
    waiting.addAll(exceptions.subjects(Discrepancy.Kind.RATE_UNKNOWN));
    // The policy that lets late facts wait may have ended with its day.
    waiting.addAll(exceptions.subjects(Discrepancy.Kind.LATE_FACT));
    Findings findings = found.findings(waiting);
    write(lease, places);
    exceptions.replaceAll(By.RECONCILE, findings.discrepancies());
    for (SubjectId settled : findings.settled()) {
      if (valued.contains(settled)) {
        continue;
      }
      // A version that moved on means that posting learnt more: the next run looks at it again.
      Optional.ofNullable(open.get(settled))
          .ifPresent(item -> state.delete(StateStore.Kind.OPEN_ITEM, item.id(), item.version()));
    }
    return findings;
  }

  private void meet(Meetings meetings, Rules rules, LocalDate today, Findings.Collector found) {
    List<Meeting> payments = meetings.on(Meetings.PAYMENTS);
    Settlements settlements = new Settlements(ledger, rules.currency(), payments, found);
    settlements.reconcile();
    UnclaimedMoney unclaimed = new UnclaimedMoney(ledger, rules, today, found);
    for (Meeting payment : payments) {
      unclaimed.reconcile(
          payment, settlements.met(payment) ? Expected.EXPLAINED : Expected.WAITING);
    }
    List<Meeting> refunds = meetings.on(Meetings.REFUNDS);
    // One that bounced has more than one movement: nothing was settled by them.
    Settlements rates =
        new Settlements(
            ledger,
            rules.currency(),
            refunds.stream().filter(refund -> refund.of(Kind.TRANSACTION).size() <= 1).toList(),
            found);
    rates.reconcile();
    for (Meeting refund : refunds) {
      unclaimed.reconcile(refund, rates.met(refund) ? Expected.EXPLAINED : Expected.WAITING);
    }
    ExchangeDifferences exchanges = new ExchangeDifferences(ledger, found);
    exchanges.reconcile(payments);
    exchanges.reconcile(refunds);
    exchanges.reconcile(meetings.on(Meetings.DISPUTES));
    exchanges.reconcile(meetings.on(Meetings.TRANSIT));
  }

  /** Payouts out of foreign balances: those that wait for their value stay open. */
  private Set<SubjectId> values(
      Collection<SubjectId> open, Rules rules, LocalDate today, Findings.Collector found) {
    PayoutValues values = new PayoutValues(ledger, rules);
    Set<SubjectId> waiting = new HashSet<>();
    for (SubjectId subject : open) {
      if (subject.kind() == Kind.PAYOUT) {
        Optional<PayoutValue> news = values.news(subject);
        news.ifPresent(found::tell);
        if (news.isPresent() || values.waits(subject, today)) {
          waiting.add(subject);
        }
      }
    }
    return waiting;
  }

  private static void write(Lease lease, List<Write> places) {
    for (int from = 0; from < places.size() || from == 0; from += MAX_WRITES) {
      if (!lease.write(places.subList(from, Math.min(places.size(), from + MAX_WRITES)))) {
        throw new LeaseLost();
      }
    }
  }
}
