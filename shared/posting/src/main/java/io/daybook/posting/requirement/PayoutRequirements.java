package io.daybook.posting.requirement;

import io.daybook.events.Payout;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.Optional;

/**
 * What a payout requires beyond its own balance transaction: nothing if it is the sum of what it lists; else the exact
 * difference to 2900, so that the clearing account stays the processor's balance, and a discrepancy. Never plugged
 * ({@code FAILURES.md} 9).
 */
public final class PayoutRequirements {
  private PayoutRequirements() {}

  /** Requires the difference of a payout that does not tie. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(Payout.class)
        .filter(PayoutRequirements::hasLeft)
        .ifPresent(payout -> left(payout, Manifest.in(facts), rules, required));
    return required.done();
  }

  /** One that failed later had left all the same; its coming back is a transaction of its own (case 44). */
  private static boolean hasLeft(Payout payout) {
    return switch (payout.status()) {
      case IN_TRANSIT, PAID, FAILED -> true;
      case PENDING, CANCELLED -> false;
    };
  }

  private static void left(
      Payout payout, Optional<Manifest> manifest, Rules rules, RequiredBuilder required) {
    if (!payout.currency().equals(rules.currency())) {
      required.reportNoRate(
          payout.issuedAt(), payout.amountMinor(), payout.currency(), "payout " + payout.id());
    } else if (manifest.isEmpty()) {
      String reason = "which transactions payout " + payout.id() + " consists of is not known yet";
      required.report(
          payout.issuedAt(),
          Discrepancy.Kind.PAYOUT_UNATTRIBUTED,
          payout.amountMinor(),
          payout.currency(),
          reason);
    } else {
      tie(payout, manifest.get(), rules, required);
    }
  }

  private static void tie(Payout payout, Manifest manifest, Rules rules, RequiredBuilder required) {
    long listed = manifest.netMinor();
    long difference = Math.subtractExact(payout.amountMinor(), listed);
    if (difference == 0) {
      return;
    }
    String reason =
        "payout "
            + payout.id()
            + " is "
            + new Money(payout.amountMinor(), payout.currency())
            + ", its "
            + manifest.items().size()
            + " transactions sum to "
            + new Money(listed, payout.currency())
            + ", difference "
            + new Money(difference, payout.currency());
    required.report(
        payout.issuedAt(),
        Discrepancy.Kind.PAYOUT_DOES_NOT_TIE,
        difference,
        payout.currency(),
        reason);
    Reference reference = new Reference(payout.id().value());
    Legs legs =
        new Legs(payout.currency())
            .debit(rules.clearing(payout.origin()), difference)
            .credit(Accounts.SUSPENSE, reference, difference);
    required.require(
        "payout-difference/" + payout.id(),
        "Payout " + payout.id() + " does not tie to its transactions",
        payout.issuedAt(),
        legs);
  }
}
