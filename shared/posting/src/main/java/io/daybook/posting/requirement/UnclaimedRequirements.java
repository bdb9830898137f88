package io.daybook.posting.requirement;

import io.daybook.events.Unclaimed;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;

/**
 * What money that nobody claimed requires: it stands on 2900 under the reference it stood open under, until it is
 * claimed (case 55).
 */
public final class UnclaimedRequirements {
  private UnclaimedRequirements() {}

  /** Moves what stands open; nothing once it is claimed, so that what was moved goes back. */
  public static Required of(SubjectId subject, Facts facts, Rules rules) {
    RequiredBuilder required = new RequiredBuilder(subject, rules);
    facts.one(Unclaimed.class).ifPresent(open -> moved(open, required));
    return required.done();
  }

  private static void moved(Unclaimed open, RequiredBuilder required) {
    Legs legs =
        new Legs(open.currency())
            .debit(Accounts.SUSPENSE, open.reference(), open.minor())
            .credit(AccountCode.parse(open.account()), open.reference(), open.minor());
    required.require(
        "unclaimed/" + open.account() + "/" + open.reference(),
        "Nobody claimed what is open under " + open.reference(),
        open.day(),
        legs);
  }
}
