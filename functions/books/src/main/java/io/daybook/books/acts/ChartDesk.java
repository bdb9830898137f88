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
 * set counts for subjects first posted after it; {@link Reposting} takes an open range along.
 */
public final class ChartDesk {
  private final Book book;
  private final RulesVersions rules;
  private final LedgerStore ledger;
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
    this.desk = new Desk(teller, clock);
  }

  /** The chart as it stands. */
  public Chart chart() throws ActRefused {
    return current().chart();
  }

  /** The mapping as it stands, as the lines of a file. */
  public List<ChartChange.Line> lines() throws ActRefused {
    return chart().mapping().lines().stream().map(MappingLine::line).toList();
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
   * What would be posted otherwise for subjects with entries in a range, if they were posted again under a mapping. Nothing
   * is changed.
   */
  public Reposting.Preview wouldPost(List<ChartChange.Line> lines, LocalDate from, LocalDate to)
      throws ActRefused {
    Rules today = current();
    Chart chart = new Chart(today.chart().preset(), Chart.Keeping.KEPT, mapping(lines));
    return new Reposting.Preview(
        today.version() + 1, reposting.preview(from, to, today.with(chart)).entries());
  }

  private static Mapping mapping(List<ChartChange.Line> lines) {
    return Mapping.of(lines.stream().map(MappingLine::of).toList());
  }

  /**
   * Sets the mapping: a version of the rules, and a line of the trail.
   *
   * @return the version that holds from now on
   * @throws ActRefused if it stands so already
   */
  public int map(List<ChartChange.Line> lines, Who who) throws ActRefused {
    return set(chart().preset(), lines, who);
  }

  /** Sets whose names the default accounts bear. */
  public int name(ChartPreset preset, Who who) throws ActRefused {
    return set(preset, lines(), who);
  }

  private int set(ChartPreset preset, List<ChartChange.Line> lines, Who who) throws ActRefused {
    who.require(true);
    Chart wanted = new Chart(preset, Chart.Keeping.KEPT, mapping(lines));
    if (chart().equals(wanted)) {
      throw new ActRefused("The chart is so already; nothing was changed.");
    }
    Instant now = clock.instant();
    List<MessageId> _ =
        desk.tell(
            List.of(
                new ChartChange(
                    Bookkeeper.own(book),
                    new Reference("chart/" + now),
                    preset.code(),
                    lines,
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
