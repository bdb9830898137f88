package io.daybook.posting.order;

import io.daybook.events.OrderEdit;
import io.daybook.posting.requirement.Legs;

/**
 * A merchant's edit (rule A11): what is added counts from here on, what is removed and was paid is owed back on 2230, and
 * pays for what was added first. What was allocated before does not change ({@code FAILURES.md} 21).
 */
final class EditShare {
  private final OrderBalance balance;

  EditShare(OrderBalance balance) {
    this.balance = balance;
  }

  /** How many units it removes that were delivered or cancelled before, or are of lines that the order does not have. */
  int edit(OrderEdit edit, Legs legs) {
    int unknown = 0;
    for (OrderEdit.Change removal : edit.removals()) {
      int waiting =
          balance
              .line(removal.line())
              .map(part ->
                  remove(part, Math.min(removal.quantity(), part.undelivered().units()), legs))
              .orElse(0);
      unknown += removal.quantity() - waiting;
    }
    balance.owedBack().owe(balance.reference(), legs.debitedMinor(), legs);
    edit.additions()
        .forEach(addition ->
            balance.line(addition.line()).ifPresent(part -> part.order(addition.quantity())));
    long applied = balance.owedBack().take(balance.unpaidMinor(), legs);
    balance.pay(applied, legs);
    return unknown;
  }

  private static int remove(Part part, int units, Legs legs) {
    if (units > 0) {
      Slice slice = part.undelivered().take(units);
      part.removed(units);
      legs.debit(part.waitingAccount(), slice.deferredMinor()).debit(slice.owedTax());
    }
    return units;
  }
}
