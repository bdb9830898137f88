package io.daybook.posting.operations;

import io.daybook.events.TaxReturn;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;

/**
 * What a filed return requires (cases 82 to 84): the tax accounts are cleared of what it says, 2018 is owed until the bank
 * line pays it, and what the return rounds goes to 6050.
 */
public final class TaxReturns {
  private TaxReturns() {}

  /** A return as its newest version says. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(TaxReturn.class).ifPresent(filed -> filed(filed, required));
    return required.done();
  }

  private static void filed(TaxReturn filed, RequiredBuilder required) {
    Legs legs = new Legs(filed.currency());
    filed.figures().forEach(figure -> figure(figure, legs));
    legs.credit(Accounts.taxReturn(filed.origin()), filed.id(), filed.payableMinor());
    legs.credit(Accounts.ROUNDING, legs.debitedMinor());
    required.require("return/" + filed.id(), "Tax return " + filed.id(), filed.filedOn(), legs);
  }

  private static void figure(TaxReturn.Figure figure, Legs legs) {
    long minor = figure.minor();
    switch (figure.kind()) {
      case OUTPUT -> legs.debit(Accounts.tax(figure.jurisdiction()), minor);
      case INPUT -> legs.credit(Accounts.INPUT_TAX, minor);
      case REVERSE_CHARGE -> legs.debit(Accounts.REVERSE_CHARGE, minor);
      case VENDOR_DISCOUNT -> legs.credit(Accounts.OTHER_INCOME, minor);
      case PENALTY -> legs.debit(Accounts.PETTY_EXPENSE, minor);
    }
  }
}
