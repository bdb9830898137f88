package io.daybook.posting.order;

import io.daybook.events.ComponentSpent;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.Invoice;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.PriceCut;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.Rules;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.requirement.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The moments of an order, in one order whatever the order in which they were told. Those that the calendar brings are
 * there up to today.
 */
final class Timeline {
  private static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::at).thenComparingInt(Moment::rank).thenComparing(Moment::id);

  private final OrderState order;
  private final Facts facts;
  private final Rules rules;
  private final LocalDate today;
  private final List<Moment> moments = new ArrayList<>();

  private Timeline(OrderState order, Facts facts, Rules rules, LocalDate today) {
    this.order = order;
    this.facts = facts;
    this.rules = rules;
    this.today = today;
  }

  /** All moments up to today. */
  static List<Moment> of(
      OrderState order,
      Facts facts,
      Rules rules,
      LocalDate today,
      Predicate<OrderPayment> promotion) {
    Timeline timeline = new Timeline(order, facts, rules, today);
    timeline.placed(promotion);
    timeline.sent();
    timeline.undone();
    timeline.months();
    return timeline.moments.stream().sorted(ORDER).toList();
  }

  private void placed(Predicate<OrderPayment> promotion) {
    moments.add(new Moment.Placed(order));
    order.cancelledAt().ifPresent(at -> moments.add(new Moment.Cancelled(order, at)));
    facts.all(OrderEdit.class).forEach(edit -> moments.add(new Moment.Edited(edit)));
    facts.all(PriceCut.class).forEach(cut -> moments.add(new Moment.Cheaper(cut)));
    facts
        .all(OrderPayment.class)
        .forEach(payment ->
            moments.add(
                promotion.test(payment)
                    ? new Moment.Promoted(payment, order.placedAt())
                    : new Moment.Paid(payment)));
    facts.all(WireReceipt.class).forEach(wire -> moments.add(new Moment.Wired(wire)));
    facts.all(Settlement.class).forEach(settlement -> moments.add(new Moment.Settled(settlement)));
    facts.all(ComponentSpent.class).forEach(spent -> moments.add(new Moment.Spent(spent)));
    facts.all(Refund.class).forEach(refund -> moments.add(new Moment.Refunded(refund)));
    facts.all(Dispute.class).forEach(this::disputed);
  }

  private void sent() {
    // Books that look at money only earn nothing by sending.
    if (!isCash()) {
      facts.all(Fulfilment.class).forEach(this::sent);
    }
  }

  private void sent(Fulfilment parcel) {
    Parcels parcels = new Parcels(facts, rules, today);
    if (parcels.waitForDelivery()) {
      moments.add(new Moment.Shipped(parcel));
    }
    parcels.delivered(parcel).ifPresent(moments::add);
    parcels.back(parcel).ifPresent(at -> moments.add(new Moment.CalledBack(parcel, at)));
  }

  private boolean isCash() {
    return rules.policy().recognition().basis() == RecognitionPolicy.Basis.CASH;
  }

  private void disputed(Dispute dispute) {
    Instant decided = dispute.closedAt().orElse(dispute.openedAt());
    switch (dispute.status()) {
      case INQUIRY -> {}
      case LOST ->
          moments.add(new Moment.DisputeLost(dispute, isCash() ? dispute.openedAt() : decided));
      case NEEDS_RESPONSE, UNDER_REVIEW -> {
        if (isCash()) {
          moments.add(new Moment.Withdrawn(dispute));
        }
      }
      case WON -> {
        if (isCash()) {
          Moment withdrawn = new Moment.Withdrawn(dispute);
          moments.add(withdrawn);
          moments.add(new Moment.Undone(withdrawn, decided, "dispute-won/" + dispute.id()));
        }
      }
    }
    dispute
        .protection()
        .ifPresent(protection -> moments.add(new Moment.Protected(dispute, protection)));
  }

  private void undone() {
    for (Invoice invoice : facts.all(Invoice.class)) {
      Moment invoiced = new Moment.Invoiced(invoice);
      moments.add(invoiced);
      String occasion = "invoice-cancelled/" + invoice.id();
      invoice.cancelledAt().ifPresent(at -> moments.add(new Moment.Undone(invoiced, at, occasion)));
    }
    for (OrderAct act : facts.all(OrderAct.class)) {
      switch (act.act()) {
        case WRITE_OFF, FORFEIT -> moments.add(new Moment.Decided(act));
        case WITHDRAW_REFUND ->
            facts.all(Refund.class).stream()
                .filter(refund -> act.refund().filter(refund.id()::equals).isPresent())
                .map(Moment.Refunded::new)
                .forEach(refund ->
                    moments.add(
                        new Moment.Undone(refund, act.at(), "refund-withdrawn/" + refund.id())));
      }
    }
  }

  /**
   * Month by month until today, if anything of the order depends on the calendar; a month counts once it is over. Books that
   * look at money only have no month's end.
   */
  private void months() {
    if (isCash()) {
      return;
    }
    RecognitionPolicy policy = rules.policy().recognition();
    boolean cutOff = policy.deferral() == RecognitionPolicy.Deferral.OFF;
    LocalDate last =
        order.lines().stream()
            .flatMap(line -> line.term().stream())
            .map(OrderLine.Term::to)
            .max(LocalDate::compareTo)
            .map(to -> YearMonth.from(to).atEndOfMonth())
            .orElse(LocalDate.MIN);
    LocalDate until = cutOff || !last.isBefore(today) ? today : last.plusDays(1);
    Instant first =
        moments.stream().map(Moment::at).min(Instant::compareTo).orElse(order.placedAt());
    YearMonth month = YearMonth.from(rules.day(first));
    for (; month.atEndOfMonth().isBefore(until); month = month.plusMonths(1)) {
      LocalDate day = month.atEndOfMonth();
      Instant at = day.plusDays(1).atStartOfDay(rules.zone()).toInstant().minusMillis(1);
      moments.add(new Moment.MonthEnd(day, at));
    }
  }
}
