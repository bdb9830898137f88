package io.daybook.books;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import io.daybook.events.Fact;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.exchange.Rates;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was valued by an older rate than the one that became known: subjects with an entry in the currency on the days for which
 * the rate counts. One that was first posted earlier and has its day here follows when it is touched next.
 */
final class RateChanges {
  private final LedgerStore ledger;
  private final CurrencyCode own;

  /**
   * Changes of a book's rates.
   *
   * @param own the book's currency, which needs no rate
   */
  RateChanges(LedgerStore ledger, CurrencyCode own) {
    this.ledger = ledger;
    this.own = own;
  }

  Set<SubjectId> concern(List<Fact> told) {
    Set<LocalDate> days = new HashSet<>();
    Set<CurrencyCode> currencies = new HashSet<>();
    for (Fact fact : told) {
      if (fact instanceof ExchangeRate rate) {
        currencies.add(rate.currency());
        currencies.add(rate.to());
        for (int later = 0; later <= Rates.MAX_AGE_DAYS; later++) {
          days.add(rate.on().plusDays(later));
        }
      }
    }
    currencies.remove(own);
    Set<SubjectId> concerned = new LinkedHashSet<>();
    for (LocalDate day : ledger.days()) {
      if (days.contains(day)) {
        ledger.day(day, Optional.empty()).stream()
            .filter(step -> isForeign(step, currencies))
            .map(Step::subject)
            .forEach(concerned::add);
      }
    }
    return concerned;
  }

  private static boolean isForeign(Step step, Set<CurrencyCode> currencies) {
    return step.entry().stream()
        .flatMap(entry -> entry.legs().stream())
        .map(Leg::currency)
        .anyMatch(currencies::contains);
  }
}
