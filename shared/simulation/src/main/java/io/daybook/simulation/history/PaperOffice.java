package io.daybook.simulation.history;

import io.daybook.events.Accrual;
import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.Bill;
import io.daybook.events.CardBreakage;
import io.daybook.events.CarrierClaim;
import io.daybook.events.CashMovement;
import io.daybook.events.Commission;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.GoodsReceipt;
import io.daybook.events.Label;
import io.daybook.events.LabelAdjustment;
import io.daybook.events.Loan;
import io.daybook.events.Movement;
import io.daybook.events.Opening;
import io.daybook.events.PaidFrom;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest;
import io.daybook.events.StockAdjustment;
import io.daybook.events.StoreCredit;
import io.daybook.events.TaxReturn;
import io.daybook.events.Tender;
import io.daybook.events.WalletTopUp;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What happens beside the orders, on paper: each fact is a line or two. */
final class PaperOffice {
  private final Collection<Fact> facts;
  private final Sheet sheet;

  private PaperOffice(Collection<Fact> facts, Sheet sheet) {
    this.facts = facts;
    this.sheet = sheet;
  }

  /** Writes what all of it comes to. */
  static void write(Collection<Fact> facts, Sheet sheet) {
    PaperOffice office = new PaperOffice(facts, sheet);
    office.money();
    office.goods();
    office.promises();
  }

  private <T extends Fact> List<T> all(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void money() {
    all(BalanceTransaction.class).forEach(this::moved);
    all(BankLine.class).forEach(this::bankLine);
    all(CashMovement.class).forEach(this::cash);
    all(Loan.class).forEach(this::loan);
    all(Payout.class).forEach(this::payout);
    all(TaxReturn.class).forEach(this::filed);
    all(Opening.class).forEach(this::opened);
    for (Accrual accrual : all(Accrual.class)) {
      for (EnteredLeg leg : accrual.legs()) {
        int account = Integer.parseInt(leg.account());
        sheet
            .debit(accrual.period().atEndOfMonth(), account, leg.minor())
            .credit(accrual.period().plusMonths(1).atDay(1), account, leg.minor());
      }
    }
  }

  private void goods() {
    all(Label.class).forEach(this::label);
    for (LabelAdjustment more : all(LabelAdjustment.class)) {
      sheet
          .debit(more.at(), 5100, more.minor())
          .credit(more.at(), from(more.paidFrom()), more.minor());
    }
    for (WalletTopUp top : all(WalletTopUp.class)) {
      sheet.debit(top.at(), 1320, top.minor()).credit(top.at(), 1007, top.minor());
    }
    all(CarrierClaim.class).forEach(this::claim);
    all(Bill.class).forEach(this::bill);
    for (GoodsReceipt in : all(GoodsReceipt.class)) {
      sheet.debit(in.on(), 1300, in.minor()).credit(in.on(), 2008, in.minor());
    }
    all(StockAdjustment.class).forEach(this::stock);
    for (Commission owed : all(Commission.class)) {
      sheet
          .debit(owed.accruedOn(), 6090, owed.minor())
          .credit(owed.accruedOn(), 2009, owed.minor());
      owed.reversedOn()
          .ifPresent(on -> sheet.debit(on, 2009, owed.minor()).credit(on, 6090, owed.minor()));
    }
  }

  private void promises() {
    for (StoreCredit credit : all(StoreCredit.class)) {
      int promise = credit.tender() == Tender.GIFT_CARD ? 2200 : 2210;
      switch (credit.change()) {
        case GOODWILL ->
            sheet
                .debit(credit.at(), 4900, credit.amountMinor())
                .credit(credit.at(), promise, credit.amountMinor());
        case LAPSED ->
            sheet
                .debit(credit.at(), promise, credit.amountMinor())
                .credit(credit.at(), 4020, credit.amountMinor());
      }
    }
    for (CardBreakage lapsed : all(CardBreakage.class)) {
      int of = lapsed.of() == CardBreakage.Of.GIFT_CARDS ? 2200 : 2210;
      int to = lapsed.to() == CardBreakage.To.INCOME ? 4020 : 2050;
      sheet.debit(lapsed.on(), of, lapsed.minor()).credit(lapsed.on(), to, lapsed.minor());
    }
  }

  /** What was taken over; 3000 takes the rest. */
  private void opened(Opening opening) {
    for (Opening.Balance balance : opening.balances()) {
      sheet
          .debit(opening.day(), Sheet.number(balance.account()), balance.minor())
          .credit(opening.day(), 3000, balance.minor());
    }
  }

  /** What is filed leaves the accounts that collected it; what the form rounded away is rounding. */
  private void filed(TaxReturn filed) {
    LocalDate day = filed.filedOn();
    long rest = filed.payableMinor();
    sheet.credit(day, 2018, filed.payableMinor());
    for (TaxReturn.Figure figure : filed.figures()) {
      long minor =
          switch (figure.kind()) {
            case OUTPUT, REVERSE_CHARGE, PENALTY -> figure.minor();
            case INPUT, VENDOR_DISCOUNT -> -figure.minor();
          };
      int account =
          switch (figure.kind()) {
            case OUTPUT -> 2010;
            case INPUT -> 1330;
            case REVERSE_CHARGE -> 2015;
            case VENDOR_DISCOUNT -> 4040;
            case PENALTY -> 6060;
          };
      sheet.debit(day, account, minor);
      rest -= minor;
    }
    sheet.debit(day, 6050, rest);
  }

  /** Goods first, then postage, and what is above both is income. */
  private void claim(CarrierClaim claim) {
    long goods = Math.min(claim.acceptedMinor(), claim.goodsMinor());
    long postage = Math.min(claim.acceptedMinor() - goods, claim.postageMinor());
    sheet
        .debit(claim.acceptedOn(), 1160, claim.acceptedMinor())
        .credit(claim.acceptedOn(), 5010, goods)
        .credit(claim.acceptedOn(), 5100, postage)
        .credit(claim.acceptedOn(), 4040, claim.acceptedMinor() - goods - postage);
    int to = claim.paidTo() == CarrierClaim.PaidTo.WALLET ? 1320 : 1007;
    claim
        .paidOn()
        .ifPresent(on ->
            sheet.debit(on, to, claim.acceptedMinor()).credit(on, 1160, claim.acceptedMinor()));
  }

  private void stock(StockAdjustment counted) {
    LocalDate day = counted.on();
    long minor = counted.valueMinor();
    switch (counted.kind()) {
      case SHORT, WRITTEN_DOWN, LOST_PARCEL ->
          sheet.debit(day, 5010, minor).credit(day, 1300, minor);
      case FOUND -> sheet.debit(day, 1300, minor).credit(day, 5010, minor);
      case COSTED_LATE -> sheet.debit(day, 5000, minor).credit(day, 1300, minor);
    }
  }

  /** The clearing account moves by the net; what it was for decides the other side. */
  private void moved(BalanceTransaction moved) {
    Instant at = moved.at();
    if (Names.isContext(at)) {
      return;
    }
    sheet
        .debit(at, 1010, moved.netMinor())
        .credit(at, other(moved.movement()), moved.amountMinor());
    for (BalanceTransaction.Fee fee : moved.fees()) {
      sheet.debit(at, fee.kind() == BalanceTransaction.Fee.Kind.DISPUTE ? 6020 : 6000, fee.minor());
    }
  }

  private static int other(Movement movement) {
    return switch (movement) {
      case CHARGE -> 1100;
      case REFUND, REFUND_FAILURE -> 2230;
      case DISPUTE, DISPUTE_REVERSAL -> 1200;
      case PAYOUT, PAYOUT_FAILURE -> 1005;
      case LOAN_REPAYMENT -> 2250;
      case FEE -> 6000;
      case SUBSCRIPTION -> 6070;
      case RESERVE_HOLD, RESERVE_RELEASE -> 1210;
      case TAX_WITHHELD -> 2020;
      case UNKNOWN -> 2900;
    };
  }

  /** What a payout is beyond its list is nobody's yet. */
  private void payout(Payout payout) {
    for (PayoutManifest list : all(PayoutManifest.class)) {
      if (list.payout().equals(payout.id())) {
        long beyond =
            payout.amountMinor()
                - list.items().stream().mapToLong(PayoutManifest.Item::netMinor).sum();
        sheet.debit(payout.issuedAt(), 1010, beyond).credit(payout.issuedAt(), 2900, beyond);
      }
    }
  }

  private void bankLine(BankLine line) {
    LocalDate day = line.bookedOn();
    sheet.debit(day, 1000, line.amountMinor());
    for (BankAllocation said : all(BankAllocation.class)) {
      if (said.line().value().equals(line.id().value())) {
        for (EnteredLeg leg : said.legs()) {
          sheet.debit(day, Integer.parseInt(leg.account()), leg.minor());
        }
        return;
      }
    }
    boolean payout = all(BankMatch.class).stream().anyMatch(m -> m.line().equals(line.id()));
    sheet.credit(day, payout ? 1005 : 2900, line.amountMinor());
  }

  private static int from(PaidFrom from) {
    return switch (from) {
      case WALLET -> 1320;
      case ACCOUNT -> 2005;
      case CARD -> 2000;
    };
  }

  private void label(Label label) {
    int from = from(label.paidFrom());
    label
        .chargedAt()
        .ifPresent(
            at -> sheet.debit(at, 5100, label.costMinor()).credit(at, from, label.costMinor()));
    label
        .refundedAt()
        .ifPresent(
            at -> sheet.debit(at, from, label.costMinor()).credit(at, 5100, label.costMinor()));
  }

  private void bill(Bill bill) {
    LocalDate day = bill.issuedOn();
    for (Bill.Item item : bill.items()) {
      sheet.credit(day, 2000, item.kind() == Bill.Kind.SELF_ASSESSED_VAT ? 0 : item.minor());
      switch (item.kind()) {
        case CARRIAGE ->
            sheet
                .debit(day, 2005, item.expectedMinor())
                .debit(day, 5100, item.minor() - item.expectedMinor());
        case GOODS -> sheet.debit(day, 2008, item.minor());
        case EXPENSE -> sheet.debit(day, 6060, item.minor());
        case INPUT_VAT -> sheet.debit(day, 1330, item.minor());
        case SELF_ASSESSED_VAT ->
            sheet.debit(day, 1330, item.minor()).credit(day, 2015, item.minor());
        case LANDED_COST ->
            sheet
                .debit(day, 5000, item.expectedMinor())
                .debit(day, 1300, item.minor() - item.expectedMinor());
        case DUTY -> {
          long more = item.minor() - item.expectedMinor();
          sheet.debit(day, 2030, item.expectedMinor()).debit(day, more > 0 ? 5120 : 4040, more);
        }
      }
    }
  }

  private void cash(CashMovement moved) {
    Instant at = moved.at();
    long minor = moved.minor();
    switch (moved.kind()) {
      case PAID_IN -> sheet.debit(at, 1020, minor).credit(at, 1007, minor);
      case PAID_OUT ->
          sheet
              .credit(at, 1020, minor)
              .debit(at, moved.account().map(Integer::parseInt).orElse(2900), minor);
      case TIPS_PAID -> sheet.debit(at, 2220, minor).credit(at, 1020, minor);
      case COUNTED -> sheet.debit(at, 1020, minor).credit(at, 6040, minor);
      case BANKED -> sheet.debit(at, 1007, minor).credit(at, 1020, minor);
    }
  }

  /** After each repayment the cost so far is the fee's share of what is repaid so far. */
  private void loan(Loan loan) {
    sheet.debit(loan.on(), 1007, loan.advanceMinor()).credit(loan.on(), 2250, loan.advanceMinor());
    List<BalanceTransaction> repayments =
        all(BalanceTransaction.class).stream()
            .filter(moved -> moved.movement() == Movement.LOAN_REPAYMENT)
            .filter(moved -> moved.reference().filter(loan.id()::equals).isPresent())
            .sorted(Comparator.comparing(BalanceTransaction::at))
            .toList();
    long repaid = 0;
    long cost = 0;
    for (BalanceTransaction repayment : repayments) {
      repaid -= repayment.amountMinor();
      long due = share(loan.feeMinor(), repaid, loan.advanceMinor() + loan.feeMinor());
      sheet.debit(repayment.at(), 6005, due - cost).credit(repayment.at(), 2250, due - cost);
      cost = due;
    }
  }

  /** Part of a whole, half of a cent and more upwards; nothing here is negative. */
  static long share(long minor, long part, long whole) {
    BigInteger twice = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(part)).shiftLeft(1);
    return twice
        .add(BigInteger.valueOf(whole))
        .divide(BigInteger.valueOf(whole).shiftLeft(1))
        .longValueExact();
  }
}
