package io.daybook.simulation.hostile;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** Logs are read as they are; the index shows a step only after a few reads that should have shown it. */
final class HostileLedger implements LedgerStore {
  private static final int MOST_READS_BEHIND = 4;

  private record Place(SubjectId subject, int number) {}

  private final LedgerStore ledger;
  private final Hostility hostility;
  private final Map<Place, Integer> readsBehind = new ConcurrentHashMap<>();

  HostileLedger(LedgerStore ledger, Hostility hostility) {
    this.ledger = ledger;
    this.hostility = hostility;
  }

  @Override
  public Book book() {
    return ledger.book();
  }

  @Override
  public List<Step> read(SubjectId subject) {
    return ledger.read(subject);
  }

  @Override
  public Append append(Step step) {
    return hostility.write(
        "append of step " + step.number() + " of " + step.subject(), () -> ledger.append(step));
  }

  @Override
  public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
    return ledger.day(day, knownAt).stream().filter(this::hasArrived).toList();
  }

  private boolean hasArrived(Step step) {
    int behind =
        readsBehind.merge(
            new Place(step.subject(), step.number()),
            hostility.below(MOST_READS_BEHIND),
            (before, fresh) -> Math.max(0, before - 1));
    boolean arrived = behind == 0 || hostility.isSettled();
    if (!arrived) {
      hostility.count(Fault.INDEX_LAGGED);
    }
    return arrived;
  }

  @Override
  public SortedSet<LocalDate> days() {
    return ledger.days();
  }
}
