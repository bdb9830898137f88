package io.daybook.posting.order;

import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A refund, by component (rule A10; cases 26, 27, 31, 34, 35): what was not delivered from 2100, what was from 4900 and
 * 4910, tax from 2010, tip and duties from where they are held. Every debit is bounded by what is there, so nothing falls
 * below zero; payments beyond the components are an amount without lines, and components beyond the payments stay owed.
 */
final class RefundShare {
  private final OrderBalance balance;
  private final AmountShare amounts;
  private final Tenders tenders;
  private final TaxPolicy policy;

  RefundShare(OrderBalance balance, AmountShare amounts, Tenders tenders, TaxPolicy policy) {
    this.balance = balance;
    this.amounts = amounts;
    this.tenders = tenders;
    this.policy = policy;
  }

  /** What a refund gives back beyond all that is left of the order, in minor units: what it names, and what it does not. */
  record Excess(long namedMinor, long unnamedMinor) {}

  /** A refund is granted. What it names as an adjustment beyond the order is a return (cases 65, 78), the rest a loss (A14). */
  Excess refund(Refund refund, Legs legs) {
    long fee = refund.feeMinor().orElse(0L);
    long keepable = Math.addExact(fee, Math.max(0, -refund.adjustmentMinor()));
    Map<TaxKey, Long> taxes = new TreeMap<>();
    for (Refund.Line line : refund.lines()) {
      Optional<Part> part = balance.line(line.line());
      keepable += part.isPresent() ? line(part.get(), line, taxes, legs) : 0;
    }
    shipping(refund, taxes, legs);
    balance.tip().take(refund.tipMinor(), legs);
    balance.duties().take(refund.dutiesMinor(), legs);
    long components = legs.debitedMinor();
    long beyond =
        refund.payments().isEmpty()
            ? Math.max(0, refund.adjustmentMinor())
            : Math.addExact(paid(refund), fee) - components;
    long excess = beyond > 0 ? beyond(refund, beyond, legs) : 0;
    long named = Math.min(excess, Math.max(0, refund.adjustmentMinor()));
    legs.debit(Accounts.RETURNS, named).debit(Accounts.CHARGEBACK_LOSS, excess - named);
    refund.payments().forEach(payment -> pay(payment, legs));
    withoutFacilitatorTax(refund, legs);
    owe(refund, keepable, components, taxes, legs);
    return new Excess(named, excess - named);
  }

  private static long paid(Refund refund) {
    return refund.payments().stream()
        .mapToLong(payment -> payment.amountMinor() - payment.roundingMinor().orElse(0L))
        .reduce(0, Math::addExact);
  }

  /** What the units are worth beyond what the platform says is refunded for them: the merchant may keep that. */
  private long line(Part part, Refund.Line line, Map<TaxKey, Long> taxes, Legs legs) {
    if (line.restock() == Restock.EXCHANGE) {
      part.exchanged(line.quantity());
      return 0;
    }
    int removed = line.restock().cameBack() ? 0 : Math.min(line.quantity(), part.removedUnits());
    long removedWorth =
        HalfUp.share(Math.addExact(line.netMinor(), line.taxMinor()), removed, line.quantity());
    part.removed(-removed);
    balance.owedBack().take(removedWorth, legs);
    int rest = line.quantity() - removed;
    if (rest == 0) {
      return 0;
    }
    long net = line.netMinor() - HalfUp.share(line.netMinor(), removed, line.quantity());
    long tax = line.taxMinor() - HalfUp.share(line.taxMinor(), removed, line.quantity());
    int waiting = undelivered(part, line.restock(), rest);
    long waitingNet = HalfUp.share(net, waiting, rest);
    long waitingTax = HalfUp.share(tax, waiting, rest);
    long keepable = waiting == 0 ? 0 : cancel(part, waiting, waitingNet, waitingTax, taxes, legs);
    part.returned(rest - waiting);
    giveBack(part, net - waitingNet, tax - waitingTax, taxes, legs);
    return keepable;
  }

  /** Goods that came back were delivered; others are those still to be sent, as far as there are any. */
  private static int undelivered(Part part, Restock restock, int units) {
    int most = Math.min(units, part.undelivered().units());
    return restock.cameBack() ? Math.min(most, Math.max(0, units - part.deliveredUnits())) : most;
  }

  /** What was earned at payment, though never sent, is given back as a return: nothing of it waits. */
  private long cancel(
      Part part, int units, long net, long tax, Map<TaxKey, Long> taxes, Legs legs) {
    boolean wasAhead = part.ahead().netMinor() > 0;
    Slice slice = part.undelivered().takeAt(units, net);
    balance.unwait(part, slice.deferredMinor(), legs);
    part.undelivered().owedTax().add(slice.owedTax());
    long waitingTax = Math.max(0, tax - slice.openTaxMinor());
    SortedMap<TaxKey, Long> released = part.undelivered().owedTax().take(waitingTax);
    TaxKey.release(released, legs);
    count(released, taxes);
    if (wasAhead) {
      long left = waitingTax - sum(released);
      giveBack(part, Math.max(0, net - slice.netMinor()), left, taxes, legs);
    }
    return Math.max(0, slice.netMinor() - net);
  }

  private static void giveBack(Part part, long net, long tax, Map<TaxKey, Long> taxes, Legs legs) {
    part.giveBack(Math.min(net, part.keptMinor()), part.returnAccount(), legs);
    SortedMap<TaxKey, Long> back = part.keptTax().take(tax);
    TaxKey.giveBack(back, legs);
    count(back, taxes);
  }

  private static void count(Map<TaxKey, Long> some, Map<TaxKey, Long> taxes) {
    some.forEach((key, minor) -> taxes.merge(key, minor, Math::addExact));
  }

  private static long sum(Map<TaxKey, Long> taxes) {
    return taxes.values().stream().reduce(0L, Math::addExact);
  }

  private void shipping(Refund refund, Map<TaxKey, Long> taxes, Legs legs) {
    long net = refund.shippingMinor();
    long tax = refund.shippingTaxMinor();
    for (Part part : balance.parts(Part.Kind.SHIPPING)) {
      Slice slice = part.undelivered().cancel(net);
      balance.unwait(part, slice.deferredMinor(), legs);
      net -= slice.netMinor();
      long given = Math.min(net, part.keptMinor());
      part.giveBack(given, part.returnAccount(), legs);
      net -= given;
      SortedMap<TaxKey, Long> released = part.undelivered().owedTax().take(tax);
      TaxKey.release(released, legs);
      SortedMap<TaxKey, Long> back = part.keptTax().take(tax - sum(released));
      TaxKey.giveBack(back, legs);
      tax -= sum(released) + sum(back);
      count(released, taxes);
      count(back, taxes);
    }
  }

  /** What is owed back already is paid first; only the rest is an amount without lines. */
  private long beyond(Refund refund, long minor, Legs legs) {
    long rest = minor - balance.owedBack().take(minor, legs);
    Optional<Long> figure =
        refund.adjustmentMinor() > 0
            ? refund.adjustmentTaxMinor().filter(tax -> tax >= 0)
            : Optional.empty();
    return rest == 0 ? 0 : amounts.give(rest, figure, legs);
  }

  private void pay(Refund.Payment payment, Legs legs) {
    tenders.out(payment, balance.reference(), legs);
    legs.debit(Accounts.ROUNDING, payment.roundingMinor().orElse(0L));
    balance.moneyOut(payment.amountMinor() - payment.roundingMinor().orElse(0L));
  }

  private void withoutFacilitatorTax(Refund refund, Legs legs) {
    long tax = legs.minor(Accounts.FACILITATOR_TAX.number());
    Optional<Refund.Payment> fed = refund.payments().stream().filter(tenders::isFed).findFirst();
    if (policy.facilitator() == TaxPolicy.Facilitator.NET && fed.isPresent()) {
      legs.credit(Accounts.FACILITATOR_TAX, balance.reference(), tax)
          .debit(Accounts.REFUNDS_PAYABLE, fed.get().reference(), tax);
    }
  }

  /** What no payment gives back is kept as the refund says (case 34), was never paid (1100), or is owed (case 33). */
  private void owe(
      Refund refund, long keepable, long components, Map<TaxKey, Long> taxes, Legs legs) {
    long rest = legs.debitedMinor();
    long kept = Math.clamp(rest, 0, keepable);
    keep(kept, components, taxes, legs);
    long owed = rest - kept;
    owed -= balance.settle(owed, legs);
    balance.owedBack().owe(new Reference("refund/" + refund.id()), owed, legs);
  }

  /** A fee holds tax at the rate of what it was kept from, where the policy says so. */
  private void keep(long kept, long components, Map<TaxKey, Long> taxes, Legs legs) {
    long tax =
        switch (policy.restockingFee()) {
          case TAXED -> components == 0 ? 0 : HalfUp.share(kept, sum(taxes), components);
          case NOT_TAXED -> 0;
        };
    legs.credit(Accounts.RESTOCKING_FEES, kept - tax);
    if (tax > 0) {
      TaxKey.oweNow(LargestRemainder.split(tax, new TreeMap<>(taxes)), legs);
    }
  }
}
