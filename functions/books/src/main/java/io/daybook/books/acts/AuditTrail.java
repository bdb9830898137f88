package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.books.Desks;
import io.daybook.events.Act;
import io.daybook.events.ChartChange;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.PeriodAct;
import io.daybook.events.PolicyChange;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.RulesVersions;
import io.daybook.posting.Routing;
import io.daybook.storage.deployment.Deployment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people did to a book, as its ledger holds it: append-only like everything there. */
public final class AuditTrail {
  /** An act: when, who, what it is called, what it is about, and why. */
  public record Line(Instant at, String by, String act, String about, String reason) {}

  private final Book book;
  private final LedgerStore ledger;
  private final RulesVersions rules;
  private final InboxStore inbox;

  /** The trail of a book. */
  public AuditTrail(Deployment deployment, Book book) {
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.rules = RulesVersions.readOnce(deployment.stores().state(book));
    this.inbox = deployment.stores().inbox(book);
  }

  /** All acts, in order. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (LocalDate day : days()) {
      for (Origin origin : origins()) {
        ledger.read(Routing.audit(origin, day)).stream()
            .flatMap(step -> step.facts().stream())
            .forEach(fact -> {
              if (fact instanceof Act act) {
                lines.add(line(fact, act));
              }
            });
      }
    }
    lines.sort(Comparator.comparing(Line::at).thenComparing(Line::about));
    return lines;
  }

  /** The book itself, and its bank accounts: what a line was for is told of its account. */
  private Set<Origin> origins() {
    Set<Origin> origins = new HashSet<>();
    origins.add(Bookkeeper.own(book));
    rules.current().ifPresent(newest -> origins.addAll(newest.banks().keySet()));
    return origins;
  }

  /** Days on which people or platforms told something; an act told at midnight is of the day before. */
  private SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (LocalDate day : inbox.days(Desks.PEOPLE)) {
      days.add(day.minusDays(1));
      days.add(day);
    }
    // What the law has people ask comes with a platform's messages.
    for (ConnectionName connection : inbox.connections()) {
      days.addAll(inbox.days(connection));
    }
    return days;
  }

  private static Line line(Fact fact, Act act) {
    return new Line(act.at(), act.by(), fact.key().kind(), about(fact), act.reason());
  }

  /** What was done, as far as its name does not say it. */
  private static String about(Fact fact) {
    if (fact instanceof PeriodAct period) {
      return period.period() + " " + period.act();
    }
    if (fact instanceof PolicyChange change) {
      return change.settings().stream()
              .map(setting -> setting.name() + " = " + setting.value())
              .collect(Collectors.joining(", "))
          + since(change.from());
    }
    if (fact instanceof ChartChange change) {
      int lines = change.lines().size();
      return change.preset()
          + ", mapping of "
          + lines
          + (lines == 1 ? " line" : " lines")
          + since(change.from());
    }
    return fact.key().id();
  }

  private static String since(Optional<LocalDate> from) {
    return from.map(day -> " from " + day + " on").orElse("");
  }
}
