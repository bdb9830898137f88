package io.daybook.posting.operations;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.Instant;
import java.time.LocalDate;

/** Requires legs in the book's own currency; others have no rate here, and are reported instead. */
final class InBookCurrency {
  private final RequiredBuilder required;
  private final Rules rules;

  InBookCurrency(SubjectId subject, Rules rules) {
    this.required = new RequiredBuilder(subject, rules);
    this.rules = rules;
  }

  /**
   * Requires legs at an instant.
   *
   * @param minor what is at stake if there is no rate
   */
  void require(String name, String memo, Instant at, long minor, Legs legs) {
    if (inBooks(legs)) {
      required.require(name, memo, at, legs);
    } else {
      required.reportNoRate(at, minor, legs.currency(), memo);
    }
  }

  /** Requires legs on a day. */
  void require(String name, String memo, LocalDate day, long minor, Legs legs) {
    if (inBooks(legs)) {
      required.require(name, memo, day, legs);
    } else {
      required.reportNoRate(
          day.atStartOfDay(rules.zone()).toInstant(), minor, legs.currency(), memo);
    }
  }

  private boolean inBooks(Legs legs) {
    return legs.currency().equals(rules.currency());
  }

  void report(
      LocalDate day, Discrepancy.Kind kind, long minor, CurrencyCode currency, String reason) {
    required.report(day, kind, minor, currency, reason);
  }

  void report(Instant at, Discrepancy.Kind kind, long minor, CurrencyCode currency, String reason) {
    required.report(at, kind, minor, currency, reason);
  }

  Required done() {
    return required.done();
  }
}
