package io.daybook.sources.generic;

import io.daybook.events.Accrual;
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
import io.daybook.events.Opening;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
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

/** Which facts a connector may tell: what a shop, a processor, a bank, a carrier or a supplier knows. */
final class Tellable {
  private Tellable() {}

  /** Who tells a kind of fact. */
  enum Teller {
    /** A platform: a connector may. */
    PLATFORM,
    /** A named person, at the command line or in the portal. */
    PERSON,
    /** The hub, of what it finds out by itself. */
    HUB
  }

  /** Every kind stands here, so that a new one does not compile before somebody decided. */
  static Teller of(Fact fact) {
    return switch (fact) {
      case OrderState _,
          OrderEdit _,
          OrderPayment _,
          Fulfilment _,
          Refund _,
          ItemCost _,
          Charge _,
          BalanceTransaction _,
          Payout _,
          PayoutManifest _,
          ReportedPayout _,
          Dispute _,
          BankStatement _,
          BankLine _,
          Label _,
          LabelAdjustment _,
          LabelFraction _,
          WalletTopUp _,
          CarrierClaim _,
          Bill _,
          GoodsReceipt _,
          StockAdjustment _,
          CashMovement _,
          Loan _,
          Commission _,
          CodRemittance _,
          Delivery _,
          Invoice _,
          PriceCut _,
          CardOrigin _,
          StoreCredit _ ->
          Teller.PLATFORM;
      case WireReceipt _,
          BankMatch _,
          Opening _,
          PeriodAct _,
          ManualEntry _,
          Reversal _,
          Repost _,
          TaxReturn _,
          Accrual _,
          CardBreakage _,
          BankAllocation _,
          OrderAct _,
          ComponentSpent _,
          Told _,
          PolicyChange _,
          ChartChange _,
          ExchangeRate _ ->
          Teller.PERSON;
      case ShipmentCost _, Settlement _, Unclaimed _, ExchangeDifference _, PayoutValue _ ->
          Teller.HUB;
    };
  }
}
