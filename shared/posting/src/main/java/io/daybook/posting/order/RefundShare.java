package io.daybook.posting.order;

import io.daybook.events.OrderPayment;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A refund, by component (rule A10; cases 26, 27, 31, 34, 35): what was not delivered from 2100, what was from 4900 and
 * 4910, tax from 2010, tip and duties from where they are held. Every debit is bounded by what is there, so nothing falls
 * below zero; payments beyond the components are an amount without lines, and components beyond the payments stay owed.
 */
final class RefundShare {
  private final OrderBalance balance;
  private final AmountShare amounts;
  private final Rules rules;

  RefundShare(OrderBalance balance, AmountShare amounts, Rules rules) {
    this.balance = balance;
    this.amounts = amounts;
    this.rules = rules;
  }

  /**
   * A refund is granted.
   *
   * @return what is refunded beyond all that is left of the order (rule A14), in minor units
   */
  long refund(Refund refund, Legs legs) {
    long keepable = Math.max(0, -refund.adjustmentMinor());
    for (Refund.Line line : refund.lines()) {
      Optional<Part> part = balance.line(line.line());
      keepable += part.isPresent() ? line(part.get(), line, legs) : 0;
    }
    shipping(refund, legs);
    extra(balance.tip(), refund.tipMinor(), legs);
    extra(balance.duties(), refund.dutiesMinor(), legs);
    long paid = paid(refund);
    long beyond =
        (refund.payments().isEmpty()
            ? Math.max(0, refund.adjustmentMinor())
            : paid - legs.debitedMinor());
    long excess = beyond > 0 ? beyond(refund, beyond, legs) : 0;
    legs.debit(Accounts.CHARGEBACK_LOSS, excess);
    refund.payments().forEach(payment -> pay(payment, legs));
    owe(refund, keepable, legs);
    return excess;
  }

  private static long paid(Refund refund) {
    return refund.payments().stream()
        .mapToLong(Refund.Payment::amountMinor)
        .reduce(0, Math::addExact);
  }

  /** What the units are worth beyond what the platform says is refunded for them: the merchant may keep that. */
  private long line(Part part, Refund.Line line, Legs legs) {
    int removed =
        line.restock() == Restock.RETURN ? 0 : Math.min(line.quantity(), part.removedUnits());
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
    long keepable = waiting == 0 ? 0 : cancel(part, waiting, waitingNet, waitingTax, legs);
    part.returned(rest - waiting);
    giveBack(part, net - waitingNet, tax - waitingTax, legs);
    return keepable;
  }

  /** Goods that came back were delivered; others are those still to be sent, as far as there are any. */
  private static int undelivered(Part part, Restock restock, int units) {
    int most = Math.min(units, part.undelivered().units());
    return switch (restock) {
      case RETURN -> Math.min(most, Math.max(0, units - part.deliveredUnits()));
      case NONE, CANCEL -> most;
    };
  }

  private static long cancel(Part part, int units, long net, long tax, Legs legs) {
    Slice slice = part.undelivered().takeAt(units, net);
    legs.debit(part.waitingAccount(), slice.deferredMinor());
    part.undelivered().owedTax().add(slice.owedTax());
    tax(part.undelivered().owedTax(), Math.max(0, tax - slice.openTaxMinor()), legs);
    return Math.max(0, slice.netMinor() - net);
  }

  private static void giveBack(Part part, long net, long tax, Legs legs) {
    long given = Math.min(net, part.keptMinor());
    part.giveBack(given);
    legs.debit(part.returnAccount(), given);
    tax(part.keptTax(), tax, legs);
  }

  /** Tax from a pot as far as it has some; how much that was. */
  private static long tax(TaxPot pot, long atMost, Legs legs) {
    SortedMap<AccountCode, Long> taken = pot.take(atMost);
    legs.debit(taken);
    return taken.values().stream().reduce(0L, Math::addExact);
  }

  private void shipping(Refund refund, Legs legs) {
    long net = refund.shippingMinor();
    long tax = refund.shippingTaxMinor();
    for (Part part : balance.parts(Part.Kind.SHIPPING)) {
      Slice slice = part.undelivered().cancel(net);
      legs.debit(Accounts.DEFERRED, slice.deferredMinor());
      net -= slice.netMinor();
      long given = Math.min(net, part.keptMinor());
      part.giveBack(given);
      legs.debit(part.returnAccount(), given);
      net -= given;
      tax -= tax(part.undelivered().owedTax(), tax, legs);
      tax -= tax(part.keptTax(), tax, legs);
    }
  }

  private static void extra(Extra extra, long minor, Legs legs) {
    legs.debit(extra.account(), extra.take(minor));
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

  /** A gateway without a feed pays from its own unproven clearing account (rule A1). */
  private void pay(Refund.Payment payment, Legs legs) {
    if (payment.gateway().equals(OrderPayment.GIFT_CARD)) {
      legs.credit(Accounts.GIFT_CARDS, payment.amountMinor());
    } else if (rules.feed(payment.gateway()).isPresent()) {
      legs.credit(Accounts.REFUNDS_PAYABLE, payment.reference(), payment.amountMinor());
    } else {
      legs.credit(AccountCode.of(1010, payment.gateway().value()), payment.amountMinor());
    }
  }

  /** What no payment gives back is kept as the refund says (case 34), was never paid (1100), or is owed (case 33). */
  private void owe(Refund refund, long keepable, Legs legs) {
    long rest = legs.debitedMinor();
    long kept = Math.min(rest, keepable);
    legs.credit(Accounts.RESTOCKING_FEES, kept);
    long owed = rest - kept;
    owed -= balance.settle(owed, legs);
    balance.owedBack().owe(new Reference("refund/" + refund.id()), owed, legs);
  }
}
