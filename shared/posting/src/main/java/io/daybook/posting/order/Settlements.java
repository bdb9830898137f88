package io.daybook.posting.order;

import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Policy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.LargestRemainder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What processors settled where it is not what the shop told (cases 50, 52 and 54). The processor's amount is right; where the
 * difference goes depends on why there is one.
 */
final class Settlements {
  /** Why a settlement may differ. */
  enum Cause {
    /** Sold in other money, and the sale is worth what was settled. */
    SETTLEMENT_VALUE,
    /** Sold in other money, and the sale is worth what the order's rate says. */
    ORDER_RATE,
    /** One currency: only rounding explains a difference. */
    ROUNDING
  }

  private final Map<Reference, Settlement> settled = new HashMap<>();
  private final Map<Reference, Long> booked = new HashMap<>();
  private final Set<Reference> refunds = new HashSet<>();
  private final Cause sale;
  private final Cause foreign;
  private final long roundingCapMinor;
  private long roundedMinor;

  Settlements(OrderState order, Facts facts, Tenders tenders, Policy policy) {
    this.sale = cause(order, policy);
    this.foreign = foreign(policy);
    this.roundingCapMinor = policy.rounding().capMinor();
    facts.all(OrderPayment.class).stream()
        .filter(payment -> payment.currency().equals(order.currency()) && tenders.isFed(payment))
        .forEach(
            payment -> booked.merge(payment.reference(), payment.amountMinor(), Math::addExact));
    facts.all(Refund.class).stream()
        .filter(refund -> refund.currency().equals(order.currency()))
        .flatMap(refund -> refund.payments().stream())
        .filter(tenders::isFed)
        .forEach(payment -> {
          refunds.add(payment.reference());
          booked.merge(payment.reference(), -payment.amountMinor(), Math::addExact);
        });
    facts.all(Settlement.class).stream()
        .filter(settlement -> settlement.currency().equals(order.currency()))
        .forEach(settlement -> settled.put(settlement.payment(), settlement));
  }

  private static Cause cause(OrderState order, Policy policy) {
    if (order.presentment().equals(order.currency())) {
      return Cause.ROUNDING;
    }
    return foreign(policy);
  }

  private static Cause foreign(Policy policy) {
    return switch (policy.exchange().settled()) {
      case SETTLEMENT_VALUE -> Cause.SETTLEMENT_VALUE;
      case ORDER_RATE -> Cause.ORDER_RATE;
    };
  }

  /** Sold in one currency and settled in another: there is an exchange, whatever the customer saw. */
  private Cause cause(Reference reference) {
    return Optional.ofNullable(settled.get(reference))
        .flatMap(Settlement::foreign)
        .map(_ -> foreign)
        .orElse(sale);
  }

  /** How much more (or, negative, less) was settled than the order booked to 1100 under the reference. */
  private long differenceMinor(Reference reference) {
    Optional<Settlement> settlement = Optional.ofNullable(settled.get(reference));
    Optional<Long> minor = Optional.ofNullable(booked.get(reference));
    return settlement.isEmpty() || minor.isEmpty()
        ? 0
        : Math.subtractExact(settlement.get().settledMinor(), minor.get());
  }

  /** A payment's sale is worth what was settled for it: 1100 and 2100 follow, and so will what is earned (case 50). */
  void revalue(OrderPayment payment, OrderBalance balance, Legs legs) {
    if (cause(payment.reference()) == Cause.SETTLEMENT_VALUE) {
      long difference = differenceMinor(payment.reference());
      // Several payments under one reference were settled together: the first takes the whole
      // difference.
      booked.computeIfPresent(payment.reference(), (reference, minor) -> settled(reference, minor));
      legs.debit(Accounts.RECEIVABLE, payment.reference(), difference);
      revalue(difference, balance, legs);
    }
  }

  private long settled(Reference reference, long bookedMinor) {
    return Optional.ofNullable(settled.get(reference))
        .map(Settlement::settledMinor)
        .orElse(bookedMinor);
  }

  private static void revalue(long difference, OrderBalance balance, Legs legs) {
    List<Part> waiting =
        balance.parts().stream()
            .filter(part -> part.kind() == Part.Kind.GOODS || part.kind() == Part.Kind.SERVICE)
            .filter(part -> part.undelivered().deferredMinor() > 0)
            .toList();
    List<Long> weights = waiting.stream().map(part -> part.undelivered().deferredMinor()).toList();
    long most = weights.stream().reduce(0L, Math::addExact);
    long waits = waiting.isEmpty() ? 0 : Math.max(difference, -most);
    List<Long> shares = LargestRemainder.split(Math.abs(waits), weights);
    for (int place = 0; place < waiting.size(); place++) {
      waiting.get(place).undelivered().revalue(Long.signum(waits) * shares.get(place));
    }
    // What is delivered already is earned already.
    legs.credit(Accounts.DEFERRED, waits).credit(Accounts.SALES, difference - waits);
  }

  /**
   * On the day of the settlement: the exchange difference, or the rounding.
   *
   * @return the difference that nothing explains, in minor units; it stays open on 1100
   */
  long settle(Settlement settlement, Legs legs) {
    Reference reference = settlement.payment();
    long difference = differenceMinor(reference);
    boolean refund = refunds.contains(reference);
    return switch (cause(reference)) {
      // A refund is worth what its sale was: another rate is exchange (case 52).
      case SETTLEMENT_VALUE ->
          refund ? explained(reference, difference, Accounts.EXCHANGE, legs) : 0;
      case ORDER_RATE -> explained(reference, difference, Accounts.EXCHANGE, legs);
      case ROUNDING -> {
        long rounded = Math.addExact(roundedMinor, Math.abs(difference));
        if (rounded > roundingCapMinor) {
          yield difference;
        }
        roundedMinor = rounded;
        yield explained(reference, difference, Accounts.ROUNDING, legs);
      }
    };
  }

  private long explained(Reference reference, long difference, AccountCode by, Legs legs) {
    AccountCode meeting =
        refunds.contains(reference) ? Accounts.REFUNDS_PAYABLE : Accounts.RECEIVABLE;
    legs.credit(meeting, reference, -difference).debit(by, -difference);
    return 0;
  }
}
