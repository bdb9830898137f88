package io.daybook.ledger.memory;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChangeFeed.Change;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ledger of one book in memory. */
final class MemoryLedger implements LedgerStore {
  private final Book book;
  private final Clock clock;
  private final MemoryFeed feed;
  private final Map<SubjectId, SortedMap<Integer, Step>> subjects = new HashMap<>();
  private final SortedMap<LocalDate, SortedSet<Step>> days = new TreeMap<>();

  MemoryLedger(Book book, Clock clock, MemoryFeed feed) {
    this.book = book;
    this.clock = clock;
    this.feed = feed;
  }

  @Override
  public Book book() {
    return book;
  }

  @Override
  public synchronized List<Step> read(SubjectId subject) {
    return List.copyOf(subjects.getOrDefault(subject, Collections.emptySortedMap()).values());
  }

  @Override
  public synchronized Append append(Step step) {
    if (LedgerStore.stale(step, clock.instant())) {
      return new Append.Stale();
    }
    Step stored =
        subjects
            .computeIfAbsent(step.subject(), s -> new TreeMap<>())
            .putIfAbsent(step.number(), step);
    if (stored != null) {
      return stored.sameContent(step) ? new Append.Appended() : new Append.Lost();
    }
    step.entry()
        .ifPresent(entry ->
            days.computeIfAbsent(entry.day(), d -> new TreeSet<>(Step.BY_RECORDING)).add(step));
    feed.add(new Change.Appended(book, step));
    return new Append.Appended();
  }

  @Override
  public synchronized List<Step> day(LocalDate day, Optional<Instant> knownAt) {
    return days.getOrDefault(day, Collections.emptySortedSet()).stream()
        .filter(step -> knownAt.isEmpty() || !step.recordedAt().isAfter(knownAt.get()))
        .toList();
  }

  @Override
  public synchronized SortedSet<LocalDate> days() {
    return new TreeSet<>(days.keySet());
  }
}
