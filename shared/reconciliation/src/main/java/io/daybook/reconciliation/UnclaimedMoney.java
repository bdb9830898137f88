package io.daybook.reconciliation;

import io.daybook.events.Origin;
import io.daybook.events.Unclaimed;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.OpenItem;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Money that nobody claimed (case 55): what stands open on 1100 or 2230 longer than the book waits moves to 2900, and
 * back once it is claimed. Told only when the amount changes. The day it moves is the first on which it had waited too
 * long, and the day it moves back that of the claim: both follow from the facts and not from when somebody looked.
 */
final class UnclaimedMoney {
  private final LedgerStore ledger;
  private final Rules rules;
  private final LocalDate today;
  private final Findings.Collector found;

  UnclaimedMoney(LedgerStore ledger, Rules rules, LocalDate today, Findings.Collector found) {
    this.ledger = ledger;
    this.rules = rules;
    this.today = today;
    this.found = found;
  }

  /**
   * Looks at one reference.
   *
   * @param expected whether what is open is for somebody else to explain, so that nothing counts as unclaimed
   */
  void reconcile(Meeting meeting, Expected expected) {
    long unclaimed = expected == Expected.EXPLAINED ? 0 : overdueMinor(meeting);
    if (unclaimed != 0) {
      found.wrong(discrepancy(meeting, unclaimed));
    }
    if (unclaimed != 0 || meeting.moved()) {
      tell(meeting, unclaimed);
    }
  }

  /** Who explains what is open. */
  enum Expected {
    /** Nobody: it waits for its other side. */
    WAITING,
    /** Both sides are there; a settlement explains their difference. */
    EXPLAINED
  }

  private long overdueMinor(Meeting meeting) {
    Optional<LocalDate> due = meeting.openSince().map(this::due);
    return due.isPresent() && due.get().isBefore(today) ? meeting.openMinor() : 0;
  }

  private LocalDate due(LocalDate since) {
    return since.plusDays(rules.policy().waitingDays());
  }

  private void tell(Meeting meeting, long minor) {
    Optional<Unclaimed> before = told(meeting);
    if (before.map(Unclaimed::minor).orElse(0L) == minor) {
      return;
    }
    OpenItem item = meeting.item();
    LocalDate since = meeting.openSince().map(day -> due(day).plusDays(1)).orElse(LocalDate.MIN);
    LocalDate changed = minor == 0 || before.isPresent() ? latest(meeting.lastDay(), since, minor) : since;
    LocalDate day = before.map(Unclaimed::day).filter(told -> told.isAfter(changed)).orElse(changed);
    found.tell(
        new Unclaimed(
            before.map(Unclaimed::origin).orElseGet(() -> origins(meeting).getFirst()),
            item.account().toString(),
            item.reference(),
            before.map(Unclaimed::version).orElse(0L) + 1,
            item.currency(),
            minor,
            day));
  }

  private static LocalDate latest(LocalDate last, LocalDate since, long minor) {
    return minor != 0 && since.isAfter(last) ? since : last;
  }

  /** What was told of it before: under the origin of whoever had posted first by then. */
  private Optional<Unclaimed> told(Meeting meeting) {
    OpenItem item = meeting.item();
    return origins(meeting).stream()
        .map(
            origin ->
                new Unclaimed(
                    origin, item.account().toString(), item.reference(), 1, item.currency(), 0, LocalDate.EPOCH))
        .map(probe -> new SubjectId(Kind.UNCLAIMED, probe.origin(), probe.key().id()))
        .flatMap(subject -> Logs.newest(ledger.read(subject), Unclaimed.class).stream())
        .findFirst();
  }

  private static List<Origin> origins(Meeting meeting) {
    List<Origin> moved = meeting.of(Kind.UNCLAIMED).stream().map(part -> part.subject().origin()).distinct().toList();
    return moved.isEmpty()
        ? meeting.between().stream().map(part -> part.subject().origin()).distinct().toList()
        : moved;
  }

  private static Discrepancy discrepancy(Meeting meeting, long minor) {
    boolean payment = meeting.item().account().number() == Meetings.PAYMENTS;
    OpenItem.Part first = meeting.between().getFirst();
    String what =
        payment
            ? (minor < 0 ? "money came in and no order claims it" : "an order was paid and no money came in")
            : (minor > 0 ? "money went back and no refund was granted" : "a refund was granted and no money went back");
    return new Discrepancy(
        payment ? Discrepancy.Kind.PAYMENT_UNCLAIMED : Discrepancy.Kind.REFUND_UNCLAIMED,
        first.subject().toString(),
        minor,
        Optional.of(meeting.item().currency()),
        what + ": " + new Money(minor, meeting.item().currency()) + " stands open under "
            + meeting.item().reference() + " on account " + meeting.item().account() + " since "
            + meeting.openSince().orElse(first.day()));
  }
}
