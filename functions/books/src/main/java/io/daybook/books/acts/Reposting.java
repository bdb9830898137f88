package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.Repost;
import io.daybook.ledger.Book;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.LedgerItemCosts;
import io.daybook.posting.Poster;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Posts an open range again under today's rules: shown first, then done by a named person (DESIGN promise 12). Every
 * subject that has an entry in the range is looked at.
 */
public final class Reposting {
  /**
   * What re-posting would do.
   *
   * @param rules the version of today's rules
   * @param entries by subject, those that would be posted; subjects that would not change are left out
   */
  public record Preview(int rules, Map<SubjectId, List<Entry>> entries) {
    /** Copies the map, keeping its order. */
    public Preview {
      entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  private final Book book;
  private final LedgerStore ledger;
  private final PeriodBook periods;
  private final RulesVersions rules;
  private final Poster poster;
  private final Desk desk;
  private final Clock clock;

  /** Re-posting in a book. */
  public Reposting(Deployment deployment, Book book, Teller teller) {
    StateStore state = deployment.stores().state(book);
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.clock = deployment.clock();
    this.periods = new PeriodBook(state, clock);
    this.rules = new RulesVersions(state);
    this.poster = new Poster(ledger, rules, new LedgerItemCosts(ledger), periods::countsOn, clock);
    this.desk = new Desk(teller, clock);
  }

  /**
   * What re-posting a range would post. Nothing is done.
   *
   * @throws ActRefused if a day of the range is not open, or the range ends before it begins
   */
  public Preview preview(LocalDate from, LocalDate to) throws ActRefused {
    return preview(
        from,
        to,
        rules
            .current()
            .orElseThrow(() -> new IllegalStateException("book " + book + " has no rules")));
  }

  /** The same under rules that may not be a version yet. */
  Preview preview(LocalDate from, LocalDate to, Rules today) throws ActRefused {
    requireOpen(from, to);
    SortedMap<String, SubjectId> subjects = new TreeMap<>();
    for (LocalDate day : ledger.days()) {
      if (!day.isBefore(from) && !day.isAfter(to)) {
        for (Step step : ledger.day(day, Optional.empty())) {
          subjects.put(step.subject().toString(), step.subject());
        }
      }
    }
    Map<SubjectId, List<Entry>> entries = new LinkedHashMap<>();
    for (SubjectId subject : subjects.values()) {
      List<Entry> would = poster.wouldPost(subject, today);
      if (!would.isEmpty()) {
        entries.put(subject, would);
      }
    }
    return new Preview(today.version(), entries);
  }

  /** Does what {@link #preview} shows. */
  public Preview repost(LocalDate from, LocalDate to, Who who) throws ActRefused {
    who.require(true);
    Preview preview = preview(from, to);
    Instant now = clock.instant();
    List<MessageId> _ =
        desk.tell(
            preview.entries().keySet().stream()
                .map(subject ->
                    new Repost(
                        Bookkeeper.own(book),
                        subject.toString(),
                        preview.rules(),
                        who.by(),
                        who.reason(),
                        now))
                .toList());
    return preview;
  }

  private void requireOpen(LocalDate from, LocalDate to) throws ActRefused {
    if (to.isBefore(from)) {
      throw new ActRefused("The range ends on " + to + ", before it begins on " + from + ".");
    }
    for (LocalDate day = from; !day.isAfter(to); day = day.plusMonths(1).withDayOfMonth(1)) {
      if (!periods.countsOn(day).equals(day)) {
        throw new ActRefused(
            java.time.YearMonth.from(day)
                + " is closed: a named person opens it again first, or the range leaves it out.");
      }
    }
  }
}
