package io.daybook.posting;

import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.exchange.Valuation;
import io.daybook.posting.operations.Cash;
import io.daybook.posting.operations.Loans;
import io.daybook.posting.operations.MonthEnd;
import io.daybook.posting.operations.Purchases;
import io.daybook.posting.operations.Shipping;
import io.daybook.posting.operations.TaxReturns;
import io.daybook.posting.order.OrderRequirements;
import io.daybook.posting.requirement.BankRequirements;
import io.daybook.posting.requirement.DisputeRequirements;
import io.daybook.posting.requirement.EnteredRequirements;
import io.daybook.posting.requirement.ExchangeRequirements;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.OpeningRequirements;
import io.daybook.posting.requirement.PayoutRequirements;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.StoreCreditRequirements;
import io.daybook.posting.requirement.TransactionRequirements;
import io.daybook.posting.requirement.UnclaimedRequirements;
import java.time.LocalDate;

/** What the facts of any subject require, under given rules: a pure function. */
public final class SubjectRequirements {
  private SubjectRequirements() {}

  /** What must be posted in all for what happened, and what a person must look at, conflicts between tellings included. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    return of(subject, facts, rules, LocalDate.MIN);
  }

  /**
   * The same, with what the calendar alone brings until a day: time that earns, month ends, deliveries that nobody told.
   *
   * @param today the day, in the book's time zone
   */
  public static Required of(SubjectId subject, Facts facts, Rules rules, LocalDate today) {
    Required required =
        switch (subject.kind()) {
          case ORDER -> OrderRequirements.of(subject, facts, rules, today);
          case TRANSACTION -> TransactionRequirements.of(subject, facts, rules);
          case PAYOUT -> PayoutRequirements.of(subject, facts, rules);
          case DISPUTE -> DisputeRequirements.of(subject, facts, rules);
          case BANK_LINE -> BankRequirements.ofLine(subject, facts, rules);
          case BANK_STATEMENT -> BankRequirements.ofStatement(subject, facts, rules);
          case OPENING -> OpeningRequirements.of(subject, facts, rules);
          case UNCLAIMED -> UnclaimedRequirements.of(subject, facts, rules);
          case STORE_CREDIT -> StoreCreditRequirements.of(subject, facts, rules);
          // Reference data: orders look it up.
          case ITEM, RATE -> Required.nothing();
          case EXCHANGE -> ExchangeRequirements.of(subject, facts, rules);
          case LABEL -> Shipping.label(subject, facts, rules);
          case WALLET -> Shipping.wallet(subject, facts, rules);
          case CLAIM -> Shipping.claim(subject, facts, rules);
          case REMITTANCE -> Shipping.remittance(subject, facts, rules);
          case BILL -> Purchases.bill(subject, facts, rules);
          case RECEIPT -> Purchases.receipt(subject, facts, rules);
          case STOCK -> Purchases.stock(subject, facts, rules);
          case COMMISSION -> Purchases.commission(subject, facts, rules);
          case CASH -> Cash.movement(subject, facts, rules);
          case LOAN -> Loans.of(subject, facts, rules);
          case TAX_RETURN -> TaxReturns.of(subject, facts, rules);
          case ACCRUAL -> MonthEnd.accrual(subject, facts, rules);
          case BREAKAGE -> MonthEnd.breakage(subject, facts, rules);
          case MANUAL -> EnteredRequirements.manual(subject, facts, rules);
          case REVERSAL -> EnteredRequirements.reversal(subject, facts, rules);
          // They are for people to read; that of a period is noted by who keeps the book.
          case PERIOD, AUDIT -> Required.nothing();
        };
    // Values come first: what a thing is worth must not depend on where it is shown.
    Required valued = Valuation.of(subject, facts, rules).value(required);
    return Shown.of(subject, facts, rules, valued).with(facts.conflicts());
  }
}
