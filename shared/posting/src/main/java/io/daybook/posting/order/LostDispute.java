package io.daybook.posting.order;

import io.daybook.events.Dispute;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.policy.DisputePolicy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.CumulativeShares;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lost dispute unwinds the order by component (case 40, rule A10): what waits from 2100 with its tax, what was delivered
 * as an expense or as a return, as the policy says. One that takes a part takes the goods first, pro rata with their tax,
 * then the shipping, then what was collected on top (case 41).
 */
final class LostDispute {
  /**
   * Square's words for it: the cardholder knows nothing of the payment, or a counterfeit card was read by its stripe
   * (developer.squareup.com/reference/square/enums/DisputeReason).
   */
  private static final Set<String> FRAUD = Set.of("no_knowledge", "emv_liability_shift");

  /** What a lost dispute takes from. */
  private enum Component {
    WAITING_TAX,
    DELIVERED_TAX,
    LINES,
    WAITING,
    SHIPPING,
    TIP,
    DUTIES,
    OTHERS
  }

  private static final List<List<Component>> TURNS =
      List.of(
          List.of(
              Component.WAITING_TAX, Component.DELIVERED_TAX, Component.LINES, Component.WAITING),
          List.of(Component.SHIPPING),
          List.of(Component.TIP, Component.DUTIES, Component.OTHERS));

  private final OrderBalance balance;
  private final DisputePolicy policy;

  LostDispute(OrderBalance balance, DisputePolicy policy) {
    this.balance = balance;
    this.policy = policy;
  }

  /**
   * A dispute is lost.
   *
   * @return what it took beyond all that is left of the order (rule A14), in minor units
   */
  long lose(Dispute dispute, Legs legs) {
    long lost = Math.max(0, dispute.amountMinor() - dispute.returnedMinor().orElse(0L));
    balance.moneyOut(lost);
    long left = lost;
    for (List<Component> turn : TURNS) {
      left = take(turn, left, isLoss(dispute), legs);
    }
    legs.debit(Accounts.CHARGEBACK_LOSS, left)
        .credit(Accounts.DISPUTES, new Reference(dispute.id().value()), lost);
    return left;
  }

  private long take(List<Component> turn, long minor, boolean loss, Legs legs) {
    SortedMap<Component, Long> has = new TreeMap<>();
    for (Component component : turn) {
      has.put(component, has(component));
    }
    has.values().removeIf(part -> part == 0);
    long taken = Math.min(minor, has.values().stream().reduce(0L, Math::addExact));
    if (taken > 0) {
      new CumulativeShares<>(has, has.lastKey())
          .draw(taken)
          .forEach((component, part) -> take(component, part, loss, legs));
    }
    return minor - taken;
  }

  /** Protection that pays after the loss: up to the loss where it was shown, above it other income (case 80). */
  void protect(Dispute dispute, long minor, Legs legs) {
    long loss = Math.max(0, dispute.amountMinor() - dispute.returnedMinor().orElse(0L));
    long made = Math.min(minor, loss);
    legs.debit(Accounts.DISPUTES, new Reference(dispute.id().value()), minor)
        .credit(isLoss(dispute) ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, made)
        .credit(Accounts.OTHER_INCOME, minor - made);
  }

  /** Money is gone and nothing is decided: all of it is a loss, until it comes back (cash books, rule A17). */
  void withdrawn(Dispute dispute, Legs legs) {
    legs.debit(isLoss(dispute) ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, dispute.amountMinor())
        .credit(Accounts.DISPUTES, new Reference(dispute.id().value()), dispute.amountMinor());
  }

  private boolean isLoss(Dispute dispute) {
    return switch (policy.lost()) {
      case EXPENSE -> true;
      case CONTRA_REVENUE -> false;
      case BY_REASON -> isFraud(dispute.reason().toLowerCase(Locale.ROOT));
    };
  }

  private long has(Component component) {
    return switch (component) {
      case WAITING_TAX -> Taxes.undelivered(balance.parts()).totalMinor();
      case DELIVERED_TAX -> Taxes.delivered(balance.parts()).totalMinor();
      case TIP -> balance.tip().heldMinor();
      case DUTIES -> balance.duties().heldMinor();
      case OTHERS -> sum(others(), part -> part.undelivered().deferredMinor());
      case SHIPPING -> sum(balance.parts(Part.Kind.SHIPPING), Part::keptMinor);
      case LINES -> sum(lines(), Part::keptMinor);
      case WAITING -> sum(balance.earning(), part -> part.undelivered().deferredMinor());
    };
  }

  private void take(Component component, long minor, boolean loss, Legs legs) {
    switch (component) {
      case WAITING_TAX -> Taxes.undelivered(balance.parts()).giveBack(minor, legs);
      case DELIVERED_TAX -> deliveredTax(minor, loss, legs);
      case TIP -> balance.tip().take(minor, legs);
      case DUTIES -> balance.duties().take(minor, legs);
      case OTHERS -> allow(minor, others(), legs);
      case SHIPPING ->
          giveBack(
              minor,
              balance.parts(Part.Kind.SHIPPING),
              loss ? Accounts.CHARGEBACK_LOSS : Accounts.SHIPPING_REFUNDS,
              legs);
      case LINES ->
          giveBack(minor, lines(), loss ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, legs);
      case WAITING -> allow(minor, balance.earning(), legs);
    }
  }

  /** Without relief the tax stays owed: it leaves what could be given back, and is a loss or a return itself. */
  private void deliveredTax(long minor, boolean loss, Legs legs) {
    switch (policy.tax()) {
      case CLAIMED -> Taxes.delivered(balance.parts()).giveBack(minor, legs);
      case NONE -> {
        Taxes.delivered(balance.parts()).forgo(minor);
        legs.debit(loss ? Accounts.CHARGEBACK_LOSS : Accounts.RETURNS, minor);
      }
    }
  }

  private static void giveBack(long minor, List<Part> parts, AccountCode account, Legs legs) {
    OrderBalance.spread(
        minor, parts, Part::keptMinor, (part, share) -> part.giveBack(share, account, legs));
  }

  private void allow(long minor, List<Part> parts, Legs legs) {
    OrderBalance.spread(
        minor,
        parts,
        part -> part.undelivered().deferredMinor(),
        (part, share) -> {
          part.undelivered().allow(share);
          balance.unwait(part, share, legs);
        });
  }

  /** Cards sold and what was collected for others. */
  private List<Part> others() {
    return balance.parts().stream().filter(part -> !part.earns()).toList();
  }

  private List<Part> lines() {
    return balance.earning().stream().filter(part -> part.kind() != Part.Kind.SHIPPING).toList();
  }

  private static long sum(List<Part> parts, java.util.function.ToLongFunction<Part> minor) {
    return parts.stream().mapToLong(minor).reduce(0, Math::addExact);
  }

  private static boolean isFraud(String reason) {
    return reason.contains("fraud") || FRAUD.contains(reason);
  }
}
