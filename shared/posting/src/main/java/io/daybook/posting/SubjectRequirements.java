package io.daybook.posting;

import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.order.OrderRequirements;
import io.daybook.posting.requirement.BankRequirements;
import io.daybook.posting.requirement.DisputeRequirements;
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
          case ITEM -> Required.nothing();
        };
    return required.with(facts.conflicts());
  }
}
