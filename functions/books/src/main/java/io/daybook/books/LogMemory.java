package io.daybook.books;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * A ledger that reads a log once in a piece of work and remembers what it appended itself: messages about one subject
 * come together, and each read is paid for. That another run appended meanwhile is found out, as ever, when the next
 * step's number is taken; then the log is read again. Not safe for several threads.
 */
final class LogMemory implements LedgerStore {
  /** So that a long piece of work does not hold a whole book. */
  private static final int MAX_LOGS = 2_000;

  /** How a log is read for the first time. */
  enum First {
    /** As it is. */
    EXACT,
    /** As a glance shows it, at half the price: for what was most likely learnt long ago. */
    GLANCE
  }

  private final LedgerStore ledger;
  private final First first;
  private final Set<SubjectId> outrun = new HashSet<>();
  private final Map<SubjectId, List<Step>> logs =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectId, List<Step>> eldest) {
          return size() > MAX_LOGS;
        }
      };

  LogMemory(LedgerStore ledger, First first) {
    this.ledger = ledger;
    this.first = first;
  }

  @Override
  public Book book() {
    return ledger.book();
  }

  @Override
  public List<Step> read(SubjectId subject) {
    List<Step> known = logs.get(subject);
    if (known == null) {
      known =
          first == First.EXACT || outrun.contains(subject)
              ? ledger.read(subject)
              : ledger.glance(subject);
      logs.put(subject, known);
    }
    return known;
  }

  @Override
  public List<Step> glance(SubjectId subject) {
    List<Step> known = logs.get(subject);
    return known == null ? ledger.glance(subject) : known;
  }

  /** A step whose put failed may be stored or not: its log is read again, as it is. */
  @Override
  public Append append(Step step) {
    List<Step> before = logs.remove(step.subject());
    outrun.add(step.subject());
    Append append = ledger.append(step);
    if (append instanceof Append.Appended && before != null && before.size() == step.number() - 1) {
      List<Step> after = new ArrayList<>(before);
      after.add(step);
      logs.put(step.subject(), List.copyOf(after));
    }
    return append;
  }

  @Override
  public List<Step> day(LocalDate day, Optional<Instant> knownAt) {
    return ledger.day(day, knownAt);
  }

  @Override
  public List<Step> daySince(LocalDate day, Instant after) {
    return ledger.daySince(day, after);
  }

  @Override
  public SortedSet<LocalDate> days() {
    return ledger.days();
  }

  /** Forgets everything: a new piece of work begins. */
  void forget() {
    logs.clear();
    outrun.clear();
  }
}
