package io.daybook.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One thing that commerce tells a bookkeeper: a {@link Happening}, which is told once and for all, or a {@link State}
 * of an object, of which only the newest counts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OrderState.class, name = "order"),
  @JsonSubTypes.Type(value = OrderEdit.class, name = "order-edit"),
  @JsonSubTypes.Type(value = OrderPayment.class, name = "order-payment"),
  @JsonSubTypes.Type(value = Fulfilment.class, name = "fulfilment"),
  @JsonSubTypes.Type(value = Refund.class, name = "refund"),
  @JsonSubTypes.Type(value = ItemCost.class, name = "item-cost"),
  @JsonSubTypes.Type(value = ShipmentCost.class, name = "shipment-cost"),
  @JsonSubTypes.Type(value = Charge.class, name = "charge"),
  @JsonSubTypes.Type(value = BalanceTransaction.class, name = "balance-transaction"),
  @JsonSubTypes.Type(value = ExchangeRate.class, name = "exchange-rate"),
  @JsonSubTypes.Type(value = ExchangeDifference.class, name = "exchange-difference"),
  @JsonSubTypes.Type(value = PayoutValue.class, name = "payout-value"),
  @JsonSubTypes.Type(value = Payout.class, name = "payout"),
  @JsonSubTypes.Type(value = PayoutManifest.class, name = "payout-manifest"),
  @JsonSubTypes.Type(value = ReportedPayout.class, name = "reported-payout"),
  @JsonSubTypes.Type(value = Dispute.class, name = "dispute"),
  @JsonSubTypes.Type(value = BankStatement.class, name = "bank-statement"),
  @JsonSubTypes.Type(value = BankLine.class, name = "bank-line"),
  @JsonSubTypes.Type(value = BankMatch.class, name = "bank-match"),
  @JsonSubTypes.Type(value = Opening.class, name = "opening"),
  @JsonSubTypes.Type(value = Settlement.class, name = "settlement"),
  @JsonSubTypes.Type(value = Unclaimed.class, name = "unclaimed"),
  @JsonSubTypes.Type(value = PeriodAct.class, name = "period-act"),
  @JsonSubTypes.Type(value = ManualEntry.class, name = "manual-entry"),
  @JsonSubTypes.Type(value = Reversal.class, name = "reversal"),
  @JsonSubTypes.Type(value = Repost.class, name = "repost"),
  @JsonSubTypes.Type(value = Label.class, name = "label"),
  @JsonSubTypes.Type(value = LabelAdjustment.class, name = "label-adjustment"),
  @JsonSubTypes.Type(value = LabelFraction.class, name = "label-fraction"),
  @JsonSubTypes.Type(value = WalletTopUp.class, name = "wallet-top-up"),
  @JsonSubTypes.Type(value = CarrierClaim.class, name = "carrier-claim"),
  @JsonSubTypes.Type(value = Bill.class, name = "bill"),
  @JsonSubTypes.Type(value = GoodsReceipt.class, name = "goods-receipt"),
  @JsonSubTypes.Type(value = StockAdjustment.class, name = "stock-adjustment"),
  @JsonSubTypes.Type(value = CashMovement.class, name = "cash-movement"),
  @JsonSubTypes.Type(value = TaxReturn.class, name = "tax-return"),
  @JsonSubTypes.Type(value = Loan.class, name = "loan"),
  @JsonSubTypes.Type(value = Accrual.class, name = "accrual"),
  @JsonSubTypes.Type(value = Commission.class, name = "commission"),
  @JsonSubTypes.Type(value = CardBreakage.class, name = "card-breakage"),
  @JsonSubTypes.Type(value = CodRemittance.class, name = "cod-remittance"),
  @JsonSubTypes.Type(value = BankAllocation.class, name = "bank-allocation"),
  @JsonSubTypes.Type(value = Delivery.class, name = "delivery"),
  @JsonSubTypes.Type(value = Invoice.class, name = "invoice"),
  @JsonSubTypes.Type(value = PriceCut.class, name = "price-cut"),
  @JsonSubTypes.Type(value = OrderAct.class, name = "order-act"),
  @JsonSubTypes.Type(value = CardOrigin.class, name = "card-origin"),
  @JsonSubTypes.Type(value = WireReceipt.class, name = "wire-receipt"),
  @JsonSubTypes.Type(value = StoreCredit.class, name = "store-credit"),
  @JsonSubTypes.Type(value = ComponentSpent.class, name = "component-spent"),
  @JsonSubTypes.Type(value = Told.class, name = "told"),
  @JsonSubTypes.Type(value = PolicyChange.class, name = "policy-change"),
  @JsonSubTypes.Type(value = ChartChange.class, name = "chart-change")
})
public sealed interface Fact permits Happening, State {
  /** The identity under which every telling of this fact meets. */
  FactKey key();

  /**
   * This fact with all that is only context made equal, so that two tellings agree on the money exactly when these are
   * equal. The same identity (and version) with other money is a conflict.
   */
  default Fact money() {
    return this;
  }
}
