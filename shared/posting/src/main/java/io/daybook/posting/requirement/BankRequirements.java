package io.daybook.posting.requirement;

import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankMatch;
import io.daybook.events.BankStatement;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Reference;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.util.Optional;

/** What a bank account's lines and statements require. Only a bank line moves 1000, on its booking day (rule A15). */
public final class BankRequirements {
  private BankRequirements() {}

  /** A line meets its payout on 1005 (case 43) or its order on 1100 (case 59); one that nobody knows goes to 2900 (case 55). */
  public static Required ofLine(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(BankLine.class).ifPresent(line -> line(line, facts, rules, required));
    return required.done();
  }

  /** What a person said that a line was for counts, if it makes the line's amount (rule A15). */
  private static boolean allocated(
      BankLine line, BankAllocation allocation, Rules rules, RequiredBuilder required) {
    Legs legs = new Legs(line.currency()).debit(rules.bank(line.origin()), line.amountMinor());
    for (EnteredLeg leg : allocation.legs()) {
      AccountCode account = AccountCode.parse(leg.account());
      leg.reference()
          .ifPresentOrElse(
              reference -> legs.debit(account, reference, leg.minor()),
              () -> legs.debit(account, leg.minor()));
    }
    if (legs.debitedMinor() != 0) {
      required.report(
          line.bookedOn(),
          Discrepancy.Kind.ALLOCATION_DOES_NOT_ADD_UP,
          legs.debitedMinor(),
          line.currency(),
          "what bank line " + line.id() + " was said to be for does not make its amount");
      return false;
    }
    required.require(
        "bank-line/" + line.id(),
        "Bank line " + line.id() + ": " + allocation.basis(),
        line.bookedOn(),
        legs);
    return true;
  }

  private static void line(BankLine line, Facts facts, Rules rules, RequiredBuilder required) {
    Optional<BankMatch> match = facts.one(BankMatch.class);
    Optional<BankAllocation> allocation = facts.one(BankAllocation.class);
    Optional<WireReceipt> wire = facts.one(WireReceipt.class);
    if (allocation.isPresent() && allocated(line, allocation.get(), rules, required)) {
      return;
    }
    Legs legs = new Legs(line.currency()).debit(rules.bank(line.origin()), line.amountMinor());
    if (match.isPresent()) {
      legs.credit(
          Accounts.PAYOUTS_IN_TRANSIT,
          new Reference(match.get().payout().value()),
          line.amountMinor());
    } else if (wire.isPresent()) {
      // A bank's fee is an expense only if it is proven; else what is short stays open (case 96).
      long fee = wire.get().feeMinor();
      legs.debit(Accounts.BANK_CHARGES, fee)
          .credit(
              Accounts.RECEIVABLE, wire.get().reference(), Math.addExact(line.amountMinor(), fee));
    } else {
      legs.credit(Accounts.SUSPENSE, new Reference(line.id().value()), line.amountMinor());
      required.report(
          line.bookedOn(),
          Discrepancy.Kind.BANK_LINE_UNKNOWN,
          line.amountMinor(),
          line.currency(),
          "no payout is known to be bank line " + line.id());
    }
    String memo =
        match
            .map(found -> "Arrival of payout " + found.payout())
            .or(() -> wire.map(found -> "Transfer for order " + found.order()))
            .orElse("Unknown bank line " + line.id());
    required.require("bank-line/" + line.id(), memo, line.bookedOn(), legs);
  }

  /** A statement posts nothing; one that does not add up is a discrepancy. */
  public static Required ofStatement(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(BankStatement.class)
        .filter(statement -> statement.differenceMinor() != 0)
        .ifPresent(statement ->
            required.report(
                statement.to(),
                Discrepancy.Kind.STATEMENT_DOES_NOT_ADD_UP,
                statement.differenceMinor(),
                statement.currency(),
                "opening "
                    + new Money(statement.openingMinor(), statement.currency()).words()
                    + " and lines of "
                    + new Money(statement.linesMinor(), statement.currency()).words()
                    + " do not make closing "
                    + new Money(statement.closingMinor(), statement.currency()).words()));
    return required.done();
  }
}
