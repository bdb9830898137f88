package io.daybook.posting.order;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.RequiredBuilder;
import java.util.Set;
import java.util.stream.Collectors;

/** Lives through an order's moments: each becomes an occasion with the legs that its concern says. */
final class OrderLife {
  private final OrderState order;
  private final Rules rules;
  private final RequiredBuilder required;
  private final OrderBalance balance;
  private final Recognition recognition;
  private final RefundShare refunds;
  private final EditShare edits;
  private final LostDispute disputes;
  private final Settlements settlements;
  private final Set<LineId> fulfilled;

  OrderLife(OrderState order, Facts facts, Rules rules, RequiredBuilder required) {
    this.order = order;
    this.rules = rules;
    this.required = required;
    this.balance = new OrderBalance(order, facts.all(OrderEdit.class));
    this.recognition = new Recognition(balance, rules.policy().shipping());
    this.refunds = new RefundShare(balance, new AmountShare(balance), rules);
    this.edits = new EditShare(balance);
    this.disputes = new LostDispute(balance, rules.policy());
    this.settlements = new Settlements(order, facts, rules);
    this.fulfilled =
        facts.all(Fulfilment.class).stream()
            .filter(parcel -> parcel.cancelledAt().isEmpty())
            .flatMap(parcel -> parcel.lines().stream())
            .map(Fulfilment.Shipped::line)
            .collect(Collectors.toSet());
  }

  /** What the platform's parts add up to, in minor units. */
  long partsMinor() {
    return balance.partsMinor();
  }

  /** Lives one moment. Moments must come in their order. */
  void live(Moment moment) {
    switch (moment) {
      case Moment.Placed _ -> {}
      case Moment.Edited(OrderEdit edit) -> edited(edit);
      case Moment.Paid(OrderPayment payment) -> paid(payment);
      case Moment.Shipped(Fulfilment parcel) -> shipped(parcel);
      case Moment.CalledBack called -> calledBack(called);
      case Moment.Refunded(Refund refund) -> refunded(refund);
      case Moment.DisputeLost lost -> lost(lost);
      case Moment.Settled(Settlement settlement) -> settled(settlement);
    }
    servicesPaid(moment);
  }

  private void edited(OrderEdit edit) {
    Legs legs = legs();
    int unknown = edits.edit(edit, legs);
    recognition.shippingIfNothingIsLeft(legs);
    required.require("edit/" + edit.id(), memo("edited"), edit.committedAt(), legs);
    if (unknown > 0) {
      String reason =
          "edit "
              + edit.id()
              + " removes "
              + unknown
              + " units that the order does not have to send";
      required.report(edit.committedAt(), Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP, reason);
    }
  }

  private void paid(OrderPayment payment) {
    if (isForeign(payment.currency())) {
      required.reportNoRate(
          payment.at(), payment.amountMinor(), payment.currency(), "payment " + payment.id());
      return;
    }
    Legs legs = legs();
    if (payment.gateway().equals(OrderPayment.GIFT_CARD)) {
      legs.debit(Accounts.GIFT_CARDS, payment.amountMinor());
    } else if (rules.feed(payment.gateway()).isPresent()) {
      legs.debit(Accounts.RECEIVABLE, payment.reference(), payment.amountMinor());
    } else {
      // The shop's word is all there is: the clearing account is unproven (rule A1).
      legs.debit(AccountCode.of(1010, payment.gateway().value()), payment.amountMinor());
    }
    long beyond = balance.pay(payment.amountMinor(), legs);
    balance.owedBack().owe(payment.reference(), beyond, legs);
    if (rules.feed(payment.gateway()).isPresent()) {
      settlements.revalue(payment, balance, legs);
    }
    required.require(
        "payment/" + payment.id(), memo("paid through " + payment.gateway()), payment.at(), legs);
    if (beyond > 0) {
      String reason = "payment " + payment.id() + " pays more than the order asks for";
      required.report(
          payment.at(), Discrepancy.Kind.PAYMENT_UNCLAIMED, beyond, payment.currency(), reason);
    }
  }

  private void shipped(Fulfilment parcel) {
    Legs legs = legs();
    int unknown = recognition.ship(parcel, legs);
    required.require(
        "shipment/" + parcel.id(), memo("parcel " + parcel.id()), parcel.shippedAt(), legs);
    if (unknown > 0) {
      String reason =
          "parcel "
              + parcel.id()
              + " holds "
              + unknown
              + " units that the order does not have to send";
      required.report(parcel.shippedAt(), Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP, reason);
    }
  }

  private void calledBack(Moment.CalledBack called) {
    Legs legs = legs();
    recognition.callBack(called.parcel(), legs);
    String memo = memo("parcel " + called.id() + " called back");
    required.require("shipment-cancelled/" + called.id(), memo, called.at(), legs);
  }

  private void refunded(Refund refund) {
    if (isForeign(refund.currency())) {
      required.reportNoRate(refund.at(), 0, refund.currency(), "refund " + refund.id());
      return;
    }
    Legs legs = legs();
    long excess = refunds.refund(refund, legs);
    recognition.shippingIfNothingIsLeft(legs);
    required.require("refund/" + refund.id(), memo("refund " + refund.id()), refund.at(), legs);
    reportExcess(new Moment.Refunded(refund), "refund " + refund.id(), excess);
  }

  private void lost(Moment.DisputeLost lost) {
    Dispute dispute = lost.dispute();
    if (isForeign(dispute.currency())) {
      required.reportNoRate(
          lost.at(), dispute.amountMinor(), dispute.currency(), "dispute " + dispute.id());
      return;
    }
    Legs legs = legs();
    long excess = disputes.lose(dispute, legs);
    required.require(
        "dispute-lost/" + dispute.id(), memo("dispute " + dispute.id() + " lost"), lost.at(), legs);
    reportExcess(lost, "lost dispute " + dispute.id(), excess);
  }

  private void reportExcess(Moment moment, String what, long excess) {
    if (excess > 0) {
      String reason = what + " takes more than is left of the order; the excess is a loss";
      required.report(
          moment.at(), Discrepancy.Kind.OVER_REFUNDED, excess, order.currency(), reason);
    }
  }

  private void settled(Settlement settlement) {
    if (isForeign(settlement.currency())) {
      required.reportNoRate(
          settlement.at(),
          settlement.settledMinor(),
          settlement.currency(),
          "settlement of " + settlement.payment());
      return;
    }
    Legs legs = legs();
    long unexplained = settlements.settle(settlement, legs);
    required.require(
        "settlement/" + settlement.payment(),
        memo("settled otherwise than paid, " + settlement.payment()),
        settlement.at(),
        legs);
    if (unexplained != 0) {
      String reason =
          "payment "
              + settlement.payment()
              + " was settled with another amount than the order says";
      required.report(
          settlement.at(),
          Discrepancy.Kind.SETTLEMENT_DIFFERS,
          unexplained,
          settlement.currency(),
          reason);
    }
  }

  /** What no fulfilment will mark is earned once nothing is left to pay (rule A8). */
  private void servicesPaid(Moment moment) {
    if (balance.unpaidMinor() > 0) {
      return;
    }
    for (Part service : balance.parts(Part.Kind.SERVICE)) {
      if (service.undelivered().units() > 0 && !fulfilled.contains(service.id())) {
        Legs legs = legs();
        recognition.service(service, legs);
        required.require(
            "service/" + service.id(), memo("service " + service.id()), moment.at(), legs);
      }
    }
  }

  private boolean isForeign(CurrencyCode currency) {
    return !currency.equals(order.currency());
  }

  private Legs legs() {
    return new Legs(order.currency());
  }

  private String memo(String what) {
    return order.name() + ": " + what;
  }
}
