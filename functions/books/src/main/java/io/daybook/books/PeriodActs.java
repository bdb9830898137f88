package io.daybook.books;

import io.daybook.events.PeriodAct;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.SubjectId;
import java.util.Comparator;
import java.util.Optional;

/** What was done to a period, as its log holds it: the state is made from it again whenever it is learnt. */
final class PeriodActs {
  private final LedgerStore ledger;

  PeriodActs(LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** The act that counts. */
  Optional<PeriodAct> latest(SubjectId period) {
    return ledger.read(period).stream()
        .flatMap(step -> step.facts().stream())
        .filter(PeriodAct.class::isInstance)
        .map(PeriodAct.class::cast)
        .max(Comparator.comparing(PeriodAct::at).thenComparing(act -> act.id().value()));
  }

  /** How a period stands after an act. */
  static PeriodState state(PeriodAct act) {
    PeriodState.Status status =
        switch (act.act()) {
          case FENCED -> PeriodState.Status.FENCED;
          case CLOSED -> PeriodState.Status.CLOSED;
          case REOPENED -> PeriodState.Status.OPEN;
        };
    return new PeriodState(status, act.by(), act.reason(), act.at());
  }
}
