package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what a subject requires. What belongs to a day before the origin's cut-over is context: it is dropped here,
 * once for every kind of subject, discrepancies included (case 72).
 */
public final class RequiredBuilder {
  private final SubjectId subject;
  private final Rules rules;
  private final LocalDate firstDay;
  private final List<Occasion> occasions = new ArrayList<>();
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final Set<Required.RateNeeded> rates = new HashSet<>();
  private Optional<LocalDate> due = Optional.empty();

  /** Nothing required yet. */
  public RequiredBuilder(SubjectId subject, Rules rules) {
    this.subject = subject;
    this.rules = rules;
    this.firstDay = rules.firstDay(subject.origin()).orElse(LocalDate.MIN);
  }

  /** Requires legs on the day of an instant; legs that come to nothing require nothing. */
  public void require(String name, String memo, Instant at, Legs legs) {
    require(name, memo, at, rules.day(at), legs);
  }

  /** Requires legs on a day that a platform or bank gave as a day. */
  public void require(String name, String memo, LocalDate day, Legs legs) {
    require(name, memo, day.atStartOfDay(rules.zone()).toInstant(), day, legs);
  }

  private void require(String name, String memo, Instant at, LocalDate day, Legs legs) {
    if (!day.isBefore(firstDay) && !legs.isEmpty()) {
      occasions.add(new Occasion(name, memo, at, day, legs.toList()));
    }
  }

  /** Reports something with an amount at stake, seen at an instant. */
  public void report(
      Instant at, Discrepancy.Kind kind, long minor, CurrencyCode currency, String reason) {
    report(
        rules.day(at),
        new Discrepancy(kind, subject.toString(), minor, Optional.of(currency), reason));
  }

  /** Reports something with an amount at stake, of a day. */
  public void report(
      LocalDate day, Discrepancy.Kind kind, long minor, CurrencyCode currency, String reason) {
    report(day, new Discrepancy(kind, subject.toString(), minor, Optional.of(currency), reason));
  }

  /** Reports something that has no amount of its own. */
  public void report(Instant at, Discrepancy.Kind kind, String reason) {
    report(rules.day(at), new Discrepancy(kind, subject.toString(), 0, Optional.empty(), reason));
  }

  private void report(LocalDate day, Discrepancy discrepancy) {
    if (!day.isBefore(firstDay)) {
      discrepancies.add(discrepancy);
    }
  }

  /** Reports an amount in a currency for which the book has no rate: nothing of it can be posted. */
  public void reportNoRate(Instant at, long minor, CurrencyCode currency, String what) {
    report(
        at,
        Discrepancy.Kind.RATE_UNKNOWN,
        minor,
        currency,
        what
            + " is in "
            + currency
            + ", the book in "
            + rules.currency()
            + ", and there is no rate");
  }

  /** Requires exactly these legs, with the values that they have, on a day. */
  public void require(String name, String memo, LocalDate day, List<Leg> legs) {
    if (!day.isBefore(firstDay) && !legs.isEmpty()) {
      occasions.add(
          new Occasion(
              name,
              memo,
              day.atStartOfDay(rules.zone()).toInstant(),
              day,
              legs,
              Occasion.Values.TOLD));
    }
  }

  /** Asks for a rate into the book's currency. */
  public void needs(Required.RateNeeded rate) {
    rates.add(rate);
  }

  /** Asks to be looked at again on a day, or on an earlier one that was asked for. */
  public void due(LocalDate day) {
    due = Optional.of(due.filter(day::isAfter).orElse(day));
  }

  /** All that was collected. */
  public Required done() {
    return new Required(occasions, discrepancies, due, rates);
  }
}
