package io.daybook.posting.operations;

import io.daybook.events.TaxReturn;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;

/**
 * What a filed return requires (cases 82 to 84): the tax accounts are cleared of what it says, 2018 is owed until the bank
 * line pays it, and what the return rounds goes to 6050.
 */
public final class TaxReturns {
  private TaxReturns() {}

  /** A return as its newest version says. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    InBookCurrency required = new InBookCurrency(subject, rules);
    facts.one(TaxReturn.class).ifPresent(filed -> filed(filed, required));
    return required.done();
  }

  private static void filed(TaxReturn filed, InBookCurrency required) {
    Legs legs = new Legs(filed.currency());
    filed.figures().forEach(figure -> figure(figure, legs));
    legs.credit(Chart.taxReturn(filed.origin()), filed.id(), filed.payableMinor());
    legs.credit(Chart.ROUNDING, legs.debitedMinor());
    required.require(
        "return/" + filed.id(),
        "Tax return " + filed.id(),
        filed.filedOn(),
        filed.payableMinor(),
        legs);
  }

  private static void figure(TaxReturn.Figure figure, Legs legs) {
    long minor = figure.minor();
    switch (figure.kind()) {
      case OUTPUT -> legs.debit(output(figure), minor);
      case INPUT -> legs.credit(Chart.INPUT_VAT, minor);
      case REVERSE_CHARGE -> legs.debit(Chart.SELF_ASSESSED_VAT, minor);
      case VENDOR_DISCOUNT -> legs.credit(Chart.OTHER_INCOME, minor);
      case PENALTY -> legs.debit(Chart.PETTY_EXPENSE, minor);
    }
  }

  private static AccountCode output(TaxReturn.Figure figure) {
    return figure
        .jurisdiction()
        .map(whose -> AccountCode.of(2010, whose.value()))
        .orElse(AccountCode.of(2010));
  }
}
