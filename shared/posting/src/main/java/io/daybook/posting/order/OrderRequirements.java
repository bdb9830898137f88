package io.daybook.posting.order;

import io.daybook.events.Fulfilment;
import io.daybook.events.Mode;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.TaxPolicy;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an order requires. Without an order nothing (its payments and parcels wait: a parked subject), for a test order
 * nothing, and nothing in a currency without a rate.
 */
public final class OrderRequirements {
  private OrderRequirements() {}

  /**
   * Plays the order's life from its first moment to its last.
   *
   * @param today up to which the calendar counts
   */
  public static Required of(SubjectId subject, Facts facts, Rules rules, LocalDate today) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(OrderState.class)
        .filter(order -> order.mode() == Mode.LIVE)
        .ifPresent(order -> new Play(subject, order, facts, rules, today).require(required));
    return required.done();
  }

  private record Play(
      SubjectId subject, OrderState order, Facts facts, Rules rules, LocalDate today) {
    void require(RequiredBuilder required) {
      OrderLife life = new OrderLife(order, facts, rules, required, today);
      reportSum(order, life.partsMinor(), required);
      reportVouchers(order, rules.policy().tax().vouchers(), required);
      OrderLife last =
          play(Timeline.of(order, facts, rules, today, life::isPromotion), life, required);
      due(last, required);
      new ParcelCosts(order, facts, rules, today, required).require();
    }

    /** The next day that the calendar alone makes a difference on. */
    private void due(OrderLife life, RequiredBuilder required) {
      if (today.equals(LocalDate.MIN)) {
        return;
      }
      if (life.waitsForMonthsEnd()) {
        required.due(today.plusMonths(1).withDayOfMonth(1));
      }
      Parcels parcels = new Parcels(facts, rules, today);
      facts.all(Fulfilment.class).stream()
          .flatMap(parcel -> parcels.assumedOn(parcel).stream())
          .forEach(required::due);
    }

    private OrderLife play(List<Moment> moments, OrderLife first, RequiredBuilder required) {
      OrderLife life = first;
      List<Moment> lived = new ArrayList<>();
      for (Moment moment : moments) {
        if (moment instanceof Moment.Undone undone) {
          lived.remove(undone.undone());
          life = undo(undone, lived, life, required);
        } else {
          life.live(moment);
          lived.add(moment);
        }
      }
      return life;
    }

    /** The books become those of the life that never had it; what the two lives required differs by the entry. */
    private OrderLife undo(
        Moment.Undone undone, List<Moment> lived, OrderLife life, RequiredBuilder required) {
      OrderLife without =
          new OrderLife(order, facts, rules, new RequiredBuilder(subject, rules), today);
      lived.forEach(without::live);
      Legs legs = new Legs(order.currency(), rules.day(undone.at()));
      legs.add(without.posted(), 1).add(life.posted(), -1);
      String memo = order.name() + ": " + undone.occasion();
      required.require(undone.occasion(), memo, undone.at(), legs);
      without.goOn(required);
      return without;
    }
  }

  /** What the platform taxed is posted; a card that the book's policy expects otherwise is shown (case 76). */
  private static void reportVouchers(
      OrderState order, TaxPolicy.Vouchers vouchers, RequiredBuilder required) {
    for (OrderLine line : order.lines()) {
      long tax = line.taxes().stream().mapToLong(TaxAmount::minor).sum();
      Optional<String> wrong =
          line.kind() == OrderLine.Kind.GIFT_CARD ? against(vouchers, tax) : Optional.empty();
      wrong.ifPresent(words ->
          required.report(
              order.placedAt(),
              Discrepancy.Kind.VOUCHER_TAX,
              tax,
              order.currency(),
              "gift card of line " + line.id() + " was sold " + words));
    }
  }

  private static Optional<String> against(TaxPolicy.Vouchers vouchers, long tax) {
    return switch (vouchers) {
      case BY_SALE -> Optional.empty();
      case SINGLE_PURPOSE ->
          tax == 0
              ? Optional.of("without tax, and the book's cards are single-purpose vouchers")
              : Optional.empty();
      case MULTI_PURPOSE ->
          tax == 0
              ? Optional.empty()
              : Optional.of("with tax, and the book's cards are multi-purpose vouchers");
    };
  }

  /** An order that does not add up is posted by its parts; it is never scaled to its total. */
  private static void reportSum(OrderState order, long parts, RequiredBuilder required) {
    long difference = Math.subtractExact(order.totalMinor(), parts);
    if (difference != 0) {
      String reason =
          "total "
              + new Money(order.totalMinor(), order.currency()).words()
              + ", its parts sum to "
              + new Money(parts, order.currency()).words();
      required.report(
          order.placedAt(),
          Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP,
          difference,
          order.currency(),
          reason);
    }
  }
}
