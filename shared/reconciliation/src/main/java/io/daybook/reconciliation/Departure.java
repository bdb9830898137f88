package io.daybook.reconciliation;

import io.daybook.events.Payout;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId.Kind;
import java.time.LocalDate;
import java.util.Optional;

/** When a payout left the processor's balance, as the ledger has it: a transaction that moved it to 1005 (case 42). */
final class Departure {
  /** The processor's own date of a payout may be this many days after its transaction. */
  private static final int EARLIEST_DAYS = 7;

  /** And this many before. */
  private static final int LATEST_DAYS = 7;

  private Departure() {}

  /** Whether a step posted it. Its coming back (case 44) runs the other way. */
  static boolean is(Step step, Payout payout) {
    return step.subject().kind() == Kind.TRANSACTION
        && Long.signum(toTransit(step, payout)) == sign(payout);
  }

  /** The day on which it left, or else on which the processor made it. */
  static LocalDate day(LedgerStore ledger, Rules rules, Payout payout) {
    return of(ledger, rules, payout)
        .map(step -> step.entry().orElseThrow().day())
        .orElseGet(() -> rules.day(payout.issuedAt()));
  }

  /** The step that posted it, if there is one. */
  static Optional<Step> of(LedgerStore ledger, Rules rules, Payout payout) {
    LocalDate issued = rules.day(payout.issuedAt());
    LocalDate from = issued.minusDays(EARLIEST_DAYS);
    for (LocalDate day : ledger.days().subSet(from, issued.plusDays(LATEST_DAYS + 1L))) {
      Optional<Step> left =
          ledger.day(day, Optional.empty()).stream().filter(step -> is(step, payout)).findFirst();
      if (left.isPresent()) {
        return left;
      }
    }
    return Optional.empty();
  }

  private static int sign(Payout payout) {
    return payout.amountMinor() == 0 ? 2 : Long.signum(payout.amountMinor());
  }

  private static long toTransit(Step step, Payout payout) {
    return step.entry().stream()
        .flatMap(entry -> entry.legs().stream())
        .filter(leg ->
            leg.account().number() == Meetings.TRANSIT
                && leg.currency().equals(payout.balanceCurrency()))
        .filter(
            leg -> leg.reference().filter(to -> to.value().equals(payout.id().value())).isPresent())
        .mapToLong(Leg::minor)
        .reduce(0, Math::addExact);
  }
}
