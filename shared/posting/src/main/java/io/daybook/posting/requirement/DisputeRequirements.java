package io.daybook.posting.requirement;

import io.daybook.events.Dispute;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;

/**
 * What a dispute itself requires: nothing (case 37). Its money moves by balance transactions, and a lost one unwinds its
 * order; one whose order is not known stays on 1200 and is reported.
 */
public final class DisputeRequirements {
  private DisputeRequirements() {}

  /** Reports a lost dispute without an order. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts
        .one(Dispute.class)
        .filter(dispute -> dispute.status() == Dispute.Status.LOST && dispute.order().isEmpty())
        .ifPresent(dispute ->
            required.report(
                dispute.closedAt().orElse(dispute.openedAt()),
                Discrepancy.Kind.DISPUTE_WITHOUT_ORDER,
                dispute.amountMinor(),
                dispute.currency(),
                "dispute " + dispute.id() + " was lost and its order is not known"));
    return required.done();
  }
}
