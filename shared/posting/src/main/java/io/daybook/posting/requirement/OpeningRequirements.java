package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Opening;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.List;
import java.util.Optional;

/**
 * What opening balances require: each balance as it was taken over, and 3000 takes the rest (case 72). Account texts were
 * checked when the act was accepted.
 */
public final class OpeningRequirements {
  /** One leg of an entry is 3000's. */
  private static final int BALANCES_IN_AN_ENTRY = Entry.MAX_LEGS - 1;

  private OpeningRequirements() {}

  /** One occasion for every {@value #BALANCES_IN_AN_ENTRY} open items, each balanced by 3000. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(Opening.class).ifPresent(opening -> opened(opening, rules, required));
    return required.done();
  }

  private static void opened(Opening opening, Rules rules, RequiredBuilder required) {
    Optional<Opening.Balance> foreign =
        opening.balances().stream()
            .filter(balance -> !balance.currency().equals(rules.currency()))
            .findFirst();
    if (foreign.isPresent()) {
      required.reportNoRate(
          opening.day().atStartOfDay(rules.zone()).toInstant(),
          foreign.get().minor(),
          foreign.get().currency(),
          "opening balance of " + foreign.get().account());
      return;
    }
    List<Opening.Balance> balances = opening.balances();
    for (int from = 0, part = 1; from < balances.size(); from += BALANCES_IN_AN_ENTRY, part++) {
      int to = Math.min(from + BALANCES_IN_AN_ENTRY, balances.size());
      required.require(
          "opening/" + opening.id() + "/" + part,
          "Opening balances " + opening.id(),
          opening.day(),
          legs(balances.subList(from, to), rules.currency()));
    }
  }

  private static Legs legs(List<Opening.Balance> balances, CurrencyCode currency) {
    Legs legs = new Legs(currency);
    for (Opening.Balance balance : balances) {
      AccountCode account = AccountCode.parse(balance.account());
      balance
          .reference()
          .ifPresentOrElse(
              reference -> legs.debit(account, reference, balance.minor()),
              () -> legs.debit(account, balance.minor()));
    }
    return legs.credit(Accounts.OPENING, legs.debitedMinor());
  }
}
