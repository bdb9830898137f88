package io.daybook.posting;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BankLine;
import io.daybook.events.OrderState;
import io.daybook.events.Payout;
import io.daybook.events.StockAdjustment;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The day whose switches a subject is posted by, all its life: that of the fact with which it began, so that it is the same
 * whatever the order in which its facts arrive (decision 30).
 */
final class Governing {
  private Governing() {}

  /** The day, in the book's zone; none while the fact is not known, or where no switch makes a difference. */
  static Optional<LocalDate> day(SubjectId subject, Facts facts, Rules rules) {
    return switch (subject.kind()) {
      case ORDER -> facts.one(OrderState.class).map(order -> rules.day(order.placedAt()));
      case TRANSACTION -> facts.one(BalanceTransaction.class).map(moved -> rules.day(moved.at()));
      case PAYOUT -> facts.one(Payout.class).map(payout -> rules.day(payout.issuedAt()));
      case BANK_LINE -> facts.one(BankLine.class).map(BankLine::bookedOn);
      case STOCK -> facts.one(StockAdjustment.class).map(StockAdjustment::on);
      case DISPUTE,
          BANK_STATEMENT,
          OPENING,
          UNCLAIMED,
          STORE_CREDIT,
          ITEM,
          LABEL,
          WALLET,
          CLAIM,
          REMITTANCE,
          BILL,
          RECEIPT,
          COMMISSION,
          CASH,
          LOAN,
          TAX_RETURN,
          ACCRUAL,
          BREAKAGE,
          RATE,
          EXCHANGE,
          MANUAL,
          REVERSAL,
          PERIOD,
          AUDIT ->
          Optional.empty();
    };
  }
}
