package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.ChartChange;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.Chart;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.ChartPreset;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Mapping;
import io.daybook.ledger.MappingLine;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.sources.daybook.KnownBook;
import io.daybook.sources.daybook.MappingFile;
import io.daybook.sources.daybook.MappingFiles;
import io.daybook.storage.connection.Connection;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The accounts under which a book is shown: looked at, tried, and set by a named person (DESIGN promises 1 and 12). What is
 * set counts for subjects first posted after it, and, set from a day on, for those that began on it or later (decision 42);
 * {@link Reposting} takes an open range along.
 */
public final class ChartDesk {
  private final Book book;
  private final RulesVersions rules;
  private final LedgerStore ledger;
  private final PeriodBook periods;
  private final Connections connections;
  private final Reposting reposting;
  private final Desk desk;
  private final Clock clock;

  /** The chart of a book. */
  public ChartDesk(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.rules = new RulesVersions(deployment.stores().state(book));
    this.ledger = deployment.stores().ledger(book);
    this.connections = new Connections(deployment.stores().state(book), deployment.secrets());
    this.reposting = new Reposting(deployment, book, teller);
    this.clock = deployment.clock();
    this.periods = new PeriodBook(deployment.stores().state(book), clock);
    this.desk = new Desk(teller, clock);
  }

  /** The chart as it stands. */
  public Chart chart() throws ActRefused {
    return current().chart();
  }

  /** The mapping that holds for what begins today, as the lines of a file. */
  public List<ChartChange.Line> lines() throws ActRefused {
    return lines(today());
  }

  /** The mapping that holds for what begins on a day. */
  public List<ChartChange.Line> lines(LocalDate day) throws ActRefused {
    return chart().mappingOn(day).lines().stream().map(MappingLine::line).toList();
  }

  /** Which day it is in the book's time zone. */
  public LocalDate today() throws ActRefused {
    return current().day(clock.instant());
  }

  /** The first day with an entry that is in no closed month, if there is one. */
  public Optional<LocalDate> firstOpen() {
    return ledger.days().stream().filter(day -> periods.countsOn(day).equals(day)).findFirst();
  }

  /** Reads a mapping, held against the book. */
  public MappingFile read(String fileName, byte[] bytes) throws ActRefused {
    Map<String, Origin> names = new HashMap<>();
    for (Connection connection : connections.all()) {
      names.put(connection.name().value(), connection.origin());
    }
    for (Origin bank : current().banks().keySet()) {
      names.putIfAbsent(bank.toString(), bank);
    }
    return MappingFiles.read(fileName, bytes, new KnownBook(names, used()));
  }

  /** The accounts that the book has posted to. */
  public NavigableSet<AccountCode> used() {
    NavigableSet<AccountCode> used = new TreeSet<>();
    for (LocalDate day : ledger.days()) {
      for (Step step : ledger.day(day, Optional.empty())) {
        step.entry().ifPresent(entry -> entry.legs().stream().map(Leg::account).forEach(used::add));
      }
    }
    return used;
  }

  /** The accounts of the default chart for which lines have none: they keep their numbers. */
  public static List<ChartOfAccounts.Account> unmapped(List<ChartChange.Line> lines) {
    Set<Integer> mapped =
        lines.stream()
            .map(line -> AccountCode.parse(line.account()).number())
            .collect(Collectors.toSet());
    return ChartOfAccounts.accounts().stream()
        .filter(account -> !mapped.contains(account.number()))
        .toList();
  }

  /**
   * What would be posted otherwise for subjects with entries in a range, if a mapping held from a day on and they were posted
   * again under it. Nothing is changed.
   */
  public Reposting.Preview wouldPost(
      List<ChartChange.Line> lines, Optional<LocalDate> from, LocalDate first, LocalDate last)
      throws ActRefused {
    Rules now = current();
    Chart chart = now.chart().changed(now.chart().preset(), from, today(), mapping(lines));
    return new Reposting.Preview(
        now.version() + 1, reposting.preview(first, last, now.with(chart)).entries());
  }

  private static Mapping mapping(List<ChartChange.Line> lines) {
    return Mapping.of(lines.stream().map(MappingLine::of).toList());
  }

  /**
   * Sets the mapping from a day on: a version of the rules, and a line of the trail. Without a day it holds for whatever is
   * first posted after it, but for what begins on a day to come from which another was set.
   *
   * @return the version that holds from now on
   * @throws ActRefused if it stands so already, or the day is in a closed month
   */
  public int map(List<ChartChange.Line> lines, Optional<LocalDate> from, Who who)
      throws ActRefused {
    if (from.isPresent()) {
      requireOpen(from.get());
    }
    return set(chart().preset(), lines, from, who);
  }

  /** Refuses a day from which no mapping can be set: one in a closed month. */
  public void requireOpen(LocalDate from) throws ActRefused {
    new OpenDays(periods).require(from, "a mapping");
  }

  /** Sets whose names the default accounts bear; the mapping of today is told again as it stands. */
  public int name(ChartPreset preset, Who who) throws ActRefused {
    return set(preset, lines(), chart().since(today()), who);
  }

  private int set(
      ChartPreset preset, List<ChartChange.Line> lines, Optional<LocalDate> from, Who who)
      throws ActRefused {
    who.require(true);
    Instant now = clock.instant();
    Rules before = current();
    Chart wanted = before.chart().changed(preset, from, before.day(now), mapping(lines));
    if (before.chart().equals(wanted)) {
      throw new ActRefused("The chart is so already; nothing was changed.");
    }
    List<MessageId> _ =
        desk.tell(
            List.of(
                new ChartChange(
                    Bookkeeper.own(book),
                    new Reference("chart/" + now),
                    preset.code(),
                    lines,
                    from,
                    who.by(),
                    who.reason(),
                    now)));
    Rules after = current();
    if (!after.chart().equals(wanted)) {
      throw new ActRefused("The change is kept and not posted yet: 'exceptions' says why.");
    }
    return after.version();
  }

  private Rules current() throws ActRefused {
    return rules
        .current()
        .orElseThrow(() -> new ActRefused("Nothing is connected to book '" + book + "' yet."));
  }
}
