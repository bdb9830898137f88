package io.daybook.posting.order;

import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.LargestRemainder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What processors settled where it is not what the shop told (cases 50 and 54). The processor's amount is right; where the
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
  private final Cause cause;
  private final long roundingCapMinor;
  private long roundedMinor;

  Settlements(OrderState order, Facts facts, Rules rules) {
    this.cause = cause(order, rules.policy());
    this.roundingCapMinor = rules.policy().roundingCapMinor();
    facts.all(OrderPayment.class).stream()
        .filter(payment ->
            payment.currency().equals(order.currency())
                && rules.feed(payment.gateway()).isPresent())
        .forEach(
            payment -> booked.merge(payment.reference(), payment.amountMinor(), Math::addExact));
    facts.all(Settlement.class).stream()
        .filter(settlement -> settlement.currency().equals(order.currency()))
        .forEach(settlement -> settled.put(settlement.payment(), settlement));
  }

  private static Cause cause(OrderState order, Policy policy) {
    if (order.presentment().equals(order.currency())) {
      return Cause.ROUNDING;
    }
    return switch (policy.settlement()) {
      case SETTLEMENT_VALUE -> Cause.SETTLEMENT_VALUE;
      case ORDER_RATE -> Cause.ORDER_RATE;
    };
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
    if (cause == Cause.SETTLEMENT_VALUE) {
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
    long difference = differenceMinor(settlement.payment());
    return switch (cause) {
      case SETTLEMENT_VALUE -> 0;
      case ORDER_RATE -> {
        legs.credit(Accounts.RECEIVABLE, settlement.payment(), -difference)
            .debit(Accounts.EXCHANGE, -difference);
        yield 0;
      }
      case ROUNDING -> {
        long rounded = Math.addExact(roundedMinor, Math.abs(difference));
        if (rounded > roundingCapMinor) {
          yield difference;
        }
        roundedMinor = rounded;
        legs.credit(Accounts.RECEIVABLE, settlement.payment(), -difference)
            .debit(Accounts.ROUNDING, -difference);
        yield 0;
      }
    };
  }
}
