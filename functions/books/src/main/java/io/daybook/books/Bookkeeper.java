package io.daybook.books;

import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.intake.ConcurrentChange;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Message;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StoreFailure;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.LedgerItemCosts;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps one book for one piece of work: takes messages from the inbox and has their subjects learn what they say. What
 * belongs to the book as a whole (its rules, its connections) it reads once, when it first needs it, and each log once.
 * So it must be made after what it is given was kept: then everything that a person changed before a message came is
 * seen. Not safe for several threads.
 */
public final class Bookkeeper {
  /** What taking a message came to. */
  public record Taken(int entries, Optional<Setback> setback) {}

  private static final int MAX_TRIES = 10;
  private static final int MAX_SEEN = 1_000;

  private final LogMemory ledger;
  private final Interpreter interpreter;
  private final Poster poster;
  private final RulesVersions rules;
  private final PeriodBook periods;
  private final PolicyChanges policyChanges;
  private final OpenItems openItems;
  private final Supplier<List<SubjectId>> payouts;
  private final CostChanges costChanges;
  private final DueSubjects dueSubjects;
  private final Exceptions exceptions;
  private final Setbacks setbacks;
  private final SaidBefore saidBefore;
  private final PersonalAsks asks;

  /** What a glance at a subject showed, in this piece of work. */
  private final Map<SubjectId, Facts> seen = new HashMap<>();

  /** What was said of a subject last, in this piece of work. */
  private final Map<SubjectId, List<Discrepancy>> said = new HashMap<>();

  /** The keeper of a book. */
  public Bookkeeper(Deployment deployment, Sources sources, Book book) {
    this(deployment, sources, book, LogMemory.First.EXACT, SaidBefore.unknown());
  }

  private Bookkeeper(
      Deployment deployment,
      Sources sources,
      Book book,
      LogMemory.First first,
      SaidBefore saidBefore) {
    StateStore state = deployment.stores().state(book);
    this.ledger = new LogMemory(deployment.stores().ledger(book), first);
    this.interpreter =
        new Interpreter(sources, new Connections(state, deployment.secrets()), own(book));
    this.periods = new PeriodBook(state, deployment.clock());
    this.rules = RulesVersions.readOnce(state);
    this.poster =
        new Poster(
            ledger, rules, new LedgerItemCosts(ledger), periods::countsOn, deployment.clock());
    this.policyChanges = new PolicyChanges(state);
    this.openItems = new OpenItems(state);
    this.payouts =
        () ->
            state.list(StateStore.Kind.PAYOUT).stream()
                .map(item -> SubjectId.parse(item.id()))
                .toList();
    this.costChanges = new CostChanges(ledger, state, deployment.clock());
    this.dueSubjects = new DueSubjects(state);
    this.exceptions = new Exceptions(state);
    this.setbacks = new Setbacks(state);
    this.saidBefore = saidBefore;
    this.asks = new PersonalAsks(state);
  }

  /**
   * Keepers of a book who take again what was most likely taken before, one for each piece of work: all is read at half
   * the price, and what was said of messages and subjects once for all of them.
   */
  public static Supplier<Bookkeeper> again(Deployment deployment, Sources sources, Book book) {
    SaidBefore before = SaidBefore.of(deployment.stores().state(book));
    return () -> new Bookkeeper(deployment, sources, book, LogMemory.First.GLANCE, before);
  }

  /** Whose books it keeps. */
  Book book() {
    return ledger.book();
  }

  /** The origin of the facts that a book's own people and reconciliation tell. */
  public static Origin own(Book book) {
    return new Origin("daybook", book.name());
  }

  /** Takes a message: posts what it says and records what of it could not be understood. Safe to do again. */
  public Taken take(Message message) {
    Interpretation told = interpreter.interpret(message);
    List<Outcome> outcomes = learn(told.facts());
    note(message, told);
    return taken(message, told, outcomes);
  }

  /**
   * Takes a message that was only just kept. One that teaches something new was not taken before, as a rule, and then has
   * no setback that would have to be taken back. Where it has (a batch that came again), the next replay takes it back.
   */
  Taken takeNew(Message message) {
    Interpretation told = interpreter.interpret(message);
    List<Outcome> outcomes = learn(told.facts());
    note(message, told);
    boolean taught = outcomes.stream().anyMatch(Bookkeeper::taught);
    return taught && setback(message, told, outcomes).isEmpty()
        ? new Taken(entries(outcomes), Optional.empty())
        : taken(message, told, outcomes);
  }

  private void note(Message message, Interpretation told) {
    switch (told.asks()) {
      case OF_PERSON -> asks.note(message.id());
      case NOTHING -> {}
    }
  }

  private Taken taken(Message message, Interpretation told, List<Outcome> outcomes) {
    Optional<Setback> setback = setback(message, told, outcomes);
    if (setback.isPresent() || saidBefore.mayBe(message.id())) {
      setbacks.record(message.id(), setback);
    }
    return new Taken(entries(outcomes), setback);
  }

  private static boolean taught(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted _, Outcome.Learnt _ -> true;
      case Outcome.Unchanged _, Outcome.Full _ -> false;
    };
  }

  private static int entries(List<Outcome> outcomes) {
    return outcomes.stream().mapToInt(Bookkeeper::entries).sum();
  }

  /** The object that a message only announces, if it does: a sweep brings it. */
  Optional<String> announced(Message message) {
    return interpreter.announced(message);
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
    boolean rates =
        bySubject.entrySet().stream()
            .anyMatch(subject ->
                subject.getKey().kind() == SubjectId.Kind.RATE
                    && !knows(subject.getKey(), subject.getValue()));
    List<Outcome> outcomes =
        bySubject.entrySet().stream()
            .map(subject -> learn(subject.getKey(), subject.getValue()))
            .toList();
    if (rates) {
      lookAgainAtForeignMoney(facts);
    }
    return outcomes;
  }

  /** Rates became known: what waited for one is posted, and what was valued by an older one follows. */
  private void lookAgainAtForeignMoney(List<Fact> told) {
    Set<SubjectId> concerned =
        new LinkedHashSet<>(exceptions.subjects(Discrepancy.Kind.RATE_UNKNOWN));
    rules
        .current()
        .ifPresent(
            current -> concerned.addAll(new RateChanges(ledger, current.currency()).concern(told)));
    concerned.forEach(this::lookAgain);
    if (!concerned.isEmpty()) {
      // What payouts carry away may be worth something else now: reconciliation looks at them
      // again.
      payouts.get().forEach(openItems::register);
    }
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

  /** What came late and waits may count now, if its period was opened again. */
  private void lookAgainAtWhatWaits() {
    exceptions.list().stream()
        .filter(found -> found.kind() == Discrepancy.Kind.LATE_FACT)
        .map(found -> SubjectId.parse(found.subject()))
        .distinct()
        .forEach(this::lookAgain);
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
    if (subject.kind() == SubjectId.Kind.AUDIT) {
      Facts known = Facts.in(ledger.read(subject));
      policyChanges.make(facts.stream().filter(fact -> !known.know(fact)).toList());
    }
    if (open) {
      openItems.register(subject);
    }
    Outcome outcome = poster.learn(subject, facts);
    if (open) {
      openItems.register(subject);
    }
    if (subject.kind() == SubjectId.Kind.PERIOD) {
      new PeriodActs(ledger)
          .latest(subject)
          .ifPresent(act -> periods.note(act.period(), PeriodActs.state(act)));
      lookAgainAtWhatWaits();
    }
    say(outcome);
    dueSubjects.note(subject, outcome.due());
    return outcome;
  }

  /** Says what is wrong with a subject now, unless that was said before, or nothing can have been said and nothing is. */
  private void say(Outcome outcome) {
    Optional<List<Discrepancy>> before =
        isFirst(outcome) || !saidBefore.mayBe(outcome.subject())
            ? Optional.of(said.getOrDefault(outcome.subject(), List.of()))
            : Optional.ofNullable(said.get(outcome.subject()));
    if (!before.equals(Optional.of(outcome.discrepancies()))) {
      exceptions.replace(Exceptions.By.POST, outcome.subject(), outcome.discrepancies());
    }
    said.put(outcome.subject(), outcome.discrepancies());
  }

  /** Whether all that a subject ever learnt came with this: nobody can have said anything of it before. */
  private static boolean isFirst(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Posted posted -> posted.steps().getFirst().number() == 1;
      case Outcome.Learnt learnt -> learnt.steps().getFirst().number() == 1;
      case Outcome.Unchanged _, Outcome.Full _ -> false;
    };
  }

  /** Begins a new piece of work: what the ledger knows is read again. */
  void readAgain() {
    ledger.forget();
    said.clear();
    seen.clear();
  }

  /**
   * Whether the ledger has learnt all of this before, as far as a glance tells: what it learnt a moment ago may be said
   * not to be known, and is then told again, which changes nothing.
   */
  boolean knows(List<Fact> facts) {
    return facts.stream()
        .allMatch(
            fact -> Routing.subjects(fact).stream().allMatch(subject -> seen(subject).know(fact)));
  }

  private Facts seen(SubjectId subject) {
    if (seen.size() > MAX_SEEN) {
      seen.clear();
    }
    return seen.computeIfAbsent(subject, unseen -> Facts.in(ledger.glance(unseen)));
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
