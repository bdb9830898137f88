package io.daybook.posting.order;

import io.daybook.events.Dispute;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Policy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.CumulativeShares;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lost dispute unwinds the order by component, pro rata if it takes a part (case 40, rule A10): what waits from 2100 with
 * its tax, what was delivered as an expense or as a return, as the policy says.
 */
final class LostDispute {
  /** What a lost dispute takes from. */
  private enum Component {
    WAITING_TAX,
    DELIVERED_TAX,
    TIP,
    DUTIES,
    GIFT_CARDS,
    SHIPPING,
    LINES,
    WAITING
  }

  private final OrderBalance balance;
  private final Policy policy;

  LostDispute(OrderBalance balance, Policy policy) {
    this.balance = balance;
    this.policy = policy;
  }

  /**
   * A dispute is lost.
   *
   * @return what it took beyond all that is left of the order (rule A14), in minor units
   */
  long lose(Dispute dispute, Legs legs) {
    SortedMap<Component, Long> has = new TreeMap<>();
    for (Component component : Component.values()) {
      has.put(component, has(component));
    }
    has.values().removeIf(minor -> minor == 0);
    long total = has.values().stream().reduce(0L, Math::addExact);
    long taken = Math.min(dispute.amountMinor(), total);
    if (taken > 0) {
      boolean loss = isLoss(dispute);
      new CumulativeShares<>(has, has.lastKey())
          .draw(taken)
          .forEach((component, minor) -> take(component, minor, loss, legs));
    }
    long excess = dispute.amountMinor() - taken;
    legs.debit(Accounts.CHARGEBACK_LOSS, excess)
        .credit(Accounts.DISPUTES, new Reference(dispute.id().value()), dispute.amountMinor());
    return excess;
  }

  private boolean isLoss(Dispute dispute) {
    return switch (policy.lostDispute()) {
      case EXPENSE -> true;
      case CONTRA_REVENUE -> false;
      case BY_REASON -> dispute.reason().toLowerCase(Locale.ROOT).contains("fraud");
    };
  }

  private long has(Component component) {
    return switch (component) {
      case WAITING_TAX -> waitingTax().totalMinor();
      case DELIVERED_TAX -> deliveredTax().totalMinor();
      case TIP -> balance.tip().heldMinor();
      case DUTIES -> balance.duties().heldMinor();
      case GIFT_CARDS ->
          sum(balance.parts(Part.Kind.GIFT_CARD), part -> part.undelivered().deferredMinor());
      case SHIPPING -> sum(balance.parts(Part.Kind.SHIPPING), Part::keptMinor);
      case LINES -> sum(lines(), Part::keptMinor);
      case WAITING -> sum(earning(), part -> part.undelivered().deferredMinor());
    };
  }

  private void take(Component component, long minor, boolean loss, Legs legs) {
    switch (component) {
      case WAITING_TAX -> legs.debit(waitingTax().take(minor));
      case DELIVERED_TAX -> deliveredTax(minor, loss, legs);
      case TIP -> legs.debit(Accounts.TIPS, balance.tip().take(minor));
      case DUTIES -> legs.debit(Accounts.DUTIES, balance.duties().take(minor));
      case GIFT_CARDS -> {
        allow(minor, balance.parts(Part.Kind.GIFT_CARD));
        legs.debit(Accounts.GIFT_CARDS, minor);
      }
      case SHIPPING -> {
        OrderBalance.spread(
            minor, balance.parts(Part.Kind.SHIPPING), Part::keptMinor, Part::giveBack);
        legs.debit(loss ? Accounts.CHARGEBACK_LOSS : Accounts.SHIPPING_REFUNDS, minor);
      }
      case LINES -> {
        OrderBalance.spread(minor, lines(), Part::keptMinor, Part::giveBack);
        legs.debit(loss ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, minor);
      }
      case WAITING -> {
        allow(minor, earning());
        legs.debit(Accounts.DEFERRED, minor);
      }
    }
  }

  /** Without relief the tax stays owed: it leaves what could be given back, and is a loss or a return itself. */
  private void deliveredTax(long minor, boolean loss, Legs legs) {
    SortedMap<AccountCode, Long> tax = deliveredTax().take(minor);
    switch (policy.lostDisputeTax()) {
      case CLAIMED -> legs.debit(tax);
      case NONE -> legs.debit(loss ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, minor);
    }
  }

  private static void allow(long minor, List<Part> parts) {
    OrderBalance.spread(
        minor,
        parts,
        part -> part.undelivered().deferredMinor(),
        (part, share) -> part.undelivered().allow(share));
  }

  private Taxes waitingTax() {
    return Taxes.in(balance.parts().stream().map(part -> part.undelivered().owedTax()).toList());
  }

  private Taxes deliveredTax() {
    return Taxes.in(balance.parts().stream().map(Part::keptTax).toList());
  }

  private List<Part> earning() {
    return balance.parts().stream().filter(part -> part.kind() != Part.Kind.GIFT_CARD).toList();
  }

  private List<Part> lines() {
    return earning().stream().filter(part -> part.kind() != Part.Kind.SHIPPING).toList();
  }

  private static long sum(List<Part> parts, java.util.function.ToLongFunction<Part> minor) {
    return parts.stream().mapToLong(minor).reduce(0, Math::addExact);
  }
}
