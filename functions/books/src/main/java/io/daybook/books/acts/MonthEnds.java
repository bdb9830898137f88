package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.Accrual;
import io.daybook.events.CardBreakage;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The month-end run: computes foreign balances at the closing rate, expected returns, the allowance for disputes and gift-card
 * breakage, and posts what is not posted of it. Run again after late facts it posts the difference; run again after nothing,
 * nothing.
 */
public final class MonthEnds {
  /**
   * What a run computes.
   *
   * @param period the month
   * @param estimates all of it, posted or not
   * @param missing rates that are not known, in words: while there are any, nothing is posted
   */
  public record Computation(YearMonth period, List<Estimate> estimates, List<String> missing) {
    /** Copies the lists. */
    public Computation {
      estimates = List.copyOf(estimates);
      missing = List.copyOf(missing);
    }

    /** What is still to be posted. */
    public List<Estimate> open() {
      return estimates.stream()
          .filter(estimate -> estimate.standing() != Estimate.Standing.POSTED)
          .toList();
    }
  }

  private final Origin own;
  private final LedgerStore ledger;
  private final StateStore state;
  private final Desk desk;
  private final Clock clock;

  /** The month ends of a book. */
  public MonthEnds(Deployment deployment, Book book, Teller teller) {
    this(
        deployment.stores().ledger(book),
        deployment.stores().state(book),
        new Desk(teller, deployment.clock()),
        deployment.clock());
  }

  MonthEnds(LedgerStore ledger, StateStore state, Desk desk, Clock clock) {
    this.own = Bookkeeper.own(ledger.book());
    this.ledger = ledger;
    this.state = state;
    this.desk = desk;
    this.clock = clock;
  }

  /** Computes a month's end as the books are now; posts nothing. */
  public Computation compute(YearMonth period) {
    Rules rules = rules();
    MonthFigures figures = new MonthFigures(ledger, rules, period, clock);
    List<Estimate> estimates = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (MonthFigures.Figure figure : figures.figures()) {
      ids.add(figure.id());
      standing(figure, period)
          .ifPresent(standing ->
              estimates.add(
                  new Estimate(
                      figure.id(), figure.kind(), figure.basis(), figure.legs(), standing)));
    }
    for (Accrual told : told(period)) {
      if (!ids.contains(told.id().value()) && !told.legs().isEmpty()) {
        gone(told).ifPresent(estimates::add);
      }
    }
    return new Computation(period, estimates, figures.missing());
  }

  /**
   * Posts what is not posted of it.
   *
   * @return what was computed, as it stood before
   * @throws ActRefused without a name and a reason, before the month is over, if the month is closed, or without a rate
   */
  public Computation run(YearMonth period, Who who) throws ActRefused {
    who.require(true);
    LocalDate today = rules().day(clock.instant());
    if (!YearMonth.from(today).isAfter(period)) {
      throw new ActRefused(
          period + " ends on " + period.atEndOfMonth() + ", and today is " + today + ".");
    }
    Computation computed = compute(period);
    if (!computed.missing().isEmpty()) {
      throw new ActRefused(
          String.join(" ", computed.missing()) + " Tell the rate; nothing was posted.");
    }
    if (computed.open().isEmpty()) {
      return computed;
    }
    PeriodState stands = new PeriodBook(state, clock).states().get(period);
    if (stands != null && !stands.takesEntries()) {
      throw new ActRefused(
          period
              + " is closed, and "
              + computed.open().size()
              + " estimates are not as posted."
              + " Open it again first, or leave it.");
    }
    tell(computed, who);
    return computed;
  }

  private void tell(Computation computed, Who who) {
    Instant now = clock.instant();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Told(
            own,
            new Reference("month-end/" + computed.period() + "/" + now),
            "month end " + computed.period() + ": " + computed.open().size() + " estimates",
            who.by(),
            who.reason(),
            now));
    computed.open().forEach(estimate -> facts.add(fact(computed.period(), estimate)));
    List<MessageId> _ = desk.tell(facts);
  }

  private Fact fact(YearMonth period, Estimate estimate) {
    return switch (estimate.kind()) {
      case REVALUATION -> accrual(period, estimate, Accrual.Kind.REVALUATION);
      case EXPECTED_RETURNS -> accrual(period, estimate, Accrual.Kind.EXPECTED_RETURNS);
      case DISPUTE_ALLOWANCE -> accrual(period, estimate, Accrual.Kind.DISPUTE_ALLOWANCE);
      case BREAKAGE -> breakage(period, estimate);
    };
  }

  private Accrual accrual(YearMonth period, Estimate estimate, Accrual.Kind kind) {
    int run = accrual(period, estimate.id()).map(told -> told.run().orElse(0) + 1).orElse(0);
    return new Accrual(
        own,
        new Reference(estimate.id()),
        period,
        kind,
        estimate.legs(),
        estimate.basis(),
        Optional.of(run));
  }

  private CardBreakage breakage(YearMonth period, Estimate estimate) {
    int run = breakage(period).map(told -> told.run().orElse(0) + 1).orElse(0);
    return new CardBreakage(
        own,
        new Reference("month-end-" + period),
        CardBreakage.Of.GIFT_CARDS,
        to(),
        rules().currency(),
        minor(estimate.legs()),
        period.atEndOfMonth(),
        Optional.of(run));
  }

  private CardBreakage.To to() {
    return switch (rules().policy().estimates().breakage()) {
      case INCOME -> CardBreakage.To.INCOME;
      case STATE -> CardBreakage.To.STATE;
    };
  }

  private static long minor(List<EnteredLeg> legs) {
    return legs.isEmpty() ? 0 : legs.getFirst().minor();
  }

  /** How it stands; nothing if it comes to nothing and never came to something. */
  private Optional<Estimate.Standing> standing(MonthFigures.Figure figure, YearMonth period) {
    Optional<Boolean> same =
        figure.kind() == Estimate.Kind.BREAKAGE
            ? breakage(period)
                .map(told -> told.minor() == minor(figure.legs()) && told.to() == to())
            : accrual(period, figure.id()).map(told -> told.legs().equals(figure.legs()));
    if (same.isEmpty()) {
      return figure.legs().isEmpty() ? Optional.empty() : Optional.of(Estimate.Standing.NEW);
    }
    return Optional.of(same.get() ? Estimate.Standing.POSTED : Estimate.Standing.CHANGED);
  }

  /** What an earlier run estimated and nothing is left of. */
  private static Optional<Estimate> gone(Accrual told) {
    Optional<Estimate.Kind> kind =
        switch (told.kind()) {
          case REVALUATION -> Optional.of(Estimate.Kind.REVALUATION);
          case EXPECTED_RETURNS -> Optional.of(Estimate.Kind.EXPECTED_RETURNS);
          case DISPUTE_ALLOWANCE -> Optional.of(Estimate.Kind.DISPUTE_ALLOWANCE);
          case CUT_OFF -> Optional.empty();
        };
    return kind.map(known ->
        new Estimate(
            told.id().value(),
            known,
            "nothing is left of: " + told.basis(),
            List.of(),
            Estimate.Standing.CHANGED));
  }

  /** What runs told of the month; what a person told has no run, and stays as he told it. */
  private List<Accrual> told(YearMonth period) {
    return ledger.day(period.atEndOfMonth(), Optional.empty()).stream()
        .map(Step::subject)
        .filter(subject -> subject.kind() == SubjectId.Kind.ACCRUAL)
        .distinct()
        .flatMap(subject -> newest(subject).stream())
        .filter(accrual -> accrual.period().equals(period) && accrual.run().isPresent())
        .toList();
  }

  private Optional<Accrual> accrual(YearMonth period, String id) {
    return newest(new SubjectId(SubjectId.Kind.ACCRUAL, own, period + "/" + id));
  }

  private Optional<Accrual> newest(SubjectId subject) {
    return Facts.in(ledger.read(subject)).one(Accrual.class);
  }

  private Optional<CardBreakage> breakage(YearMonth period) {
    return Facts.in(ledger.read(new SubjectId(SubjectId.Kind.BREAKAGE, own, "month-end-" + period)))
        .one(CardBreakage.class);
  }

  private Rules rules() {
    return new RulesVersions(state)
        .current()
        .orElseThrow(() -> new IllegalStateException("book " + ledger.book() + " has no rules"));
  }
}
