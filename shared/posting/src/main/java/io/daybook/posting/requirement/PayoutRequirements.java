package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Payout;
import io.daybook.events.PayoutValue;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.List;
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
        .ifPresent(payout -> {
          left(payout, Manifest.in(facts), rules, required);
          facts.one(PayoutValue.class).ifPresent(value -> carried(value, rules, required));
          ReportedLines.compare(payout, facts, required);
        });
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
    if (manifest.isEmpty()) {
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
    Optional<Money> inBalance = inBalance(payout, manifest.currency());
    if (inBalance.isEmpty()) {
      String reason =
          "payout "
              + payout.id()
              + " is "
              + new Money(payout.amountMinor(), payout.currency()).words()
              + ", its transactions are in "
              + manifest.currency()
              + ", and what it took of them is not known yet";
      required.report(
          payout.issuedAt(),
          Discrepancy.Kind.PAYOUT_UNATTRIBUTED,
          payout.amountMinor(),
          payout.currency(),
          reason);
    } else {
      tie(payout, inBalance.get(), manifest, rules, required);
    }
  }

  /** What it took of the balance, in the balance's currency. */
  private static Optional<Money> inBalance(Payout payout, CurrencyCode balance) {
    return payout.currency().equals(balance)
        ? Optional.of(new Money(payout.amountMinor(), balance))
        : payout
            .taken()
            .filter(taken -> taken.currency().equals(balance))
            .map(taken -> new Money(taken.minor(), balance));
  }

  /** The clearing account gives away what it was brought (rule A6); the rest is realised where the payout arrives. */
  private static void carried(PayoutValue value, Rules rules, RequiredBuilder required) {
    long rest = Math.subtractExact(value.carriedMinor(), value.leftMinor());
    if (rest != 0) {
      Reference reference = new Reference(value.payout().value());
      required.require(
          "payout-value/" + value.payout(),
          "Payout " + value.payout() + " leaves at the value of its transactions",
          value.day(),
          List.of(
              new Leg(
                  Accounts.PAYOUTS_IN_TRANSIT, value.currency(), 0, rest, Optional.of(reference)),
              new Leg(
                  rules.clearing(value.origin()),
                  value.currency(),
                  0,
                  Math.negateExact(rest),
                  Optional.empty())));
    }
  }

  private static void tie(
      Payout payout, Money taken, Manifest manifest, Rules rules, RequiredBuilder required) {
    long listed = manifest.netMinor();
    long difference = Math.subtractExact(taken.minor(), listed);
    if (difference == 0) {
      return;
    }
    String reason =
        "payout "
            + payout.id()
            + " is "
            + taken.words()
            + (manifest.items().size() == 1
                ? ", its 1 transaction sums to "
                : ", its " + manifest.items().size() + " transactions sum to ")
            + new Money(listed, taken.currency()).words()
            + ", difference "
            + new Money(difference, taken.currency()).words();
    required.report(
        payout.issuedAt(),
        Discrepancy.Kind.PAYOUT_DOES_NOT_TIE,
        difference,
        taken.currency(),
        reason);
    Reference reference = new Reference(payout.id().value());
    Legs legs =
        new Legs(taken.currency())
            .debit(rules.clearing(payout.origin()), difference)
            .credit(Accounts.SUSPENSE, reference, difference);
    required.require(
        "payout-difference/" + payout.id(),
        "Payout " + payout.id() + " does not tie to its transactions",
        payout.issuedAt(),
        legs);
  }
}
