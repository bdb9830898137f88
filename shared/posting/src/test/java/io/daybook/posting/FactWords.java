package io.daybook.posting;

import io.daybook.events.Accrual;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.Bill;
import io.daybook.events.CardBreakage;
import io.daybook.events.CardOrigin;
import io.daybook.events.CashMovement;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Invoice;
import io.daybook.events.ItemCost;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.Loan;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.events.StockAdjustment;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxReturn;
import io.daybook.events.WalletTopUp;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Facts in the words of somebody who reads books: what happened, how much, when. */
final class FactWords {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private FactWords() {}

  static String of(List<Fact> facts) {
    return facts.stream().map(FactWords::of).collect(Collectors.joining("; "));
  }

  private static String of(Fact fact) {
    if (fact instanceof OrderState order) {
      return "order over "
          + money(order.totalMinor(), order.currency())
          + (order.cancelledAt().isPresent() ? " cancelled" : "");
    }
    if (fact instanceof OrderPayment paid) {
      String by =
          paid.tender()
              .map(tender -> words(tender.name()))
              .orElse(words(paid.gateway().toString()));
      return "payment of "
          + money(paid.amountMinor(), paid.currency())
          + " by "
          + by
          + on(paid.at());
    }
    if (fact instanceof Fulfilment parcel) {
      return parcel
          .cancelledAt()
          .map(at -> "parcel called back" + on(at))
          .orElse("parcel sent" + on(parcel.shippedAt()));
    }
    if (fact instanceof Refund refund) {
      long paid = refund.payments().stream().mapToLong(Refund.Payment::amountMinor).sum();
      return "refund"
          + (paid == 0 ? " granted" : " of " + money(paid, refund.currency()))
          + on(refund.at());
    }
    if (fact instanceof Delivery delivery) {
      return "carrier: " + words(delivery.outcome().name()) + on(delivery.at());
    }
    if (fact instanceof ItemCost cost) {
      return "the item costs " + cost.unitCost().toPlainString();
    }
    return moneyMoved(fact);
  }

  private static String moneyMoved(Fact fact) {
    if (fact instanceof BalanceTransaction moved) {
      long fees = moved.fees().stream().mapToLong(BalanceTransaction.Fee::minor).sum();
      if (moved.movement() == Movement.FEE && moved.amountMinor() == 0) {
        return "processor: fee " + money(fees, moved.currency()) + on(moved.at());
      }
      return "processor: "
          + words(moved.movement().name())
          + (moved.amountMinor() == 0 ? "" : " " + money(moved.amountMinor(), moved.currency()))
          + (fees == 0 ? "" : ", fee " + money(fees, moved.currency()))
          + on(moved.at());
    }
    if (fact instanceof BankLine line) {
      return "bank line " + money(line.amountMinor(), line.currency()) + on(line.bookedOn());
    }
    if (fact instanceof BankMatch) {
      return "the line proves to be the payout";
    }
    if (fact instanceof BankAllocation said) {
      return "a person says what the line was for: "
          + said.legs().stream().map(EnteredLeg::account).collect(Collectors.joining(", "));
    }
    if (fact instanceof Payout payout) {
      return "payout "
          + words(payout.status().name())
          + " "
          + money(payout.amountMinor(), payout.currency());
    }
    if (fact instanceof WireReceipt wire) {
      return "transfer of " + money(wire.amountMinor(), wire.currency()) + on(wire.at());
    }
    if (fact instanceof Dispute dispute) {
      return "dispute over "
          + money(dispute.amountMinor(), dispute.currency())
          + " "
          + words(dispute.status().name())
          + ", "
          + words(dispute.reason());
    }
    return ordered(fact);
  }

  private static String ordered(Fact fact) {
    if (fact instanceof OrderEdit edit) {
      return "order edited" + on(edit.committedAt());
    }
    if (fact instanceof OrderAct act) {
      return "a person decides: " + words(act.act().name()) + on(act.at());
    }
    if (fact instanceof Invoice invoice) {
      return "invoice over "
          + money(invoice.netMinor(), invoice.currency())
          + " and tax "
          + money(invoice.taxMinor(), invoice.currency())
          + ", "
          + words(invoice.claim().name());
    }
    if (fact instanceof CardOrigin card) {
      return "the gift card was " + words(card.source().name());
    }
    if (fact instanceof StoreCredit credit) {
      return words(credit.tender().name())
          + " of "
          + money(credit.amountMinor(), credit.currency())
          + ": "
          + words(credit.change().name());
    }
    if (fact instanceof Opening opening) {
      return "opening balances" + on(opening.day());
    }
    if (fact instanceof CardBreakage lapsed) {
      return "lapsed: "
          + words(lapsed.of().name())
          + " "
          + money(lapsed.minor(), lapsed.currency())
          + ", to "
          + words(lapsed.to().name());
    }
    return operated(fact);
  }

  private static String operated(Fact fact) {
    if (fact instanceof Label label) {
      String so =
          label.refundedAt().isPresent()
              ? "label refunded, "
              : label.chargedAt().isPresent() ? "label, " : "label not scanned, ";
      return so
          + money(label.costMinor(), label.currency())
          + ", "
          + words(label.paidFrom().name());
    }
    if (fact instanceof LabelAdjustment adjusted) {
      return "label adjusted by "
          + money(adjusted.minor(), adjusted.currency())
          + ", "
          + words(adjusted.paidFrom().name());
    }
    if (fact instanceof WalletTopUp top) {
      return "wallet topped up by " + money(top.minor(), top.currency());
    }
    if (fact instanceof Bill bill) {
      return "bill: "
          + bill.items().stream()
              .map(item -> words(item.kind().name()) + " " + money(item.minor(), bill.currency()))
              .collect(Collectors.joining(", "));
    }
    if (fact instanceof GoodsReceipt receipt) {
      return "goods received, " + money(receipt.minor(), receipt.currency());
    }
    if (fact instanceof StockAdjustment stock) {
      return "stock "
          + words(stock.kind().name())
          + " "
          + money(stock.valueMinor(), stock.currency());
    }
    if (fact instanceof CashMovement cash) {
      return "drawer: " + words(cash.kind().name()) + " " + money(cash.minor(), cash.currency());
    }
    if (fact instanceof Loan loan) {
      return "loan of "
          + money(loan.advanceMinor(), loan.currency())
          + ", cost "
          + money(loan.feeMinor(), loan.currency());
    }
    if (fact instanceof Accrual accrual) {
      return "month-end estimate: " + words(accrual.kind().name());
    }
    if (fact instanceof Settlement settled) {
      return "settled with " + money(settled.settledMinor(), settled.currency());
    }
    if (fact instanceof TaxReturn filed) {
      return "return filed, to pay " + money(filed.payableMinor(), filed.currency());
    }
    // Told by its kind, such as "carrier claim".
    return fact.key().kind().replace('-', ' ');
  }

  private static String on(Instant at) {
    return on(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static String on(LocalDate day) {
    return ", " + DAY.format(day);
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String money(long minor, CurrencyCode currency) {
    String major = new Money(minor, currency).major().toPlainString();
    return currency.equals(TestBooks.USD) ? major : currency + " " + major;
  }
}
