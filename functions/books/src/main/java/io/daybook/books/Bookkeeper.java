package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.Outcome;
import io.daybook.posting.Poster;
import io.daybook.posting.Routing;
import io.daybook.posting.requirement.Facts;
import io.daybook.reconciliation.Exceptions;
import io.daybook.sources.Sources;
import io.daybook.sources.Translation;
import io.daybook.storage.connection.Connections;
import io.daybook.storage.deployment.Deployment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps one book: takes a message from the inbox and has its subjects learn what it says. */
public final class Bookkeeper {
  /** What taking a message came to. */
  public record Taken(int entries, Optional<Setback> setback) {}

  private static final int MAX_TRIES = 10;

  private final LedgerStore ledger;
  private final Interpreter interpreter;
  private final Poster poster;
  private final OpenItems openItems;
  private final CostChanges costChanges;
  private final DueSubjects dueSubjects;
  private final Exceptions exceptions;
  private final Setbacks setbacks;

  /** The keeper of a book. */
  public Bookkeeper(Deployment deployment, Sources sources, Book book) {
    StateStore state = deployment.stores().state(book);
    this.ledger = deployment.stores().ledger(book);
    this.interpreter =
        new Interpreter(sources, new Connections(state, deployment.secrets()), own(book));
    this.poster = new Poster(ledger, new RulesVersions(state), deployment.clock());
    this.openItems = new OpenItems(state);
    this.costChanges = new CostChanges(ledger, state, deployment.clock());
    this.dueSubjects = new DueSubjects(state);
    this.exceptions = new Exceptions(state);
    this.setbacks = new Setbacks(state);
  }

  /** The origin of the facts that a book's own people and reconciliation tell. */
  public static Origin own(Book book) {
    return new Origin("daybook", book.name());
  }

  /** Takes a message: posts what it says and records what of it could not be understood. Safe to do again. */
  public Taken take(Message message) {
    Interpretation said = interpreter.interpret(message);
    List<Outcome> outcomes = learn(said.facts());
    Optional<Setback> setback = setback(message, said, outcomes);
    setbacks.record(message.id(), setback);
    return new Taken(outcomes.stream().mapToInt(Bookkeeper::entries).sum(), setback);
  }

  /** Takes a message, again while other runs get in the way; one that fails by its content is recorded and passed over. */
  public Taken takeOrPassOver(Message message) {
    for (int tries = 1; ; tries++) {
      try {
        return take(message);
      } catch (ConcurrentChange meanwhile) {
        if (tries == MAX_TRIES) {
          throw meanwhile;
        }
      } catch (StoreFailure broken) {
        throw broken;
      } catch (RuntimeException poison) {
        return new Taken(0, Optional.of(passOver(message, fault(poison))));
      }
    }
  }

  /** What is said of a message that a fault of ours keeps from being posted. */
  static String fault(RuntimeException poison) {
    return "a fault of ours: " + poison.getClass().getSimpleName();
  }

  /** Records that a message cannot be taken for a reason that doing it again does not cure. */
  Setback passOver(Message message, String reason) {
    Setback setback =
        new Setback(message.id().toString(), Setback.Kind.FAILED, message.topic(), reason);
    setbacks.record(message.id(), Optional.of(setback));
    return setback;
  }

  /** Has each subject that the facts concern learn them, in the order told. */
  private List<Outcome> learn(List<Fact> facts) {
    Map<SubjectId, List<Fact>> bySubject = new LinkedHashMap<>();
    for (Fact fact : facts) {
      for (SubjectId subject : Routing.subjects(fact)) {
        bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(fact);
      }
    }
    return bySubject.entrySet().stream()
        .map(subject -> learn(subject.getKey(), subject.getValue()))
        .toList();
  }

  /** Looks again at the orders that shipped an item whose cost became known since. */
  void lookAgainAtCosts() {
    costChanges.affected().forEach(this::lookAgain);
    costChanges.forgetSettled();
  }

  /** Looks again at what the calendar alone brings more to, up to a day in the book's time zone. */
  void lookAgainWhenDue(LocalDate today) {
    for (SubjectId subject : dueSubjects.on(today)) {
      lookAgain(subject);
      dueSubjects.forget(subject, today);
    }
  }

  /** Looks at a subject again, for something that it depends on may have become known. */
  void lookAgain(SubjectId subject) {
    Outcome _ = learn(subject, List.of());
  }

  private Outcome learn(SubjectId subject, List<Fact> facts) {
    boolean open = OpenItems.concern(subject) && !knows(subject, facts);
    if (subject.kind() == SubjectId.Kind.ITEM && !knows(subject, facts)) {
      costChanges.learning(subject, facts);
    }
    if (open) {
      openItems.register(subject);
    }
    Outcome outcome = poster.learn(subject, facts);
    if (open) {
      openItems.register(subject);
    }
    exceptions.replace(Exceptions.By.POST, subject, outcome.discrepancies());
    dueSubjects.note(subject, outcome.due());
    return outcome;
  }

  /** Whether the ledger has learnt all of this before. */
  boolean knows(List<Fact> facts) {
    return facts.stream()
        .allMatch(fact ->
            Routing.subjects(fact).stream().allMatch(subject -> knows(subject, List.of(fact))));
  }

  private boolean knows(SubjectId subject, List<Fact> facts) {
    Facts known = Facts.in(ledger.read(subject));
    return facts.stream().allMatch(known::know);
  }

  private static int entries(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted ->
          (int) posted.steps().stream().filter(step -> step.entry().isPresent()).count();
      case Outcome.Learnt _, Outcome.Unchanged _, Outcome.Full _ -> 0;
    };
  }

  private static Optional<Setback> setback(
      Message message, Interpretation said, List<Outcome> outcomes) {
    List<String> failed =
        Stream.concat(
                said.malformed().stream().map(Bookkeeper::words),
                outcomes.stream()
                    .filter(Outcome.Full.class::isInstance)
                    .map(full -> full.subject() + " has no room for it"))
            .distinct()
            .toList();
    List<String> parked =
        said.unknown().stream().map(Translation.Unknown::what).distinct().toList();
    if (failed.isEmpty() && parked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Setback(
            message.id().toString(),
            failed.isEmpty() ? Setback.Kind.PARKED : Setback.Kind.FAILED,
            message.topic(),
            Stream.concat(failed.stream(), parked.stream()).collect(Collectors.joining("; "))));
  }

  private static String words(Translation.Malformed malformed) {
    return malformed.where() + ": expected " + malformed.expected();
  }
}
