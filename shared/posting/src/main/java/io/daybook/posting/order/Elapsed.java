package io.daybook.posting.order;

import io.daybook.events.OrderLine;
import io.daybook.ledger.policy.RecognitionPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much of a term has passed at the end of a day (case 17).
 *
 * @param passed days, or complete months
 * @param all of the term, more than 0
 */
record Elapsed(long passed, long all) {
  static Elapsed of(OrderLine.Term term, LocalDate day, RecognitionPolicy.Term policy) {
    LocalDate after = (day.isAfter(term.to()) ? term.to() : day).plusDays(1);
    ChronoUnit unit =
        switch (policy) {
          case BY_DAY -> ChronoUnit.DAYS;
          case BY_MONTH -> ChronoUnit.MONTHS;
        };
    long all = Math.max(1, unit.between(term.from(), term.to().plusDays(1)));
    boolean over = !day.isBefore(term.to());
    return new Elapsed(over ? all : Math.min(all, unit.between(term.from(), after)), all);
  }

  /** Whether nothing of the term is left. */
  boolean complete() {
    return passed == all;
  }
}
