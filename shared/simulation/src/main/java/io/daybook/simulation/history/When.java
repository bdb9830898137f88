package io.daybook.simulation.history;

import io.daybook.events.Accrual;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.Bill;
import io.daybook.events.CardBreakage;
import io.daybook.events.CarrierClaim;
import io.daybook.events.CashMovement;
import io.daybook.events.Commission;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.ItemCost;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.Loan;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.Refund;
import io.daybook.events.StockAdjustment;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxReturn;
import io.daybook.events.WalletTopUp;
import java.time.Instant;
import java.time.LocalDate;

/** From when on somebody could tell a fact. */
final class When {
  private When() {}

  static Instant told(Fact fact) {
    if (fact instanceof Label label) {
      return label.refundedAt().or(label::chargedAt).orElse(Names.START);
    }
    if (fact instanceof Dispute dispute) {
      return dispute.closedAt().orElse(dispute.openedAt());
    }
    if (fact instanceof Fulfilment parcel) {
      return parcel.cancelledAt().orElse(parcel.shippedAt());
    }
    return happened(fact);
  }

  private static Instant happened(Fact fact) {
    if (fact instanceof OrderState order) {
      return order.placedAt();
    }
    if (fact instanceof OrderPayment payment) {
      return payment.at();
    }
    if (fact instanceof OrderEdit edit) {
      return edit.committedAt();
    }
    if (fact instanceof Delivery delivery) {
      return delivery.at();
    }
    if (fact instanceof OrderAct act) {
      return act.at();
    }
    if (fact instanceof Refund refund) {
      return refund.at();
    }
    return beside(fact);
  }

  private static Instant beside(Fact fact) {
    if (fact instanceof BalanceTransaction moved) {
      return moved.at();
    }
    if (fact instanceof BankAllocation said) {
      return said.at();
    }
    if (fact instanceof Payout payout) {
      return payout.issuedAt();
    }
    if (fact instanceof WalletTopUp topUp) {
      return topUp.at();
    }
    if (fact instanceof CashMovement moved) {
      return moved.at();
    }
    if (fact instanceof StoreCredit credit) {
      return credit.at();
    }
    if (fact instanceof LabelAdjustment adjusted) {
      return adjusted.at();
    }
    return dated(fact);
  }

  private static Instant dated(Fact fact) {
    if (fact instanceof BankLine line) {
      return noon(line.bookedOn());
    }
    if (fact instanceof Bill bill) {
      return noon(bill.issuedOn());
    }
    if (fact instanceof Loan loan) {
      return noon(loan.on());
    }
    if (fact instanceof ItemCost cost) {
      return cost.effectiveAt();
    }
    if (fact instanceof Accrual estimate) {
      return noon(estimate.period().atDay(1));
    }
    return counted(fact);
  }

  private static Instant counted(Fact fact) {
    if (fact instanceof CardBreakage lapsed) {
      return noon(lapsed.on());
    }
    if (fact instanceof CarrierClaim claim) {
      return noon(claim.paidOn().orElse(claim.acceptedOn()));
    }
    if (fact instanceof GoodsReceipt goods) {
      return noon(goods.on());
    }
    if (fact instanceof StockAdjustment counted) {
      return noon(counted.on());
    }
    if (fact instanceof TaxReturn filed) {
      return noon(filed.filedOn());
    }
    if (fact instanceof Commission owed) {
      return noon(owed.reversedOn().orElse(owed.accruedOn()));
    }
    return Names.START;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(Names.ZONE).toInstant();
  }
}
