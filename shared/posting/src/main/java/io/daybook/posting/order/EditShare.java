package io.daybook.posting.order;

import io.daybook.events.OrderEdit;
import io.daybook.events.PriceCut;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a merchant changes (rule A11): what is added counts from here on, what is removed, cancelled or made cheaper and was
 * paid is owed back on 2230, and pays for what was added first. What was allocated before does not change ({@code
 * FAILURES.md} 21).
 */
final class EditShare {
  private final OrderBalance balance;
  private final Recognition recognition;

  EditShare(OrderBalance balance, Recognition recognition) {
    this.balance = balance;
    this.recognition = recognition;
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
    balance.pay(applied, Optional.empty(), legs);
    return unknown;
  }

  /** Units are not ordered any more: whatever was paid for them leaves where it waits, or was earned at payment. */
  private int remove(Part part, int units, Legs legs) {
    if (units > 0) {
      long ahead = HalfUp.share(part.ahead().netMinor(), units, part.undelivered().units());
      SortedMap<TaxKey, Long> aheadTax =
          ahead == 0 ? new TreeMap<>() : part.keptTax().takeShare(ahead, part.keptMinor());
      Slice slice = part.undelivered().take(units);
      part.removed(units);
      balance.unwait(part, slice.deferredMinor(), legs);
      TaxKey.release(slice.owedTax(), legs);
      part.giveBack(ahead, part.returnAccount(), legs);
      TaxKey.giveBack(aheadTax, legs);
    }
    return units;
  }

  /** The order is cancelled: nothing that is left will be sent, and what was paid for it is owed back (failure 37). */
  void cancel(Legs legs) {
    balance.parts().stream()
        .filter(part -> part.kind() != Part.Kind.SHIPPING)
        .forEach(part ->
            remove(
                part,
                Math.max(0, part.undelivered().units() - recognition.underWay(part.id())),
                legs));
    recognition.shippingIfNothingIsLeft(legs);
    if (!balance.anyParcel() && !recognition.anyUnderWay()) {
      balance
          .parts(Part.Kind.SHIPPING)
          .forEach(part -> remove(part, part.undelivered().units(), legs));
    }
    if (balance.parts().stream().allMatch(part -> part.deliveredUnits() == 0)) {
      balance
          .extras()
          .forEach(extra -> {
            extra.drop();
            extra.take(extra.heldMinor(), legs);
          });
    }
    balance.owedBack().owe(balance.reference(), legs.debitedMinor(), legs);
  }

  /** A line is cheaper: what is open falls, what waits or was kept is owed back, what is owed for it falls first. */
  void cut(PriceCut cut, Legs legs) {
    balance.line(cut.line()).ifPresent(part -> cut(part, cut.netMinor(), cut.taxMinor(), legs));
  }

  private void cut(Part part, long netMinor, long taxMinor, Legs legs) {
    Undelivered waiting = part.undelivered();
    long open = Math.min(netMinor, waiting.openMinor());
    waiting.discount(open);
    long deferred = Math.min(netMinor - open, waiting.deferredMinor());
    waiting.lower(deferred);
    balance.unwait(part, deferred, legs);
    long kept = Math.min(netMinor - open - deferred, part.keptMinor());
    part.giveBack(kept, part.returnAccount(), legs);
    long left = taxMinor - sum(waiting.openTax().take(taxMinor));
    SortedMap<TaxKey, Long> owed = waiting.owedTax().take(left);
    TaxKey.release(owed, legs);
    TaxKey.giveBack(part.keptTax().take(left - sum(owed)), legs);
    long back = legs.debitedMinor();
    long settled = kept > 0 ? balance.settle(back, legs) : 0;
    balance.owedBack().owe(balance.reference(), back - settled, legs);
  }

  private static long sum(SortedMap<TaxKey, Long> taxes) {
    return taxes.values().stream().reduce(0L, Math::addExact);
  }
}
