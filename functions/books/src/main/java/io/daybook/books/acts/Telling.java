package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.ChartChange;
import io.daybook.events.Fact;
import io.daybook.events.ManualEntry;
import io.daybook.events.PeriodAct;
import io.daybook.events.PolicyChange;
import io.daybook.events.Reference;
import io.daybook.events.Repost;
import io.daybook.events.Reversal;
import io.daybook.events.Told;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.Routing;
import io.daybook.reconciliation.Exceptions;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A person tells facts that no connector brings yet. They go through the inbox like a platform's, with a line on the audit
 * trail. Acts that have checks of their own are refused: they have verbs.
 */
public final class Telling {
  /**
   * What came of it.
   *
   * @param facts how many were told
   * @param entries that were posted for their subjects
   * @param setbacks messages that could not be posted, or only in part
   * @param discrepancies what is on the exceptions list and was not before
   */
  public record Result(
      int facts, int entries, List<Setback> setbacks, List<Discrepancy> discrepancies) {
    /** Copies the lists. */
    public Result {
      setbacks = List.copyOf(setbacks);
      discrepancies = List.copyOf(discrepancies);
    }
  }

  private final Book book;
  private final LedgerStore ledger;
  private final StateStore state;
  private final Desk desk;
  private final Clock clock;

  /** Telling a book. */
  public Telling(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.state = deployment.stores().state(book);
    this.clock = deployment.clock();
    this.desk = new Desk(teller, clock);
  }

  /**
   * Tells facts, all or none.
   *
   * @throws ActRefused without name or reason, or if one of them is an act that has a verb of its own
   */
  public Result tell(List<Fact> facts, Who who) throws ActRefused {
    who.require(true);
    for (int index = 0; index < facts.size(); index++) {
      Optional<String> verb = verb(facts.get(index));
      if (verb.isPresent()) {
        throw new ActRefused(
            "Fact "
                + (index + 1)
                + " is a "
                + facts.get(index).key().kind()
                + ", which is an act of its own: use '"
                + verb.get()
                + "'. Nothing was told.");
      }
    }
    Set<Discrepancy> before = Set.copyOf(new Exceptions(state).list());
    Set<SubjectId> subjects =
        facts.stream().flatMap(fact -> Routing.subjects(fact).stream()).collect(Collectors.toSet());
    long entries = entries(subjects);
    Instant now = clock.instant();
    List<Fact> told = new ArrayList<>();
    told.add(
        new Told(
            Bookkeeper.own(book),
            new Reference("told/" + now),
            kinds(facts),
            who.by(),
            who.reason(),
            now));
    told.addAll(facts);
    Set<String> messages =
        desk.tell(told).stream().map(MessageId::toString).collect(Collectors.toSet());
    return new Result(
        facts.size(),
        Math.toIntExact(entries(subjects) - entries),
        new Setbacks(state).all().stream().filter(one -> messages.contains(one.message())).toList(),
        new Exceptions(state).list().stream().filter(one -> !before.contains(one)).toList());
  }

  private static String kinds(List<Fact> facts) {
    Map<String, Long> kinds =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    fact -> fact.key().kind(), TreeMap::new, Collectors.counting()));
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> verb(Fact fact) {
    return switch (fact) {
      case PeriodAct _ -> Optional.of("close or reopen");
      case ManualEntry _ -> Optional.of("enter");
      case Reversal _ -> Optional.of("reverse");
      case Repost _ -> Optional.of("repost");
      case PolicyChange _ -> Optional.of("policy");
      case ChartChange _ -> Optional.of("map");
      case Told _ -> Optional.of("tell");
      // Everything else is a fact of commerce, however it comes to be known.
      default -> Optional.empty();
    };
  }

  private long entries(Set<SubjectId> subjects) {
    return subjects.stream()
        .flatMap(subject -> ledger.read(subject).stream())
        .filter(step -> step.entry().isPresent())
        .count();
  }
}
