package io.daybook.posting.order;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.PriceCut;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.Policy;
import io.daybook.ledger.Rules;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lives through an order's moments: each becomes an occasion with the legs that its concern says. */
final class OrderLife {
  private final OrderState order;
  private final Rules rules;
  private RequiredBuilder required;
  private final Legs posted;
  private final OrderBalance balance;
  private final Recognition recognition;
  private final PaymentShare payments;
  private final RefundShare refunds;
  private final EditShare edits;
  private final LostDispute disputes;
  private final Settlements settlements;
  private final ActShare acts;
  private final Set<LineId> fulfilled;
  private final LocalDate today;
  private LocalDate supplied = LocalDate.MIN;

  OrderLife(OrderState order, Facts facts, Rules rules, RequiredBuilder required, LocalDate today) {
    this.order = order;
    this.rules = rules;
    this.required = required;
    this.today = today;
    this.posted = new Legs(order.currency());
    Policy policy = rules.policy();
    Tenders tenders = new Tenders(rules);
    this.balance =
        new OrderBalance(
            order, facts.all(OrderEdit.class), policy, tenders.receivable(order, facts));
    this.recognition = new Recognition(balance, policy.recognition());
    this.settlements = new Settlements(order, facts, tenders, policy);
    this.payments = new PaymentShare(balance, tenders, policy, recognition, settlements, facts);
    this.refunds = new RefundShare(balance, new AmountShare(balance), tenders, policy.tax());
    this.edits = new EditShare(balance, recognition);
    this.disputes = new LostDispute(balance, policy.disputes());
    this.acts = new ActShare(balance, policy.tax());
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

  /** Whether a payment is made with a card that was never sold. */
  boolean isPromotion(OrderPayment payment) {
    return payments.isPromotion(payment);
  }

  /** All that this life required so far. */
  Legs posted() {
    return posted;
  }

  /** Whether a month's end will bring more: a term that is not over, or what was earned and not sent. */
  boolean waitsForMonthsEnd() {
    return recognition.waitsForMonthsEnd();
  }

  /** From here on it is this life that the books show. */
  void goOn(RequiredBuilder builder) {
    required = builder;
  }

  /** Lives one moment. Moments must come in their order. */
  void live(Moment moment) {
    switch (moment) {
      case Moment.Placed _ -> {}
      case Moment.Promoted(OrderPayment payment, Instant at) -> promoted(payment, at);
      case Moment.Edited(OrderEdit edit) -> edited(edit);
      case Moment.Cheaper(PriceCut cut) -> cheaper(cut);
      case Moment.Invoiced invoiced -> invoiced(invoiced);
      case Moment.Paid(OrderPayment payment) -> paid(payment);
      case Moment.Wired(WireReceipt wire) -> wired(wire);
      case Moment.Shipped(Fulfilment parcel) -> recognition.leave(parcel);
      case Moment.Delivered delivered -> delivered(delivered);
      case Moment.CalledBack called -> calledBack(called);
      case Moment.Spent spent -> acts.spent(spent.spent());
      case Moment.Refunded(Refund refund) -> refunded(refund);
      case Moment.Decided decided -> decided(decided);
      case Moment.DisputeLost lost -> lost(lost);
      case Moment.Withdrawn withdrawn -> withdrawn(withdrawn);
      case Moment.Protected(Dispute dispute, Dispute.Protection protection) ->
          protectedBy(dispute, protection);
      case Moment.Settled(Settlement settlement) -> settled(settlement);
      case Moment.Cancelled cancelled -> cancelled(cancelled);
      case Moment.MonthEnd month -> month(month);
      case Moment.Undone undone ->
          throw new IllegalStateException("a life cannot undo " + undone.undone());
    }
    servicesPaid(moment);
  }

  private OrderReports reports() {
    return new OrderReports(order.currency(), required);
  }

  private void require(String occasion, String memo, Instant at, Legs legs) {
    balance.cardDiscounts(legs);
    posted.add(legs, 1);
    required.require(occasion, memo(memo), at, legs);
  }

  private void promoted(OrderPayment payment, Instant at) {
    Legs legs = legs(at);
    payments.promote(payment, legs);
    require("promotion/" + payment.id(), "bought with a card never sold", at, legs);
  }

  private void edited(OrderEdit edit) {
    earnTerms(new Moment.Edited(edit));
    Legs legs = legs(edit.committedAt());
    int unknown = edits.edit(edit, legs);
    recognition.shippingIfNothingIsLeft(legs);
    payments.earn(legs);
    require("edit/" + edit.id(), "edited", edit.committedAt(), legs);
    reports().unknownUnits(edit.committedAt(), "edit " + edit.id() + " removes", unknown);
  }

  private void cheaper(PriceCut cut) {
    earnTerms(new Moment.Cheaper(cut));
    Legs legs = legs(cut.at());
    edits.cut(cut, legs);
    require("price-cut/" + cut.id(), "made cheaper", cut.at(), legs);
  }

  private void cancelled(Moment.Cancelled cancelled) {
    earnTerms(cancelled);
    Legs legs = legs(cancelled.at());
    edits.cancel(legs);
    require("cancelled", "cancelled", cancelled.at(), legs);
  }

  private void invoiced(Moment.Invoiced moment) {
    if (isForeign(moment.invoice().currency())) {
      reports()
          .noRate(
              moment,
              moment.invoice().netMinor(),
              moment.invoice().currency(),
              "invoice " + moment.id());
      return;
    }
    Legs legs = legs(moment.at());
    acts.invoice(moment.invoice(), legs);
    require("invoice/" + moment.id(), "invoice " + moment.id(), moment.at(), legs);
  }

  private void paid(OrderPayment payment) {
    Moment moment = new Moment.Paid(payment);
    if (isForeign(payment.currency())) {
      reports()
          .noRate(moment, payment.amountMinor(), payment.currency(), "payment " + payment.id());
      return;
    }
    Legs legs = legs(payment.at());
    long beyond = payments.pay(payment, legs);
    require("payment/" + payment.id(), "paid through " + payment.gateway(), payment.at(), legs);
    reports().beyond(moment, "payment " + payment.id(), beyond);
    payments.card(payment).ifPresent(card -> reports().card(payment, card));
  }

  private void wired(WireReceipt wire) {
    Moment moment = new Moment.Wired(wire);
    if (isForeign(wire.currency())) {
      reports().noRate(moment, wire.amountMinor(), wire.currency(), "transfer " + wire.line());
      return;
    }
    Legs legs = legs(wire.at());
    long beyond = payments.wired(wire, legs);
    require("wire/" + wire.line(), "paid by transfer", wire.at(), legs);
    reports().beyond(moment, "transfer " + wire.line(), beyond);
  }

  private void delivered(Moment.Delivered delivered) {
    Fulfilment parcel = delivered.parcel();
    Legs legs = legs(delivered.at());
    supplied = rules.day(delivered.at());
    int unknown = recognition.deliver(parcel, legs);
    require("shipment/" + parcel.id(), "parcel " + parcel.id(), delivered.at(), legs);
    reports().unknownUnits(delivered.at(), "parcel " + parcel.id() + " holds", unknown);
    reports().delivered(delivered);
  }

  private void calledBack(Moment.CalledBack called) {
    Legs legs = legs(called.at());
    recognition.callBack(called.parcel(), legs);
    String memo = "parcel " + called.id() + " called back";
    require("shipment-cancelled/" + called.id(), memo, called.at(), legs);
  }

  private void refunded(Refund refund) {
    Moment moment = new Moment.Refunded(refund);
    if (isForeign(refund.currency())) {
      reports().noRate(moment, 0, refund.currency(), "refund " + refund.id());
      return;
    }
    earnTerms(moment);
    Legs legs = legs(refund.at());
    RefundShare.Excess excess = refunds.refund(refund, legs);
    recognition.shippingIfNothingIsLeft(legs);
    require("refund/" + refund.id(), "refund " + refund.id(), refund.at(), legs);
    long named = Math.clamp(balance.overpaidMinor(), 0, excess.namedMinor());
    reports()
        .excess(
            moment,
            "refund " + refund.id(),
            Math.addExact(named, excess.unnamedMinor()),
            excess.unnamedMinor() > 0 ? "a loss" : "a return");
  }

  private void decided(Moment.Decided decided) {
    earnTerms(decided);
    Legs legs = legs(decided.at());
    switch (decided.act().act()) {
      case WRITE_OFF -> writtenOff(decided, legs);
      case FORFEIT -> acts.forfeit(legs);
      case WITHDRAW_REFUND ->
          throw new IllegalStateException("a refund is withdrawn by undoing it");
    }
    require("act/" + decided.id(), "decided by " + decided.act().by(), decided.at(), legs);
  }

  /** Tax is claimed back with the debt, or on the first day on which the policy lets it be claimed. */
  private void writtenOff(Moment.Decided decided, Legs legs) {
    int months = rules.policy().tax().badDebtMonths();
    LocalDate claim = supplied.equals(LocalDate.MIN) ? legs.day() : supplied.plusMonths(months);
    if (months == 0 || !claim.isAfter(legs.day())) {
      acts.writeOff(legs, legs);
      return;
    }
    Instant at = claim.atStartOfDay(rules.zone()).toInstant();
    Legs relief = legs(at);
    acts.writeOff(legs, relief);
    if (relief.isEmpty()) {
      return;
    }
    if (claim.isAfter(today)) {
      required.due(claim);
    } else {
      require("act/" + decided.id() + "/tax", "tax of a bad debt claimed back", at, relief);
    }
  }

  private void lost(Moment.DisputeLost lost) {
    Dispute dispute = lost.dispute();
    if (isForeign(dispute.currency())) {
      reports().noRate(lost, dispute.amountMinor(), dispute.currency(), "dispute " + dispute.id());
      return;
    }
    earnTerms(lost);
    Legs legs = legs(lost.at());
    long excess = disputes.lose(dispute, legs);
    require("dispute-lost/" + dispute.id(), "dispute " + dispute.id() + " lost", lost.at(), legs);
    reports().excess(lost, "lost dispute " + dispute.id(), excess, "a loss");
  }

  private void withdrawn(Moment.Withdrawn withdrawn) {
    Dispute dispute = withdrawn.dispute();
    if (!isForeign(dispute.currency())) {
      Legs legs = legs(withdrawn.at());
      disputes.withdrawn(dispute, legs);
      require("dispute/" + dispute.id(), "dispute " + dispute.id(), withdrawn.at(), legs);
    }
  }

  private void protectedBy(Dispute dispute, Dispute.Protection protection) {
    if (!isForeign(dispute.currency())) {
      Legs legs = legs(protection.at());
      disputes.protect(dispute, protection.amountMinor(), legs);
      String memo = "protection for dispute " + dispute.id();
      require("protection/" + dispute.id(), memo, protection.at(), legs);
    }
  }

  private void settled(Settlement settlement) {
    Moment moment = new Moment.Settled(settlement);
    if (isForeign(settlement.currency())) {
      reports()
          .noRate(
              moment,
              settlement.settledMinor(),
              settlement.currency(),
              "settlement of " + settlement.payment());
      return;
    }
    Legs legs = legs(settlement.at());
    long unexplained = settlements.settle(settlement, legs);
    require(
        "settlement/" + settlement.payment(),
        "settled otherwise than paid, " + settlement.payment(),
        settlement.at(),
        legs);
    reports().settlement(settlement, unexplained);
  }

  private void earnTerms(Moment moment) {
    LocalDate day = rules.day(moment.at());
    Legs legs = legs(moment.at());
    recognition.earnTerms(day, legs);
    require("earned/" + day, "earned until " + day, moment.at(), legs);
  }

  /** What time earned; and what was earned at payment and not sent is deferred over the night (rule A16). */
  private void month(Moment.MonthEnd month) {
    earnTerms(month);
    Legs legs = legs(month.at());
    recognition.cutOff(legs);
    String occasion = "cut-off/" + month.day();
    require(occasion, "not delivered at the end of " + month.day(), month.at(), legs);
    Instant morning = month.at().plusMillis(1);
    require(
        occasion + "/reversal",
        "cut-off of " + month.day() + " reversed",
        morning,
        legs(morning).add(legs, -1));
  }

  /** What no fulfilment will mark is earned once nothing is left to pay (rule A8). */
  private void servicesPaid(Moment moment) {
    if (balance.unpaidMinor() > 0) {
      return;
    }
    Stream.of(Part.Kind.SERVICE, Part.Kind.SERVICE_CHARGE)
        .flatMap(kind -> balance.parts(kind).stream())
        .filter(service -> service.term().isEmpty() && service.undelivered().units() > 0)
        .filter(service -> !fulfilled.contains(service.id()))
        .forEach(service -> {
          Legs legs = legs(moment.at());
          recognition.service(service, legs);
          require("service/" + service.id(), "service " + service.id(), moment.at(), legs);
        });
  }

  private boolean isForeign(CurrencyCode currency) {
    return !currency.equals(order.currency());
  }

  private Legs legs(Instant at) {
    return new Legs(order.currency(), rules.day(at));
  }

  private String memo(String what) {
    return order.name() + ": " + what;
  }
}
