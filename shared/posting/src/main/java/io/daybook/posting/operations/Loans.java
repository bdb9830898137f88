package io.daybook.posting.operations;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Loan;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import io.daybook.posting.share.HalfUp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a processor's loan requires (case 49): the advance waits on 1007 for its bank line; each repayment, which the
 * processor's transaction posts to 2250 in full, has its share of the fixed cost put to 6005, rounded cumulatively, so
 * that the parts make the whole. Without the terms all of it stays on 2250, visibly.
 */
public final class Loans {
  private Loans() {}

  /** A loan with the repayments that name it. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    Optional<Loan> terms = facts.one(Loan.class);
    List<BalanceTransaction> repayments =
        facts.all(BalanceTransaction.class).stream()
            .filter(moved -> moved.movement() == Movement.LOAN_REPAYMENT)
            .filter(moved -> moved.mode() == Mode.LIVE)
            .sorted(
                Comparator.comparing(BalanceTransaction::at)
                    .thenComparing(moved -> moved.id().value()))
            .toList();
    terms.ifPresentOrElse(
        loan -> repaid(loan, repayments, required), () -> unknown(repayments, required));
    return required.done();
  }

  private static void repaid(
      Loan loan, List<BalanceTransaction> repayments, RequiredBuilder required) {
    required.require(
        "loan/advance",
        "Loan " + loan.id(),
        loan.on(),
        new Legs(loan.currency())
            .debit(Accounts.TRANSFERS, loan.id(), loan.advanceMinor())
            .credit(Accounts.LOANS, loan.id(), loan.advanceMinor()));
    long owed = Math.addExact(loan.advanceMinor(), loan.feeMinor());
    long before = 0;
    for (BalanceTransaction repayment : repayments) {
      long after = Math.min(owed, Math.subtractExact(before, repayment.amountMinor()));
      long cost = HalfUp.between(loan.feeMinor(), before, after, owed);
      required.require(
          "loan/cost/" + repayment.id(),
          "Cost of loan " + loan.id(),
          repayment.at(),
          new Legs(loan.currency())
              .debit(Accounts.FINANCING, cost)
              .credit(Accounts.LOANS, loan.id(), cost));
      before = after;
    }
  }

  private static void unknown(List<BalanceTransaction> repayments, RequiredBuilder required) {
    for (BalanceTransaction repayment : repayments) {
      Instant at = repayment.at();
      required.report(
          at,
          Discrepancy.Kind.LOAN_UNKNOWN,
          repayment.amountMinor(),
          repayment.currency(),
          "repayment " + repayment.id() + " is of a loan whose terms are not known");
    }
  }
}
