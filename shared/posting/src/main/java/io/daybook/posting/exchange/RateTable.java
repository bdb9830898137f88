package io.daybook.posting.exchange;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import java.time.YearMonth;
import java.util.List;

/** The rates that are known: reference data that posting looks up for foreign money. */
@FunctionalInterface
public interface RateTable {
  /** Every rate of a month from one currency to another, the newest of each day, in any order. */
  List<ExchangeRate> of(CurrencyCode from, CurrencyCode to, YearMonth month);

  /** The rates among facts. */
  static RateTable among(List<ExchangeRate> rates) {
    return (from, to, month) ->
        rates.stream()
            .filter(rate -> rate.currency().equals(from) && rate.to().equals(to))
            .filter(rate -> YearMonth.from(rate.on()).equals(month))
            .toList();
  }
}
