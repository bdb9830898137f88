package io.daybook.posting.order;

import io.daybook.events.Fulfilment;
import io.daybook.ledger.Policy;
import io.daybook.posting.order.OrderBalance.Delivered;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Revenue: gross to 4000 and 4010, discounts to 4090, out of 2100 as far as it was paid, else onto 1100 with its tax (cases
 * 6, 11, 12, 14). A part that a refund without lines gave back before shows as 4900 (rule A2).
 */
final class Recognition {
  private final OrderBalance balance;
  private final Policy.Shipping policy;

  Recognition(OrderBalance balance, Policy.Shipping policy) {
    this.balance = balance;
    this.policy = policy;
  }

  /**
   * A parcel leaves.
   *
   * @return how many units it holds that the order does not owe, or of lines it does not have
   */
  int ship(Fulfilment parcel, Legs legs) {
    List<Delivered> slices = new ArrayList<>();
    int unknown = 0;
    for (Fulfilment.Shipped shipped : parcel.lines()) {
      Optional<Part> line = balance.line(shipped.line());
      int owed =
          line.map(part -> Math.min(shipped.quantity(), part.undelivered().units())).orElse(0);
      unknown += shipped.quantity() - owed;
      if (owed > 0 && line.get().kind() != Part.Kind.GIFT_CARD) {
        slices.add(earn(line.get(), line.get().undelivered().take(owed), legs));
      }
    }
    if (isParcel(slices)) {
      balance
          .parts(Part.Kind.SHIPPING)
          .forEach(shipping -> slices.addAll(shipping(shipping, legs)));
    }
    balance.delivered(parcel.id(), slices);
    return unknown;
  }

  /** A fulfilment mark on a service is no parcel, unless there is nothing else to send. */
  private boolean isParcel(List<Delivered> slices) {
    return balance.parts(Part.Kind.GOODS).isEmpty()
        || slices.stream().anyMatch(slice -> slice.part().kind() == Part.Kind.GOODS);
  }

  private List<Delivered> shipping(Part shipping, Legs legs) {
    Undelivered rest = shipping.undelivered();
    long due =
        switch (policy) {
          case FIRST_PARCEL -> rest.grossMinor();
          case LAST_PARCEL -> goodsLeft() ? 0 : rest.grossMinor();
          case PRO_RATA -> Math.min(rest.grossMinor(), proRata(shipping));
        };
    return rest.units() == 0 || (due == 0 && rest.grossMinor() > 0)
        ? List.of()
        : List.of(earn(shipping, rest.takeGross(due), legs));
  }

  /** The share of goods that has left, cumulatively, less what is earned already. */
  private long proRata(Part shipping) {
    if (!goodsLeft()) {
      return shipping.undelivered().grossMinor();
    }
    long left = 0;
    long gone = 0;
    for (Part part : balance.parts(Part.Kind.GOODS)) {
      left = Math.addExact(left, part.undelivered().grossMinor());
      gone = Math.addExact(gone, part.deliveredGrossMinor());
    }
    long whole = Math.addExact(shipping.undelivered().grossMinor(), shipping.deliveredGrossMinor());
    long target = gone + left == 0 ? 0 : HalfUp.share(whole, gone, gone + left);
    return Math.max(0, target - shipping.deliveredGrossMinor());
  }

  private boolean goodsLeft() {
    return balance.parts(Part.Kind.GOODS).stream().anyMatch(part -> part.undelivered().units() > 0);
  }

  /** What the last parcel would have earned, once a refund or an edit leaves nothing more to send. */
  void shippingIfNothingIsLeft(Legs legs) {
    if (balance.anyParcel() && !goodsLeft()) {
      for (Part shipping : balance.parts(Part.Kind.SHIPPING)) {
        if (shipping.undelivered().units() > 0) {
          earn(shipping, shipping.undelivered().take(shipping.undelivered().units()), legs);
        }
      }
    }
  }

  /** A service without a fulfilment mark is earned when the order is paid (rule A8). */
  Delivered service(Part service, Legs legs) {
    return earn(service, service.undelivered().take(service.undelivered().units()), legs);
  }

  private Delivered earn(Part part, Slice slice, Legs legs) {
    part.deliver(slice);
    balance.receivable(Math.addExact(slice.openMinor(), slice.openTaxMinor()), legs);
    legs.debit(Accounts.DEFERRED, slice.deferredMinor())
        .debit(Accounts.RETURNS, slice.allowedMinor())
        .debit(Accounts.DISCOUNTS, slice.grossMinor() - slice.netMinor())
        .credit(part.incomeAccount(), slice.grossMinor())
        .credit(slice.openTax());
    return new Delivered(part, slice);
  }

  /** A parcel is called back: what it earned waits again, its amounts exactly (case 14). */
  void callBack(Fulfilment parcel, Legs legs) {
    balance
        .callBack(parcel.id())
        .forEach(delivered -> unearn(delivered.part(), delivered.slice(), legs));
  }

  private void unearn(Part part, Slice slice, Legs legs) {
    legs.debit(part.incomeAccount(), slice.grossMinor())
        .credit(Accounts.DISCOUNTS, slice.grossMinor() - slice.netMinor());
    Slice back = part.undeliver(slice, balance.receivableMinor());
    balance.settle(Math.addExact(back.openMinor(), back.openTaxMinor()), legs);
    legs.debit(back.openTax())
        .credit(Accounts.DEFERRED, back.deferredMinor())
        .credit(Accounts.RETURNS, back.allowedMinor());
  }
}
