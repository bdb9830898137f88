package io.daybook.posting.order;

import io.daybook.events.Mode;
import io.daybook.events.OrderState;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;

/**
 * What an order requires. Without an order nothing (its payments and parcels wait: a parked subject), for a test order
 * nothing, and nothing in a currency without a rate.
 */
public final class OrderRequirements {
  private OrderRequirements() {}

  /** Plays the order's life from its first moment to its last. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(OrderState.class)
        .filter(order -> order.mode() == Mode.LIVE)
        .ifPresent(order -> require(order, facts, rules, required));
    return required.done();
  }

  private static void require(
      OrderState order, Facts facts, Rules rules, RequiredBuilder required) {
    if (!order.currency().equals(rules.currency())) {
      required.reportNoRate(
          order.placedAt(), order.totalMinor(), order.currency(), "order " + order.id());
      return;
    }
    OrderLife life = new OrderLife(order, facts, rules, required);
    Timeline.of(order, facts).forEach(life::live);
    reportSum(order, life.partsMinor(), required);
    new ParcelCosts(order, facts, rules, required).require();
  }

  /** An order that does not add up is posted by its parts; it is never scaled to its total. */
  private static void reportSum(OrderState order, long parts, RequiredBuilder required) {
    long difference = Math.subtractExact(order.totalMinor(), parts);
    if (difference != 0) {
      String reason =
          "total "
              + new Money(order.totalMinor(), order.currency())
              + ", its parts sum to "
              + new Money(parts, order.currency());
      required.report(
          order.placedAt(),
          Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP,
          difference,
          order.currency(),
          reason);
    }
  }
}
