package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Money;
import io.daybook.sources.json.FieldProblem;

/** The one currency of a refund: the shop's. */
record RefundMoney(CurrencyCode currency) {
  /** An amount in the shop's money, in minor units. */
  long minor(Told told, Name name) {
    Money money = told.shopMoney(name);
    if (!money.currency().equals(currency)) {
      throw new FieldProblem(told.at(name).path(), "an amount in the order's currency " + currency);
    }
    return money.minor();
  }
}
