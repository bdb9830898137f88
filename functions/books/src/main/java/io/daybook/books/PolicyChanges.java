package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.events.PolicyChange;
import io.daybook.ledger.PolicySwitches;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import java.util.List;

/**
 * Makes a version of the rules of what a person changed, once: before the trail learns the act. If it stops between, it is
 * done again and then changes nothing; told again when the trail knows it, it is passed over, for others may have changed
 * the switch since.
 */
final class PolicyChanges {
  private final RulesVersions rules;

  PolicyChanges(StateStore state) {
    this.rules = new RulesVersions(state);
  }

  /** Makes the versions that these facts ask for; they must not be known yet. */
  void make(List<Fact> news) {
    for (Fact fact : news) {
      if (fact instanceof PolicyChange change) {
        Rules before =
            rules
                .current()
                .orElseThrow(
                    () -> new IllegalStateException("book " + change.origin() + " has no rules"));
        Rules _ =
            rules.amend(
                before,
                newest -> newest.with(PolicySwitches.set(newest.policy(), change.settings())));
      }
    }
  }
}
