package io.daybook.posting.operations;

import io.daybook.events.CashMovement;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.util.Optional;

/** What cash that is no sale requires (cases 68 to 71). */
public final class Cash {
  private Cash() {}

  /** A drawer's movement; one whose reason nobody mapped goes to 2900 (case 69). */
  public static Required movement(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(CashMovement.class).ifPresent(moved -> moved(moved, required));
    return required.done();
  }

  private static void moved(CashMovement moved, RequiredBuilder required) {
    AccountCode drawer = Accounts.drawer(moved.drawer());
    long minor = moved.minor();
    Reference id = moved.id();
    Legs legs = new Legs(moved.currency());
    switch (moved.kind()) {
      case PAID_IN -> legs.debit(drawer, minor).credit(Accounts.TRANSFERS, id, minor);
      case PAID_OUT -> paidOut(moved, legs.credit(drawer, minor), required);
      case TIPS_PAID -> legs.debit(Accounts.TIPS, minor).credit(drawer, minor);
      case COUNTED -> legs.debit(drawer, minor).credit(Accounts.CASH_OVER_AND_SHORT, minor);
      case BANKED -> legs.debit(Accounts.TRANSFERS, id, minor).credit(drawer, minor);
    }
    required.require("cash/" + id, memo(moved), moved.at(), legs);
  }

  private static void paidOut(CashMovement moved, Legs legs, RequiredBuilder required) {
    Optional<AccountCode> account =
        moved.account().map(AccountCode::parse).filter(ChartOfAccounts::has);
    if (account.isPresent()) {
      legs.debit(account.get(), moved.minor());
    } else {
      legs.debit(Accounts.SUSPENSE, moved.id(), moved.minor());
      required.report(
          moved.at(),
          Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN,
          moved.minor(),
          moved.currency(),
          "cash was paid out of drawer " + moved.drawer() + " for a reason that nobody mapped");
    }
  }

  private static String memo(CashMovement moved) {
    String words =
        switch (moved.kind()) {
          case PAID_IN -> "paid in";
          case PAID_OUT -> "paid out";
          case TIPS_PAID -> "tips paid";
          case COUNTED -> "counted";
          case BANKED -> "banked";
        };
    return "Cash " + words + " " + moved.id();
  }
}
