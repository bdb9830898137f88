package io.daybook.posting.order;

import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.order.OrderBalance.Delivered;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Revenue: gross to 4000 and 4010, discounts to 4090, out of 2100 as far as it was paid, else onto 1100 with its tax (cases
 * 6, 11, 12, 14). A part that a refund without lines gave back before shows as 4900 (rule A2).
 */
final class Recognition {
  private final OrderBalance balance;
  private final RecognitionPolicy policy;
  private final Map<FulfilmentId, Fulfilment> underWay = new HashMap<>();

  Recognition(OrderBalance balance, RecognitionPolicy policy) {
    this.balance = balance;
    this.policy = policy;
  }

  /** A parcel leaves and is not delivered yet. */
  void leave(Fulfilment parcel) {
    underWay.put(parcel.id(), parcel);
  }

  /** Units of a line that left and are not delivered. */
  int underWay(LineId line) {
    return underWay.values().stream()
        .flatMap(parcel -> parcel.lines().stream())
        .filter(shipped -> shipped.line().equals(line))
        .mapToInt(Fulfilment.Shipped::quantity)
        .sum();
  }

  boolean anyUnderWay() {
    return !underWay.isEmpty();
  }

  /**
   * A parcel passes to the customer.
   *
   * @return how many units it holds that the order does not owe, or of lines it does not have
   */
  int deliver(Fulfilment parcel, Legs legs) {
    underWay.remove(parcel.id());
    List<Delivered> slices = new ArrayList<>();
    int unknown = 0;
    for (Fulfilment.Shipped shipped : parcel.lines()) {
      Optional<Part> line = balance.line(shipped.line());
      int owed =
          line.map(part -> Math.min(shipped.quantity(), part.undelivered().units())).orElse(0);
      unknown += shipped.quantity() - owed;
      if (owed > 0 && line.get().earns() && line.get().term().isEmpty()) {
        slices.add(units(line.get(), owed, legs));
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

  private Delivered units(Part part, int units, Legs legs) {
    part.ahead().take(units, part.undelivered().units());
    return earn(part, part.undelivered().take(units), legs);
  }

  private List<Delivered> shipping(Part shipping, Legs legs) {
    Undelivered rest = shipping.undelivered();
    long due =
        switch (policy.shipping()) {
          case FIRST_PARCEL -> rest.grossMinor();
          case LAST_PARCEL -> goodsLeft() ? 0 : rest.grossMinor();
          case PRO_RATA -> Math.min(rest.grossMinor(), proRata(shipping));
        };
    if (rest.units() == 0 || (due == 0 && rest.grossMinor() > 0)) {
      return List.of();
    }
    if (due == rest.grossMinor()) {
      shipping.ahead().take(1, 1);
    }
    return List.of(earn(shipping, rest.takeGross(due), legs));
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
          units(shipping, shipping.undelivered().units(), legs);
        }
      }
    }
  }

  /** A service without a fulfilment mark is earned when the order is paid (rule A8). */
  void service(Part service, Legs legs) {
    units(service, service.undelivered().units(), legs);
  }

  /** Without deferral, what is paid is earned, though nothing was delivered (case 8). What time earns is not. */
  void earnAhead(Legs legs) {
    for (Part part : balance.earning()) {
      boolean paid = part.undelivered().deferredMinor() > 0 || isGivenAway(part);
      if (paid && (isCash() || part.term().isEmpty())) {
        Slice slice = part.undelivered().takeAhead();
        earn(part, slice, legs);
        part.ahead().earn(slice);
      }
    }
  }

  /** What costs nothing is earned, gross and discount, with the payment that leaves nothing of the order to pay. */
  private boolean isGivenAway(Part part) {
    return isCash()
        && part.undelivered().netMinor() == 0
        && part.undelivered().grossMinor() > 0
        && balance.open().totalMinor() == 0;
  }

  private boolean isCash() {
    return policy.basis() == RecognitionPolicy.Basis.CASH;
  }

  /** What lines with a term have earned at the end of a day (case 17). In cash books only payments earn (rule A17). */
  void earnTerms(LocalDate day, Legs legs) {
    if (isCash()) {
      return;
    }
    for (Part part : balance.earning()) {
      part.term()
          .filter(term -> part.undelivered().units() > 0 && !term.from().isAfter(day))
          .ifPresent(term -> {
            long rest = part.undelivered().grossMinor();
            long whole = Math.addExact(rest, part.deliveredGrossMinor());
            Elapsed elapsed = Elapsed.of(term, day, policy.term());
            long target = HalfUp.share(whole, elapsed.passed(), elapsed.all());
            long due = Math.clamp(target - part.deliveredGrossMinor(), 0, rest);
            if (due > 0 || elapsed.complete()) {
              earn(part, part.undelivered().takeGross(due), legs);
            }
          });
    }
  }

  private Delivered earn(Part part, Slice slice, Legs legs) {
    part.earn(slice, legs);
    balance.receivable(Math.addExact(slice.openMinor(), slice.openTaxMinor()), legs);
    return new Delivered(part, slice);
  }

  /** Whether a month's end will bring more. */
  boolean waitsForMonthsEnd() {
    return !isCash()
        && balance.earning().stream()
            .anyMatch(part ->
                part.ahead().netMinor() > 0
                    || (part.term().isPresent() && part.undelivered().units() > 0));
  }

  /** What was earned at payment and is not delivered is deferred over a month's end (case 8). */
  void cutOff(Legs legs) {
    for (Part part : balance.earning()) {
      long gross = part.ahead().grossMinor();
      long net = part.ahead().netMinor();
      legs.debit(part.incomeAccount(), gross)
          .credit(part.ofLine(Accounts.DISCOUNTS), gross - net)
          .credit(Accounts.DEFERRED, net);
    }
  }

  /** A parcel is called back, or comes back: what it earned waits again, its amounts exactly (case 14). */
  void callBack(Fulfilment parcel, Legs legs) {
    underWay.remove(parcel.id());
    balance
        .callBack(parcel.id())
        .forEach(delivered -> unearn(delivered.part(), delivered.slice(), legs));
  }

  private void unearn(Part part, Slice slice, Legs legs) {
    Slice back = part.unearn(slice, balance.receivableMinor(), legs);
    balance.settle(Math.addExact(back.openMinor(), back.openTaxMinor()), legs);
  }
}
