package io.daybook.posting.exchange;

import io.daybook.events.CurrencyCode;
import io.daybook.events.ExchangeRate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rate of a day: that of the day or of the last day before it that has one, at most {@value #MAX_AGE_DAYS} days
 * back (weekends and holidays have none). Of a day the direct rate counts, else the inverse one, else both rates of the euro,
 * in which the usual tables are written.
 */
public final class Rates {
  /** Older rates do not count: nobody told what the currency is worth. */
  public static final int MAX_AGE_DAYS = 7;

  private static final CurrencyCode EURO = new CurrencyCode("EUR");

  /**
   * A rate that was found.
   *
   * @param conversion the rate
   * @param on of which day it is
   * @param used the facts that it comes from
   */
  public record Found(Conversion conversion, LocalDate on, List<ExchangeRate> used) {
    /** Copies the list. */
    public Found {
      used = List.copyOf(used);
    }
  }

  private final RateTable table;

  /** The rates of a table. */
  public Rates(RateTable table) {
    this.table = table;
  }

  /** The rate from a currency to another on a day, if one is known. */
  public Optional<Found> find(CurrencyCode from, CurrencyCode to, LocalDate day) {
    Optional<Found> direct = direct(from, to, day);
    Optional<Found> through =
        direct.filter(found -> found.on().equals(day)).isPresent()
            ? Optional.empty()
            : through(from, to, day);
    return direct.isEmpty()
            || through.filter(found -> found.on().isAfter(direct.get().on())).isPresent()
        ? through
        : direct;
  }

  /** From the pair itself, either way; of one day the direct rate. */
  private Optional<Found> direct(CurrencyCode from, CurrencyCode to, LocalDate day) {
    Optional<ExchangeRate> straight = newest(from, to, day);
    Optional<ExchangeRate> back = newest(to, from, day);
    if (straight.isPresent()
        && back.filter(other -> other.on().isAfter(straight.get().on())).isEmpty()) {
      return straight.map(
          rate -> new Found(Conversion.ofRate(rate.rate(), from, to), rate.on(), List.of(rate)));
    }
    return back.map(rate ->
        new Found(Conversion.ofRate(rate.rate(), to, from).inverse(), rate.on(), List.of(rate)));
  }

  /** Both rates of one day: the last on which the euro has both. */
  private Optional<Found> through(CurrencyCode from, CurrencyCode to, LocalDate day) {
    if (from.equals(EURO) || to.equals(EURO)) {
      return Optional.empty();
    }
    for (LocalDate on = day; !on.isBefore(day.minusDays(MAX_AGE_DAYS)); on = on.minusDays(1)) {
      Optional<ExchangeRate> first = exactly(EURO, from, on);
      Optional<ExchangeRate> second = exactly(EURO, to, on);
      if (first.isPresent() && second.isPresent()) {
        Conversion conversion =
            Conversion.ofRate(first.get().rate(), EURO, from)
                .inverse()
                .then(Conversion.ofRate(second.get().rate(), EURO, to));
        return Optional.of(new Found(conversion, on, List.of(first.get(), second.get())));
      }
    }
    return Optional.empty();
  }

  private Optional<ExchangeRate> exactly(CurrencyCode from, CurrencyCode to, LocalDate on) {
    return newest(from, to, on).filter(rate -> rate.on().equals(on));
  }

  private Optional<ExchangeRate> newest(CurrencyCode from, CurrencyCode to, LocalDate day) {
    LocalDate first = day.minusDays(MAX_AGE_DAYS);
    Optional<ExchangeRate> found = newest(from, to, first, day, YearMonth.from(day));
    return found.isPresent() || YearMonth.from(first).equals(YearMonth.from(day))
        ? found
        : newest(from, to, first, day, YearMonth.from(first));
  }

  private Optional<ExchangeRate> newest(
      CurrencyCode from, CurrencyCode to, LocalDate first, LocalDate last, YearMonth month) {
    return table.of(from, to, month).stream()
        .filter(rate -> !rate.on().isBefore(first) && !rate.on().isAfter(last))
        .max(Comparator.comparing(ExchangeRate::on));
  }
}
