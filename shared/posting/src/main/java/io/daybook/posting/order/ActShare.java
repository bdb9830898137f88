package io.daybook.posting.order;

import io.daybook.events.ComponentSpent;
import io.daybook.events.Invoice;
import io.daybook.ledger.policy.TaxPoint;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What people and papers change about an order, beside platforms: invoices, bad debts, deposits that are kept. */
final class ActShare {
  private final OrderBalance balance;
  private final TaxPolicy policy;

  ActShare(OrderBalance balance, TaxPolicy policy) {
    this.balance = balance;
    this.policy = policy;
  }

  /**
   * An unpaid invoice (case 63): a price that is due is a receivable; of one that can be cancelled only the VAT that it
   * shows is owed, where invoices are a tax point.
   */
  void invoice(Invoice invoice, Legs legs) {
    switch (invoice.claim()) {
      case DUE -> {
        long minor = Math.addExact(invoice.netMinor(), invoice.taxMinor());
        long beyond = balance.open().pay(minor, Optional.of(invoice.taxMinor()), legs);
        balance.receivable(minor - beyond, legs);
      }
      case CANCELLABLE -> balance.receivable(invoicedTax(invoice.taxMinor(), legs), legs);
    }
  }

  private long invoicedTax(long atMost, Legs legs) {
    long left = atMost;
    for (Part part : balance.parts()) {
      SortedMap<TaxKey, Long> open = part.undelivered().openTax().byKey();
      for (Map.Entry<TaxKey, Long> tax : open.entrySet()) {
        long minor = tax.getKey().due(TaxPoint.INVOICE) ? Math.min(left, tax.getValue()) : 0;
        part.undelivered().payTax(tax.getKey(), minor);
        TaxKey.owe(Map.of(tax.getKey(), minor), legs);
        left -= minor;
      }
    }
    return atMost - left;
  }

  /**
   * What is owed will never be paid (case 60). Revenue stays; tax is claimed back if the policy says so.
   *
   * @param relief where that counts: the same legs, or others of a later day
   */
  void writeOff(Legs legs, Legs relief) {
    long debt = balance.receivableMinor();
    long tax =
        switch (policy.badDebt()) {
          case NONE -> 0;
          case CLAIMED -> claimable(debt);
        };
    Taxes.delivered(balance.parts()).giveBack(tax, relief);
    legs.debit(Accounts.BAD_DEBTS, debt);
    relief.credit(Accounts.BAD_DEBTS, tax);
    balance.settle(debt, legs);
    balance.writeOff(debt - tax);
  }

  private long claimable(long debt) {
    long tax = Taxes.delivered(balance.parts()).totalMinor();
    long whole = balance.parts().stream().mapToLong(Part::keptMinor).reduce(tax, Math::addExact);
    return whole == 0 ? 0 : Math.min(tax, HalfUp.share(debt, tax, whole));
  }

  /** What was paid for goods that will not be sent is kept; it stays taxed or not, as the policy says (case 74). */
  void forfeit(Legs legs) {
    for (Part part : balance.earning()) {
      int units = part.undelivered().units();
      if (units > 0) {
        Slice slice = part.undelivered().take(units);
        balance.unwait(part, slice.deferredMinor(), legs);
        if (policy.deposit() == TaxPolicy.Kept.NOT_TAXED) {
          TaxKey.release(slice.owedTax(), legs);
        } else {
          TaxKey.supplied(slice.owedTax(), 1, legs);
        }
      }
    }
    balance.extras().forEach(Extra::drop);
    legs.credit(Accounts.OTHER_INCOME, legs.debitedMinor());
  }

  /** Something collected is not there any more (rule A10). */
  void spent(ComponentSpent spent) {
    switch (spent.component()) {
      case TIP -> balance.tip().spent(spent.spentMinor());
      case DUTIES -> balance.duties().spent(spent.spentMinor());
      case GIFT_CARDS -> balance.cardsSpent(spent.spentMinor());
    }
  }
}
