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
import java.util.Optional;
import java.util.stream.Stream;

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
    long overdue = expected == Expected.EXPLAINED ? 0 : overdueMinor(meeting);
    if (meeting.ownDebt()) {
      // A customer may owe for as long as the merchant lets him; what he is owed is due, and stays
      // where it stands.
      if (overdue != 0 && meeting.item().account().number() == Meetings.REFUNDS) {
        found.wrong(discrepancy(meeting, overdue));
      }
    } else {
      reconcile(meeting, overdue);
    }
  }

  private void reconcile(Meeting meeting, long unclaimed) {
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
    return since.plusDays(rules.policy().claims().waitingDays());
  }

  private void tell(Meeting meeting, long minor) {
    Optional<Unclaimed> standing = standing(meeting);
    if (standing.map(Unclaimed::minor).orElse(0L) == minor) {
      return;
    }
    OpenItem item = meeting.item();
    Origin origin =
        standing.map(Unclaimed::origin).orElseGet(() -> first(meeting).subject().origin());
    Optional<Unclaimed> before = newest(meeting, origin);
    found.tell(
        new Unclaimed(
            origin,
            item.account().toString(),
            item.reference(),
            before.map(Unclaimed::version).orElse(0L) + 1,
            item.currency(),
            minor,
            day(meeting, minor, standing)));
  }

  /** When it moves: once it waited too long, or with what changed it after that; never before it moved last. */
  private LocalDate day(Meeting meeting, long minor, Optional<Unclaimed> standing) {
    LocalDate day = standing.isPresent() ? meeting.lastDay() : LocalDate.MIN;
    if (minor != 0) {
      day = later(day, due(meeting.openSince().orElseThrow()).plusDays(1));
    }
    return later(day, standing.map(Unclaimed::day).orElse(LocalDate.MIN));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** What stands in 2900 by what was told before: under the origin of whose money it was then. */
  private Optional<Unclaimed> standing(Meeting meeting) {
    return Stream.concat(meeting.of(Kind.UNCLAIMED).stream(), meeting.since().stream())
        .map(part -> part.subject().origin())
        .distinct()
        .flatMap(origin -> newest(meeting, origin).stream())
        .filter(told -> told.minor() != 0)
        .findFirst();
  }

  private Optional<Unclaimed> newest(Meeting meeting, Origin origin) {
    OpenItem item = meeting.item();
    Unclaimed probe =
        new Unclaimed(
            origin,
            item.account().toString(),
            item.reference(),
            1,
            item.currency(),
            0,
            LocalDate.EPOCH);
    return Logs.newest(
        ledger.read(new SubjectId(Kind.UNCLAIMED, origin, probe.key().id())), Unclaimed.class);
  }

  private static OpenItem.Part first(Meeting meeting) {
    return meeting.since().orElseGet(() -> meeting.between().getFirst());
  }

  private static Discrepancy discrepancy(Meeting meeting, long minor) {
    boolean payment = meeting.item().account().number() == Meetings.PAYMENTS;
    OpenItem.Part first = first(meeting);
    String open =
        new Money(Math.absExact(minor), meeting.item().currency()).words()
            + " under "
            + meeting.item().reference();
    String since = meeting.openSince().orElse(first.day()) + "; it stands open on account ";
    String reason =
        payment
            ? (minor < 0
                ? open + " was received, and no order claims it, since "
                : "an order counts " + open + " as paid, and no money was received, since ")
            : (minor > 0
                ? open + " was paid back, and no refund was granted for it, since "
                : "a refund of " + open + " was granted, and no money was paid back, since ");
    return new Discrepancy(
        payment ? Discrepancy.Kind.PAYMENT_UNCLAIMED : Discrepancy.Kind.REFUND_UNCLAIMED,
        first.subject().toString(),
        Math.absExact(minor),
        Optional.of(meeting.item().currency()),
        reason + since + meeting.item().account());
  }
}
