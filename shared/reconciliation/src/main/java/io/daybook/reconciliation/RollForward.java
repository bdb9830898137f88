package io.daybook.reconciliation;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Movement;
import io.daybook.events.Payout;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.reconciliation.PayoutStatement.Totals;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What moved a clearing account on the days of a payout's statement. */
final class RollForward {
  /**
   * A subject that moved the account.
   *
   * @param minor by how much, debit positive
   * @param transaction the processor's line, if it is one
   */
  record Moved(long minor, Optional<BalanceTransaction> transaction) {
    /** Whether the books have exactly what the processor's line says on these days, so that its parts may be shown. */
    boolean whole() {
      return transaction.isPresent() && transaction.get().netMinor() == minor;
    }
  }

  private final LedgerStore ledger;
  private final AccountCode clearing;
  private final Payout payout;
  private final Map<SubjectId, Long> moved = new TreeMap<>(SubjectIds.ORDER);
  private long takenOverMinor;

  RollForward(LedgerStore ledger, AccountCode clearing, Payout payout) {
    this.ledger = ledger;
    this.clearing = clearing;
    this.payout = payout;
  }

  /** Reads the days. */
  void read(LocalDate from, LocalDate to) {
    for (LocalDate day : ledger.days().subSet(from, to.plusDays(1))) {
      for (Step step : ledger.day(day, Optional.empty())) {
        if (!Departure.is(step, payout)) {
          step.entry().ifPresent(entry -> add(step.subject(), entry));
        }
      }
    }
  }

  /** Opening balances that were taken over on these days. */
  long takenOverMinor() {
    return takenOverMinor;
  }

  /** Every other subject that moved the account, without this payout's own leaving. */
  Map<SubjectId, Moved> moved() {
    Map<SubjectId, Moved> all = new TreeMap<>(SubjectIds.ORDER);
    moved.forEach((subject, minor) ->
        all.put(
            subject,
            new Moved(
                minor, Logs.facts(ledger.read(subject), BalanceTransaction.class).findFirst())));
    return all;
  }

  /** What they add up to, by kind. */
  static Totals totals(Map<SubjectId, Moved> moved) {
    Totalling totals = new Totalling();
    for (Moved one : moved.values()) {
      if (one.whole()) {
        BalanceTransaction line = one.transaction().orElseThrow();
        totals.add(
            line.movement(),
            line.amountMinor(),
            Math.subtractExact(line.netMinor(), line.amountMinor()));
      } else {
        totals.add(Movement.UNKNOWN, one.minor(), 0);
      }
    }
    return totals.totals();
  }

  private void add(SubjectId subject, Entry entry) {
    long minor = 0;
    for (Leg leg : entry.legs()) {
      if (leg.account().equals(clearing) && leg.currency().equals(payout.balanceCurrency())) {
        minor = Math.addExact(minor, leg.minor());
      }
    }
    if (minor == 0) {
      return;
    }
    if (subject.kind() == Kind.OPENING) {
      takenOverMinor = Math.addExact(takenOverMinor, minor);
    } else {
      moved.merge(subject, minor, Math::addExact);
    }
  }
}
