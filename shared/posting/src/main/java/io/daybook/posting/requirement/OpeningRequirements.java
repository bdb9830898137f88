package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Opening;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Entry;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
    SortedSet<CurrencyCode> currencies = new TreeSet<>();
    opening.balances().forEach(balance -> currencies.add(balance.currency()));
    for (CurrencyCode currency : currencies) {
      List<Opening.Balance> balances =
          opening.balances().stream()
              .filter(balance -> balance.currency().equals(currency))
              .toList();
      boolean own = currency.equals(rules.currency());
      String name = "opening/" + opening.id() + (own ? "" : "/" + currency);
      List<Opening.Balance> carried =
          own
              ? List.of()
              : balances.stream().filter(balance -> balance.valueMinor().isPresent()).toList();
      for (Opening.Balance balance : carried) {
        required.require(
            name + "/" + balance.account() + balance.reference().map(to -> "/" + to).orElse(""),
            "Opening balances " + opening.id(),
            opening.day(),
            carried(balance, rules.currency()));
      }
      opened(
          name,
          opening,
          balances.stream().filter(balance -> !carried.contains(balance)).toList(),
          required);
    }
  }

  /** A foreign balance at what it was carried at: 3000 takes it through 1019, in the book's currency. */
  private static List<Leg> carried(Opening.Balance balance, CurrencyCode own) {
    long value = balance.valueMinor().orElseThrow();
    List<Leg> legs = new ArrayList<>();
    legs.add(
        new Leg(
            AccountCode.parse(balance.account()),
            balance.currency(),
            balance.minor(),
            value,
            balance.reference()));
    legs.add(
        new Leg(
            Accounts.CURRENCY_EXCHANGE,
            balance.currency(),
            -balance.minor(),
            -value,
            Optional.empty()));
    if (value != 0) {
      legs.add(new Leg(Accounts.CURRENCY_EXCHANGE, own, value, value, Optional.empty()));
      legs.add(new Leg(Accounts.OPENING, own, -value, -value, Optional.empty()));
    }
    return legs;
  }

  private static void opened(
      String name, Opening opening, List<Opening.Balance> balances, RequiredBuilder required) {
    for (int from = 0, part = 1; from < balances.size(); from += BALANCES_IN_AN_ENTRY, part++) {
      int to = Math.min(from + BALANCES_IN_AN_ENTRY, balances.size());
      required.require(
          name + "/" + part,
          "Opening balances " + opening.id(),
          opening.day(),
          legs(balances.subList(from, to), balances.getFirst().currency()));
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
