package io.daybook.books;

import io.daybook.events.ChartChange;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.PolicyChange;
import io.daybook.ledger.Chart;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.Mapping;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import java.util.List;
import java.util.function.UnaryOperator;

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
        amend(change.origin(), newest -> newest.changed(change.from(), change.settings()));
      }
      if (fact instanceof ChartChange change) {
        amend(change.origin(), newest -> newest.with(chart(change, newest)));
      }
    }
  }

  private void amend(Origin book, UnaryOperator<Rules> change) {
    Rules before =
        rules
            .current()
            .orElseThrow(() -> new IllegalStateException("book " + book + " has no rules"));
    Rules _ = rules.amend(before, change);
  }

  private static Chart chart(ChartChange change, Rules newest) {
    return newest
        .chart()
        .changed(
            ChartPreset.parse(change.preset()),
            change.from(),
            newest.day(change.at()),
            Mapping.of(change.lines().stream().map(MappingLine::of).toList()));
  }
}
