package io.daybook.posting.requirement;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.Charge;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.FeeTax;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.share.HalfUp;
import java.util.Locale;
import java.util.Optional;

/**
 * What a line of a processor's ledger requires: the clearing account moves by its net, always, so that it is the
 * processor's balance by construction (rule A1). The other side is where the money meets what it was for.
 */
public final class TransactionRequirements {
  /** Where a movement's other side stands, and what to report if that is not known. */
  private record Counterpart(
      AccountCode account, Optional<Reference> reference, Optional<Discrepancy.Kind> unknown) {
    static Counterpart on(AccountCode account) {
      return new Counterpart(account, Optional.empty(), Optional.empty());
    }

    static Counterpart under(AccountCode account, Reference reference) {
      return new Counterpart(account, Optional.of(reference), Optional.empty());
    }

    static Counterpart unknown(BalanceTransaction moved, Discrepancy.Kind kind) {
      Reference own = new Reference(moved.id().value());
      return new Counterpart(Accounts.SUSPENSE, Optional.of(own), Optional.of(kind));
    }
  }

  private TransactionRequirements() {}

  /** Cases 2, 7, 36, 38, 39, 42, 44 to 48 and 55: the money's side. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    Optional<BalanceTransaction> told = facts.one(BalanceTransaction.class);
    if (told.isEmpty()) {
      facts.all(Charge.class).forEach(charge -> announced(charge, required));
    } else if (told.get().mode() == Mode.LIVE) {
      moved(told.get(), rules, required);
    }
    return required.done();
  }

  /** A charge announces its balance transaction and posts nothing itself. */
  private static void announced(Charge charge, RequiredBuilder required) {
    String reason =
        "charge "
            + charge.id()
            + " names balance transaction "
            + charge.transaction()
            + ", which has not come";
    required.report(
        charge.at(),
        Discrepancy.Kind.CHARGE_WITHOUT_TRANSACTION,
        charge.amountMinor(),
        charge.currency(),
        reason);
  }

  private static void moved(BalanceTransaction moved, Rules rules, RequiredBuilder required) {
    AccountCode clearing = rules.clearing(moved.origin());
    Counterpart other = counterpart(moved, clearing);
    Legs legs = new Legs(moved.currency()).debit(clearing, moved.netMinor());
    other
        .reference()
        .ifPresentOrElse(
            reference -> legs.credit(other.account(), reference, moved.amountMinor()),
            () -> legs.credit(other.account(), moved.amountMinor()));
    FeeTax feeTax = rules.policy().tax().feeTax(moved.origin().platform());
    for (BalanceTransaction.Fee fee : moved.fees()) {
      legs.debit(feeAccount(fee.kind(), feeTax), fee.minor());
    }
    other
        .unknown()
        .ifPresent(kind ->
            required.report(
                moved.at(), kind, moved.amountMinor(), moved.currency(), unknownReason(moved)));
    required.require("transaction/" + moved.id(), memo(moved), moved.at(), legs);
    reverseCharge(moved, feeTax, required);
  }

  /** The amount's sign decides the side, so a movement and its reversal share a line here. */
  private static Counterpart counterpart(BalanceTransaction moved, AccountCode clearing) {
    return switch (moved.movement()) {
      case CHARGE -> referenced(moved, Accounts.RECEIVABLE, Discrepancy.Kind.PAYMENT_UNCLAIMED);
      case REFUND, REFUND_FAILURE ->
          referenced(moved, Accounts.REFUNDS_PAYABLE, Discrepancy.Kind.REFUND_UNCLAIMED);
      case DISPUTE, DISPUTE_REVERSAL -> disputed(moved);
      case PAYOUT, PAYOUT_FAILURE -> sourced(moved, Accounts.PAYOUTS_IN_TRANSIT);
      case FEE -> Counterpart.on(Accounts.FEES);
      case SUBSCRIPTION -> Counterpart.on(Accounts.SUBSCRIPTIONS);
      case LOAN_REPAYMENT -> referenced(moved, Accounts.LOANS, Discrepancy.Kind.LOAN_UNKNOWN);
      case RESERVE_HOLD, RESERVE_RELEASE -> Counterpart.on(Accounts.reserve(clearing));
      case TAX_WITHHELD ->
          referenced(moved, Accounts.FACILITATOR_TAX, Discrepancy.Kind.PAYMENT_UNCLAIMED);
      case UNKNOWN -> Counterpart.unknown(moved, Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN);
    };
  }

  private static Counterpart referenced(
      BalanceTransaction moved, AccountCode account, Discrepancy.Kind otherwise) {
    return moved
        .reference()
        .map(reference -> Counterpart.under(account, reference))
        .orElseGet(() -> Counterpart.unknown(moved, otherwise));
  }

  /** A dispute's own id is its source where the processor gives no reference. */
  private static Counterpart disputed(BalanceTransaction moved) {
    return moved
        .reference()
        .map(reference -> Counterpart.under(Accounts.DISPUTES, reference))
        .orElseGet(() -> sourced(moved, Accounts.DISPUTES));
  }

  private static Counterpart sourced(BalanceTransaction moved, AccountCode account) {
    return moved.source().isBlank()
        ? Counterpart.unknown(moved, Discrepancy.Kind.TRANSACTION_TYPE_UNKNOWN)
        : Counterpart.under(account, new Reference(moved.source()));
  }

  /**
   * By tag, never by size ({@code FAILURES.md} 30). Whether tax on a fee can be recovered is a switch that is never
   * inferred (case 3); until a book says so it is not, and stays with the fee.
   */
  private static AccountCode feeAccount(BalanceTransaction.Fee.Kind kind, FeeTax tax) {
    return switch (kind) {
      case PROCESSING -> Accounts.FEES;
      case TAX ->
          tax.treatment() == FeeTax.Treatment.RECOVERABLE ? Accounts.INPUT_TAX : Accounts.FEES;
      case DISPUTE -> Accounts.DISPUTE_FEES;
      case COMMISSION -> Accounts.MARKETPLACE_COMMISSIONS;
      case FULFILMENT -> Accounts.OUTBOUND_SHIPPING;
    };
  }

  /** The processor charges no tax, and the merchant accounts for it himself, an entry apart (case 3). */
  private static void reverseCharge(
      BalanceTransaction moved, FeeTax tax, RequiredBuilder required) {
    if (tax.treatment() == FeeTax.Treatment.REVERSE_CHARGE) {
      long fees =
          moved.fees().stream()
              .mapToLong(BalanceTransaction.Fee::minor)
              .reduce(moved.movement() == Movement.FEE ? -moved.amountMinor() : 0, Math::addExact);
      long minor = HalfUp.share(fees, tax.basisPoints(), RecognitionPolicy.WHOLE);
      Legs legs =
          new Legs(moved.currency())
              .debit(Accounts.INPUT_TAX, minor)
              .credit(Accounts.REVERSE_CHARGE, minor);
      required.require("reverse-charge/" + moved.id(), memo(moved), moved.at(), legs);
    }
  }

  private static String unknownReason(BalanceTransaction moved) {
    return moved.movement() == Movement.UNKNOWN
        ? "no table knows the type '" + moved.platformType() + "' of transaction " + moved.id()
        : words(moved.movement()) + " " + moved.id() + " names nothing that it belongs to";
  }

  private static String memo(BalanceTransaction moved) {
    return words(moved.movement())
        + " "
        + moved.id()
        + moved.reference().map(to -> " for " + to).orElse("");
  }

  private static String words(Movement movement) {
    return movement.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
