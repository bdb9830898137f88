package io.daybook.posting;

import static java.time.ZoneOffset.UTC;

import io.daybook.events.Accrual;
import io.daybook.events.Act;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.BankStatement;
import io.daybook.events.Bill;
import io.daybook.events.CardBreakage;
import io.daybook.events.CardOrigin;
import io.daybook.events.CarrierClaim;
import io.daybook.events.CashMovement;
import io.daybook.events.Charge;
import io.daybook.events.ChartChange;
import io.daybook.events.CodRemittance;
import io.daybook.events.Commission;
import io.daybook.events.ComponentSpent;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.ExchangeDifference;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Invoice;
import io.daybook.events.ItemCost;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.LabelFraction;
import io.daybook.events.Loan;
import io.daybook.events.ManualEntry;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Origin;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest;
import io.daybook.events.PayoutValue;
import io.daybook.events.PeriodAct;
import io.daybook.events.PolicyChange;
import io.daybook.events.PriceCut;
import io.daybook.events.Refund;
import io.daybook.events.ReportedPayout;
import io.daybook.events.Repost;
import io.daybook.events.Reversal;
import io.daybook.events.Settlement;
import io.daybook.events.ShipmentCost;
import io.daybook.events.StockAdjustment;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxReturn;
import io.daybook.events.Told;
import io.daybook.events.Unclaimed;
import io.daybook.events.WalletTopUp;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
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
      case BalanceTransaction moved -> moved(moved);
      case Payout payout -> one(new SubjectId(Kind.PAYOUT, payout.origin(), payout.id().value()));
      case PayoutManifest list ->
          one(new SubjectId(Kind.PAYOUT, list.origin(), list.payout().value()));
      case ReportedPayout report ->
          one(new SubjectId(Kind.PAYOUT, report.origin(), report.payout().value()));
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
      case PeriodAct act ->
          audited(act, new SubjectId(Kind.PERIOD, act.origin(), act.period().toString()));
      case ManualEntry entry ->
          audited(entry, new SubjectId(Kind.MANUAL, entry.origin(), entry.id().value()));
      case Reversal reversal ->
          audited(reversal, new SubjectId(Kind.REVERSAL, reversal.origin(), reversal.key().id()));
      case Label told -> one(new SubjectId(Kind.LABEL, told.origin(), told.id().value()));
      case WalletTopUp told -> one(new SubjectId(Kind.WALLET, told.origin(), told.id().value()));
      case CarrierClaim told -> one(new SubjectId(Kind.CLAIM, told.origin(), told.id().value()));
      case CodRemittance told ->
          one(new SubjectId(Kind.REMITTANCE, told.origin(), told.id().value()));
      case Bill told -> one(new SubjectId(Kind.BILL, told.origin(), told.id().value()));
      case GoodsReceipt told -> one(new SubjectId(Kind.RECEIPT, told.origin(), told.id().value()));
      case StockAdjustment told -> one(new SubjectId(Kind.STOCK, told.origin(), told.id().value()));
      case Commission told -> one(new SubjectId(Kind.COMMISSION, told.origin(), told.id().value()));
      case CashMovement told -> one(new SubjectId(Kind.CASH, told.origin(), told.id().value()));
      case Loan told -> one(new SubjectId(Kind.LOAN, told.origin(), told.id().value()));
      case TaxReturn told -> one(new SubjectId(Kind.TAX_RETURN, told.origin(), told.id().value()));
      case CardBreakage told -> one(new SubjectId(Kind.BREAKAGE, told.origin(), told.id().value()));
      case LabelFraction told ->
          told.months().stream()
              .map(month ->
                  new SubjectId(
                      Kind.WALLET, told.origin(), "fractions/" + month + "/" + told.currency()))
              .toList();
      case LabelAdjustment told ->
          one(new SubjectId(Kind.LABEL, told.origin(), told.label().value()));
      case Accrual told -> one(new SubjectId(Kind.ACCRUAL, told.origin(), told.key().id()));
      case BankAllocation told ->
          audited(told, new SubjectId(Kind.BANK_LINE, told.origin(), told.line().value()));
      case ExchangeRate rate ->
          one(rates(rate.origin(), rate.currency(), rate.to(), YearMonth.from(rate.on())));
      case ExchangeDifference found ->
          one(new SubjectId(Kind.EXCHANGE, found.origin(), found.key().id()));
      case PayoutValue value ->
          one(new SubjectId(Kind.PAYOUT, value.origin(), value.payout().value()));
      case Told told -> one(trail(told));
      case PolicyChange change -> one(trail(change));
      case ChartChange change -> one(trail(change));
      case Repost repost -> audited(repost, SubjectId.parse(repost.subject()));
    };
  }

  /** A repayment is of a loan besides, whose cost it carries a share of (case 49). */
  private static List<SubjectId> moved(BalanceTransaction moved) {
    List<SubjectId> subjects = new ArrayList<>();
    subjects.add(new SubjectId(Kind.TRANSACTION, moved.origin(), moved.id().value()));
    if (moved.movement() == Movement.LOAN_REPAYMENT) {
      moved
          .reference()
          .ifPresent(loan -> subjects.add(new SubjectId(Kind.LOAN, moved.origin(), loan.value())));
    }
    return List.copyOf(subjects);
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

  /** The subject, and the trail of what people did on the day. */
  private static <T extends Fact & Act> List<SubjectId> audited(T act, SubjectId subject) {
    return List.of(subject, trail(act));
  }

  /** An act that concerns the book as a whole is on its trail alone. */
  private static <T extends Fact & Act> SubjectId trail(T act) {
    return audit(act.key().origin(), LocalDate.ofInstant(act.at(), UTC));
  }

  /** The trail of what people did to a book on a day, UTC. */
  public static SubjectId audit(Origin book, LocalDate day) {
    return new SubjectId(Kind.AUDIT, book, day.toString());
  }

  /** Where a book's rates of a month from one currency to another are. */
  public static SubjectId rates(
      Origin book, CurrencyCode currency, CurrencyCode to, YearMonth month) {
    return new SubjectId(Kind.RATE, book, currency + "-" + to + "/" + month);
  }

  private static List<SubjectId> one(SubjectId subject) {
    return List.of(subject);
  }
}
