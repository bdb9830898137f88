package io.daybook.reconciliation;

import io.daybook.events.Fact;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.SubjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a run found.
 *
 * @param facts to be told through the inbox: {@code BankMatch}, {@code Settlement}, {@code Dispute} with its order,
 *     {@code Unclaimed}; told again by the next run until the ledger has them
 * @param discrepancies what a person must look at, in {@link Exceptions#ORDER}
 * @param settled what is done for good and was taken off the open items
 * @param touch subjects that wait for a cost, a rate or an open period and should be looked at again
 */
public record Findings(
    List<Fact> facts,
    List<Discrepancy> discrepancies,
    List<SubjectId> settled,
    List<SubjectId> touch) {
  /** Copies the lists; sorts the facts by identity and the discrepancies. */
  public Findings {
    facts =
        facts.stream()
            .sorted(java.util.Comparator.comparing(fact -> fact.key().toString()))
            .toList();
    discrepancies = discrepancies.stream().distinct().sorted(Exceptions.ORDER).toList();
    settled = List.copyOf(settled);
    touch = List.copyOf(touch);
  }

  /** Collects while a run goes on. */
  static final class Collector {
    private final List<Fact> facts = new ArrayList<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private final SortedSet<SubjectId> settled =
        new TreeSet<>(java.util.Comparator.comparing(SubjectId::toString));

    void tell(Fact fact) {
      facts.add(fact);
    }

    void wrong(Discrepancy discrepancy) {
      discrepancies.add(discrepancy);
    }

    void settle(SubjectId subject) {
      settled.add(subject);
    }

    SortedSet<SubjectId> settled() {
      return settled;
    }

    Findings findings(SortedSet<SubjectId> touch) {
      return new Findings(facts, discrepancies, List.copyOf(settled), List.copyOf(touch));
    }
  }
}
