package io.daybook.posting;

import io.daybook.events.ExchangeRate;
import io.daybook.events.Fact;
import io.daybook.events.Repost;
import io.daybook.ledger.Append;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.policy.LatePolicy;
import io.daybook.posting.exchange.Rates;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Required;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells subjects facts and posts what they then require (DESIGN "Posting"): reads the log, computes what is required,
 * subtracts what is posted, appends the difference as the next steps. Who loses a race reads again, so any number of
 * posters may run at once, and any of them may be told anything any number of times.
 */
public final class Poster {
  private static final int MAX_TRIES = 50;

  private final LedgerStore ledger;
  private final RulesVersions rules;
  private final CostsAtShipment costs;
  private final Rates rates;
  private final Periods periods;
  private final Clock clock;
  private final Map<Integer, Rules> versions = new ConcurrentHashMap<>();

  /** Posts to a book whose periods are all open, with the item costs that its ledger learnt. */
  public Poster(LedgerStore ledger, RulesVersions rules, Clock clock) {
    this(ledger, rules, new LedgerItemCosts(ledger), Periods.allOpen(), clock);
  }

  /** Posts to a book. */
  public Poster(
      LedgerStore ledger, RulesVersions rules, ItemCosts costs, Periods periods, Clock clock) {
    this.ledger = ledger;
    this.rules = rules;
    this.costs = new CostsAtShipment(costs);
    this.rates = new Rates(new LedgerRates(ledger));
    this.periods = periods;
    this.clock = clock;
  }

  /** A step before it has a number and a stamp. */
  private record Draft(List<Fact> facts, Optional<Entry> entry) {}

  /** What is to be appended after a log, and what is to be looked at. */
  private record Plan(
      int rules,
      int logged,
      List<Draft> drafts,
      List<Discrepancy> discrepancies,
      Optional<LocalDate> due) {
    boolean fits() {
      return logged + drafts.size() <= Step.MAX_STEPS;
    }

    List<Fact> facts() {
      return drafts.stream().flatMap(draft -> draft.facts().stream()).toList();
    }
  }

  /**
   * Tells a subject facts that concern it ({@link Routing}); none is a way to have it looked at again.
   *
   * @throws IllegalStateException if the book has no rules, or others kept winning the race for the next step
   */
  public Outcome learn(SubjectId subject, List<? extends Fact> facts) {
    List<Step> appended = new ArrayList<>();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      // Stamped before anything is read: a fence put up later than it was read holds once no step
      // stamped before can be written any more.
      Instant stamp = clock.instant();
      Plan plan = plan(subject, ledger.read(subject), facts);
      if (!plan.fits()) {
        return full(subject, plan);
      }
      if (append(subject, plan, stamp, appended)) {
        return outcome(subject, appended, plan);
      }
    }
    throw new IllegalStateException(
        subject + ": others won the race for its next step " + MAX_TRIES + " times");
  }

  /**
   * What looking at a subject again under other rules would post: shown before a person has it done. Nothing is stored.
   */
  public List<Entry> wouldPost(SubjectId subject, Rules otherwise) {
    List<Step> log = ledger.read(subject);
    Facts facts = Facts.in(log);
    Required required = required(subject, facts, otherwise);
    return Difference.between(required.occasions(), log).stream()
        .flatMap(missing -> entry(subject, missing, otherwise, new ArrayList<>()).stream())
        .toList();
  }

  private Plan plan(SubjectId subject, List<Step> log, List<? extends Fact> told) {
    Facts facts = Facts.in(log);
    List<Fact> learnt = new ArrayList<>();
    for (Fact fact : told) {
      if (!facts.know(fact)) {
        learnt.add(fact);
        facts = facts.and(fact);
      }
    }
    if (subject.kind() == SubjectId.Kind.ORDER) {
      for (Fact cost : costs.missing(facts)) {
        learnt.add(cost);
        facts = facts.and(cost);
      }
    }
    Rules current = current();
    Rules under = under(log, facts, current);
    Required required = required(subject, facts, under);
    List<ExchangeRate> rates = ratesFor(required, under, facts);
    if (!rates.isEmpty()) {
      for (ExchangeRate rate : rates) {
        learnt.add(rate);
        facts = facts.and(rate);
      }
      required = required(subject, facts, under);
    }
    List<Discrepancy> discrepancies = new ArrayList<>(required.discrepancies());
    if (under.version() != current.version()) {
      rulesChanged(subject, required, required(subject, facts, current))
          .ifPresent(discrepancies::add);
    }
    List<Draft> drafts = new ArrayList<>();
    for (Difference.Missing missing : Difference.between(required.occasions(), log)) {
      entry(subject, missing, current, discrepancies)
          .ifPresent(entry ->
              drafts.add(new Draft(drafts.isEmpty() ? learnt : List.of(), Optional.of(entry))));
    }
    if (drafts.isEmpty() && !learnt.isEmpty()) {
      drafts.add(new Draft(learnt, Optional.empty()));
    }
    return new Plan(under.version(), log.size(), drafts, discrepancies, required.due());
  }

  /** What facts require by the switches that held on the day that governs them. */
  private Required required(SubjectId subject, Facts facts, Rules rules) {
    LocalDate today = today(rules);
    Rules then = rules.on(Governing.day(subject, facts, rules).orElse(today));
    return SubjectRequirements.of(subject, facts, then, today);
  }

  /**
   * The rates that a subject needs and does not have, or has not as they are now. Looked up anew each time it is touched, like
   * the costs of goods.
   */
  private List<ExchangeRate> ratesFor(Required required, Rules by, Facts known) {
    return required.rates().stream()
        .flatMap(needed -> rates.find(needed.currency(), by.currency(), needed.day()).stream())
        .flatMap(found -> found.used().stream())
        .distinct()
        .filter(rate -> !known.know(rate))
        .toList();
  }

  private LocalDate today(Rules by) {
    return by.day(clock.instant());
  }

  /** Those of the first entry, unless a person had the subject posted again under later ones (DESIGN promise 12). */
  private Rules under(List<Step> log, Facts facts, Rules current) {
    Optional<Integer> first =
        log.stream().filter(step -> step.entry().isPresent()).findFirst().map(Step::rules);
    Optional<Integer> again =
        facts.one(Repost.class).map(repost -> Math.toIntExact(repost.version()));
    return Stream.concat(first.stream(), again.stream())
        .max(Comparator.naturalOrder())
        .map(this::version)
        .orElse(current);
  }

  private Rules current() {
    return rules
        .current()
        .orElseThrow(
            () -> new IllegalStateException("book " + ledger.book() + " has no rules to post by"));
  }

  private Rules version(int number) {
    return versions.computeIfAbsent(number, rules::version);
  }

  /** A past that today's rules would have posted otherwise is shown, never corrected silently (DESIGN promise 12). */
  private static Optional<Discrepancy> rulesChanged(
      SubjectId subject, Required under, Required today) {
    return under.occasions().equals(today.occasions())
        ? Optional.empty()
        : Optional.of(
            new Discrepancy(
                Discrepancy.Kind.RULES_CHANGED,
                subject.toString(),
                0,
                Optional.empty(),
                "today's rules would have posted it otherwise; it stays under those of its first entry"));
  }

  private Optional<Entry> entry(
      SubjectId subject,
      Difference.Missing missing,
      Rules current,
      List<Discrepancy> discrepancies) {
    if (missing.legs().size() > Entry.MAX_LEGS) {
      String reason =
          missing.occasion()
              + " needs "
              + missing.legs().size()
              + " legs, more than an entry can have";
      discrepancies.add(full(subject, reason));
      return Optional.empty();
    }
    LocalDate counts = periods.countsOn(missing.day());
    // Lateness is of today: by today's rules and their switch of today, not of the day that it
    // belongs to.
    LatePolicy late = current.policyOn(today(current)).late();
    if (!counts.equals(missing.day()) && late.facts() == LatePolicy.Facts.WAIT) {
      discrepancies.add(
          new Discrepancy(
              Discrepancy.Kind.LATE_FACT,
              subject.toString(),
              0,
              Optional.empty(),
              missing.occasion()
                  + " belongs to "
                  + missing.day()
                  + ", which is closed, and waits, as the policy says"));
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            missing.occasion(),
            missing.memo(),
            missing.at(),
            missing.day(),
            counts,
            missing.legs(),
            missing.dimensions()));
  }

  /** Whether all drafts were appended; if another run was faster, or one came too late, the log is to be read again. */
  private boolean append(SubjectId subject, Plan plan, Instant stamp, List<Step> appended) {
    int number = plan.logged();
    for (Draft draft : plan.drafts()) {
      number++;
      Step step = new Step(subject, number, stamp, plan.rules(), draft.facts(), draft.entry());
      switch (ledger.append(step)) {
        case Append.Appended _ -> appended.add(step);
        case Append.Lost _, Append.Stale _ -> {
          return false;
        }
      }
    }
    return true;
  }

  private static Outcome outcome(SubjectId subject, List<Step> appended, Plan plan) {
    if (appended.isEmpty()) {
      return new Outcome.Unchanged(subject, plan.discrepancies(), plan.due());
    }
    return appended.stream().anyMatch(step -> step.entry().isPresent())
        ? new Outcome.Posted(subject, appended, plan.discrepancies(), plan.due())
        : new Outcome.Learnt(subject, appended, plan.discrepancies(), plan.due());
  }

  private static Outcome full(SubjectId subject, Plan plan) {
    List<Discrepancy> discrepancies = new ArrayList<>(plan.discrepancies());
    String reason =
        "its log has " + plan.logged() + " steps and no room for " + plan.drafts().size() + " more";
    discrepancies.add(full(subject, reason));
    return new Outcome.Full(subject, plan.facts(), discrepancies, plan.due());
  }

  private static Discrepancy full(SubjectId subject, String reason) {
    return new Discrepancy(
        Discrepancy.Kind.SUBJECT_FULL, subject.toString(), 0, Optional.empty(), reason);
  }
}
