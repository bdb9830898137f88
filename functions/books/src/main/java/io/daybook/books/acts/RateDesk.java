package io.daybook.books.acts;

import io.daybook.events.ExchangeRate;
import io.daybook.events.Fact;
import io.daybook.ledger.LedgerStore;
import io.daybook.posting.LedgerRates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exchange rates that a person gives, held against those that the book has: told again, a rate is passed over, and another one
 * for the same day is a correction, which nobody makes by accident (rule A6).
 */
public final class RateDesk {
  /**
   * How given rates stand to the book's.
   *
   * @param fresh of days for which the book has none
   * @param known that the book has as they are
   * @param corrections of days for which it has another
   */
  public record Compared(
      List<ExchangeRate> fresh, List<ExchangeRate> known, List<Correction> corrections) {
    /** Copies the lists. */
    public Compared {
      fresh = List.copyOf(fresh);
      known = List.copyOf(known);
      corrections = List.copyOf(corrections);
    }

    /** What is to be told: rates that the book does not have, and corrections. */
    public List<Fact> news() {
      return Stream.<Fact>concat(fresh.stream(), corrections.stream().map(Correction::after))
          .toList();
    }
  }

  /** A rate that the book has, and the one that takes its place: the same day's, one version on. */
  public record Correction(ExchangeRate before, ExchangeRate after) {}

  private final LedgerRates book;

  /** The rates of a book. */
  public RateDesk(LedgerStore ledger) {
    this.book = new LedgerRates(ledger);
  }

  /** Holds rates against the book's; each day of a pair at most once. */
  public Compared compare(List<ExchangeRate> given) {
    List<ExchangeRate> fresh = new ArrayList<>();
    List<ExchangeRate> known = new ArrayList<>();
    List<Correction> corrections = new ArrayList<>();
    for (ExchangeRate rate : given) {
      Optional<ExchangeRate> standing = standing(rate);
      if (standing.isEmpty()) {
        fresh.add(rate);
      } else if (standing.get().rate().compareTo(rate.rate()) == 0) {
        known.add(standing.get());
      } else {
        corrections.add(new Correction(standing.get(), after(standing.get(), rate)));
      }
    }
    return new Compared(fresh, known, corrections);
  }

  private Optional<ExchangeRate> standing(ExchangeRate rate) {
    return book.of(rate.currency(), rate.to(), YearMonth.from(rate.on())).stream()
        .filter(held -> held.on().equals(rate.on()))
        .findFirst();
  }

  private static ExchangeRate after(ExchangeRate before, ExchangeRate rate) {
    return new ExchangeRate(
        rate.origin(),
        rate.currency(),
        rate.to(),
        rate.on(),
        before.version() + 1,
        rate.rate(),
        rate.source());
  }
}
