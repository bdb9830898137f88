package io.daybook.simulation.history;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.Bill;
import io.daybook.events.CashMovement;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.FactKey;
import io.daybook.events.Happening;
import io.daybook.events.Label;
import io.daybook.events.Loan;
import io.daybook.events.Movement;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.PayoutManifest;
import io.daybook.events.State;
import io.daybook.events.WalletTopUp;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The books as one would do them on paper at the end: every fact once, of each state the newest, and what each comes to
 * put under its own day (the day it belongs to, whether or not that was closed when it came). No diffs, no occasions, no
 * order of arrival. It shares nothing with what posts but the facts.
 */
public final class Paper {
  private final Map<FactKey, Fact> facts = new LinkedHashMap<>();
  private final Sheet sheet = new Sheet();

  private Paper(Collection<? extends Fact> told) {
    for (Fact fact : told) {
      Fact before = facts.get(fact.key());
      if (before == null || isNewer(fact, before)) {
        facts.put(fact.key(), fact);
      }
    }
  }

  /**
   * What the books must hold by day and account, if the facts make whole lives.
   *
   * @param told every fact told, any number of times
   * @param lastParcel whether an order (by its id) earns its shipping with the last parcel
   */
  public static Optional<Sheet> of(Collection<? extends Fact> told, Predicate<String> lastParcel) {
    Paper paper = new Paper(told);
    return paper.write(lastParcel) ? Optional.of(paper.sheet) : Optional.empty();
  }

  private static boolean isNewer(Fact fact, Fact before) {
    return switch (fact) {
      case State state -> state.version() > ((State) before).version();
      case Happening _ -> false;
    };
  }

  private <T extends Fact> List<T> all(Class<T> kind) {
    return facts.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private boolean write(Predicate<String> lastParcel) {
    all(BalanceTransaction.class).forEach(this::moved);
    all(BankLine.class).forEach(this::bankLine);
    all(Label.class).forEach(this::label);
    all(Bill.class).forEach(this::bill);
    all(CashMovement.class).forEach(this::cash);
    all(Loan.class).forEach(this::loan);
    all(Payout.class).forEach(this::payout);
    all(WalletTopUp.class)
        .forEach(
            top -> sheet.debit(top.at(), 1320, top.minor()).credit(top.at(), 1007, top.minor()));
    List<Fact> all = new ArrayList<>(facts.values());
    for (String order : PaperOrder.named(all)) {
      if (!PaperOrder.write(order, all, lastParcel.test(order), sheet)) {
        return false;
      }
    }
    return all(OrderState.class).size() == PaperOrder.named(all).size();
  }

  /** The clearing account moves by the net; what it was for decides the other side. */
  private void moved(BalanceTransaction moved) {
    Instant at = moved.at();
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

  private void label(Label label) {
    int from =
        switch (label.paidFrom()) {
          case WALLET -> 1320;
          case ACCOUNT -> 2005;
          case CARD -> 2000;
        };
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
      sheet.credit(day, 2000, item.minor());
      switch (item.kind()) {
        case CARRIAGE ->
            sheet
                .debit(day, 2005, item.expectedMinor())
                .debit(day, 5100, item.minor() - item.expectedMinor());
        case GOODS -> sheet.debit(day, 2008, item.minor());
        case EXPENSE -> sheet.debit(day, 6060, item.minor());
        case INPUT_VAT -> sheet.debit(day, 1330, item.minor());
        case DUTY, LANDED_COST, SELF_ASSESSED_VAT ->
            throw new IllegalArgumentException("no history has " + item.kind());
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
