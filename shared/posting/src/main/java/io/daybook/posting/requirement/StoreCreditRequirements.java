package io.daybook.posting.requirement;

import io.daybook.events.StoreCredit;
import io.daybook.events.Tender;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;

/** What credit requires that a shop gave beside any order: a return when it is given, income when it lapses (case 75). */
public final class StoreCreditRequirements {
  private StoreCreditRequirements() {}

  /** One entry for each change. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.all(StoreCredit.class).forEach(credit -> changed(credit, required));
    return required.done();
  }

  private static void changed(StoreCredit credit, RequiredBuilder required) {
    AccountCode promise =
        credit.tender() == Tender.GIFT_CARD ? Accounts.GIFT_CARDS : Accounts.STORE_CREDIT;
    Legs legs = new Legs(credit.currency());
    String memo =
        switch (credit.change()) {
          case GOODWILL -> {
            legs.debit(Accounts.RETURNS, credit.amountMinor())
                .credit(promise, credit.amountMinor());
            yield "given to make good";
          }
          case LAPSED -> {
            legs.debit(promise, credit.amountMinor())
                .credit(Accounts.BREAKAGE, credit.amountMinor());
            yield "lapsed";
          }
        };
    required.require("credit/" + credit.id(), "Credit " + memo, credit.at(), legs);
  }
}
