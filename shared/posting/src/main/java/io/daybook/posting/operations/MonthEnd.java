package io.daybook.posting.operations;

import io.daybook.events.Accrual;
import io.daybook.events.CardBreakage;
import io.daybook.events.EnteredLeg;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Occasion;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What month ends require: estimates that reverse themselves (rule A16), and breakage (case 15). */
public final class MonthEnd {
  private MonthEnd() {}

  /** An estimate counts on the last day of its month and is reversed on the first day of the next. */
  public static Required accrual(SubjectId subject, Facts facts, Rules rules) {
    return facts
        .one(Accrual.class)
        .map(accrual ->
            accrual.legs().isEmpty()
                ? Required.nothing()
                : new Required(
                    List.of(
                        occasion(accrual, "accrual", accrual.period().atEndOfMonth(), 1, rules),
                        occasion(
                            accrual,
                            "accrual/reversed",
                            accrual.period().plusMonths(1).atDay(1),
                            -1,
                            rules)),
                    List.of(),
                    Optional.empty()))
        .orElse(Required.nothing());
  }

  private static Occasion occasion(
      Accrual accrual, String name, LocalDate day, int sign, Rules rules) {
    return new Occasion(
        name,
        (sign < 0 ? "Reversal of " : "") + accrual.id() + " " + accrual.period(),
        day.atStartOfDay(rules.zone()).toInstant(),
        day,
        accrual.legs().stream().map(leg -> leg(leg, sign)).toList(),
        Occasion.Values.TOLD);
  }

  private static Leg leg(EnteredLeg leg, int sign) {
    return new Leg(
        AccountCode.parse(leg.account()),
        leg.currency(),
        Math.multiplyExact(leg.minor(), sign),
        Math.multiplyExact(leg.valueMinor(), sign),
        leg.reference());
  }

  /** What lapses becomes income, or stays owed: to the state (case 15). */
  public static Required breakage(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(CardBreakage.class)
        .ifPresent(lapsed ->
            required.require(
                "breakage/" + lapsed.id(),
                "Breakage " + lapsed.id(),
                lapsed.on(),
                new Legs(lapsed.currency())
                    .debit(of(lapsed.of()), lapsed.minor())
                    .credit(to(lapsed.to()), lapsed.minor())));
    return required.done();
  }

  private static AccountCode of(CardBreakage.Of of) {
    return switch (of) {
      case GIFT_CARDS -> Accounts.GIFT_CARDS;
      case STORE_CREDIT -> Accounts.STORE_CREDIT;
    };
  }

  private static AccountCode to(CardBreakage.To to) {
    return switch (to) {
      case INCOME -> Accounts.BREAKAGE;
      case STATE -> Accounts.UNCLAIMED_PROPERTY;
    };
  }
}
