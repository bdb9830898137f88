package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.ShownAccount;
import io.daybook.ledger.ShownAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A leg as plain-text systems know it: an amount, and for a foreign one its total cost ({@code @@}), which is never
 * negative and takes the amount's sign.
 *
 * @param account where
 * @param amount signed, debit positive
 * @param cost its value in the book's currency without sign, if the amount is foreign
 * @param reference under what the leg stands open, if it does
 */
record Posting(
    ShownAccount account, Money amount, Optional<Money> cost, Optional<Reference> reference) {
  /** The postings of all legs, in order. */
  static List<Posting> all(List<Leg> legs, CurrencyCode book, ShownAccounts accounts) {
    List<Posting> postings = new ArrayList<>();
    for (Leg leg : legs) {
      postings.addAll(of(leg, book, accounts.of(leg)));
    }
    return postings;
  }

  /**
   * One posting; two where amount and value have opposite signs, and the value alone where there is no amount: no system
   * has a way to write those as one, and the sum of the values must stay exact.
   */
  private static List<Posting> of(Leg leg, CurrencyCode book, ShownAccount account) {
    if (leg.currency().equals(book)) {
      return List.of(new Posting(account, leg.amount(), Optional.empty(), leg.reference()));
    }
    Money value = new Money(leg.valueMinor(), book);
    if (leg.minor() == 0) {
      return List.of(new Posting(account, value, Optional.empty(), leg.reference()));
    }
    boolean sameSign =
        leg.valueMinor() == 0 || Long.signum(leg.minor()) == Long.signum(leg.valueMinor());
    Money cost = new Money(sameSign ? Math.absExact(leg.valueMinor()) : 0, book);
    Posting amount = new Posting(account, leg.amount(), Optional.of(cost), leg.reference());
    return sameSign
        ? List.of(amount)
        : List.of(amount, new Posting(account, value, Optional.empty(), leg.reference()));
  }

  /** The amount with its currency, and its total cost. */
  String text() {
    return amount + cost.map(total -> " @@ " + total).orElse("");
  }
}
