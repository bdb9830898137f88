package io.daybook.posting;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.BankStatement;
import io.daybook.events.CardOrigin;
import io.daybook.events.Charge;
import io.daybook.events.ComponentSpent;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Invoice;
import io.daybook.events.ItemCost;
import io.daybook.events.Opening;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PriceCut;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.events.ShipmentCost;
import io.daybook.events.StoreCredit;
import io.daybook.events.Unclaimed;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which subjects a fact concerns. A function of the fact alone, so that every telling of it goes the same way. */
public final class Routing {
  private Routing() {}

  /** At least one subject. */
  public static List<SubjectId> subjects(Fact fact) {
    return switch (fact) {
      case OrderState order -> one(new SubjectId(Kind.ORDER, order.origin(), order.id().value()));
      case OrderEdit edit -> one(new SubjectId(Kind.ORDER, edit.origin(), edit.order().value()));
      case OrderPayment payment ->
          one(new SubjectId(Kind.ORDER, payment.origin(), payment.order().value()));
      case Fulfilment parcel ->
          one(new SubjectId(Kind.ORDER, parcel.origin(), parcel.order().value()));
      case Refund refund -> one(new SubjectId(Kind.ORDER, refund.origin(), refund.order().value()));
      case ShipmentCost cost -> one(new SubjectId(Kind.ORDER, cost.origin(), cost.order().value()));
      case Settlement settled ->
          one(new SubjectId(Kind.ORDER, settled.origin(), settled.order().value()));
      case ItemCost cost -> one(new SubjectId(Kind.ITEM, cost.origin(), cost.sku().value()));
      case Charge charge ->
          one(new SubjectId(Kind.TRANSACTION, charge.origin(), charge.transaction().value()));
      case BalanceTransaction moved ->
          one(new SubjectId(Kind.TRANSACTION, moved.origin(), moved.id().value()));
      case Payout payout -> one(new SubjectId(Kind.PAYOUT, payout.origin(), payout.id().value()));
      case PayoutManifest list ->
          one(new SubjectId(Kind.PAYOUT, list.origin(), list.payout().value()));
      case Dispute dispute -> disputed(dispute);
      case BankStatement statement ->
          one(new SubjectId(Kind.BANK_STATEMENT, statement.origin(), statement.id().value()));
      case BankLine line -> one(new SubjectId(Kind.BANK_LINE, line.origin(), line.id().value()));
      case BankMatch match ->
          one(new SubjectId(Kind.BANK_LINE, match.origin(), match.line().value()));
      case Opening opening ->
          one(new SubjectId(Kind.OPENING, opening.origin(), opening.id().value()));
      case Delivery delivery ->
          one(new SubjectId(Kind.ORDER, delivery.origin(), delivery.order().value()));
      case Invoice invoice ->
          one(new SubjectId(Kind.ORDER, invoice.origin(), invoice.order().value()));
      case PriceCut cut -> one(new SubjectId(Kind.ORDER, cut.origin(), cut.order().value()));
      case OrderAct act -> one(new SubjectId(Kind.ORDER, act.origin(), act.order().value()));
      case CardOrigin card -> one(new SubjectId(Kind.ORDER, card.origin(), card.order().value()));
      case ComponentSpent spent ->
          one(new SubjectId(Kind.ORDER, spent.origin(), spent.order().value()));
      case WireReceipt wire ->
          List.of(
              new SubjectId(Kind.BANK_LINE, wire.origin(), wire.line().value()),
              new SubjectId(Kind.ORDER, wire.shop(), wire.order().value()));
      case StoreCredit credit ->
          one(new SubjectId(Kind.STORE_CREDIT, credit.origin(), credit.id().value()));
      case Unclaimed open -> one(new SubjectId(Kind.UNCLAIMED, open.origin(), open.key().id()));
    };
  }

  private static List<SubjectId> disputed(Dispute dispute) {
    List<SubjectId> subjects = new ArrayList<>();
    subjects.add(new SubjectId(Kind.DISPUTE, dispute.origin(), dispute.id().value()));
    dispute
        .order()
        .ifPresent(
            found -> subjects.add(new SubjectId(Kind.ORDER, found.shop(), found.id().value())));
    return List.copyOf(subjects);
  }

  private static List<SubjectId> one(SubjectId subject) {
    return List.of(subject);
  }
}
