package io.daybook.posting.requirement;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.Discrepancy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a subject's facts require, and what the books cannot explain about it as it stands now.
 *
 * @param occasions what must be posted in all, whatever of it is posted already
 * @param discrepancies what a person must look at; they replace the subject's earlier ones
 * @param due the day on which it must be looked at again, for the calendar alone will bring more
 * @param rates the rates by which foreign amounts are valued, known to the subject or not
 */
public record Required(
    List<Occasion> occasions,
    List<Discrepancy> discrepancies,
    Optional<LocalDate> due,
    Set<RateNeeded> rates) {
  /**
   * A rate into the book's currency.
   *
   * @param currency from which
   * @param day of which
   */
  public record RateNeeded(CurrencyCode currency, LocalDate day) {}

  /** What nothing has been valued of. */
  public Required(
      List<Occasion> occasions, List<Discrepancy> discrepancies, Optional<LocalDate> due) {
    this(occasions, discrepancies, due, Set.of());
  }

  /** Copies the lists. */
  public Required {
    rates = Set.copyOf(rates);
    occasions = List.copyOf(occasions);
    discrepancies = List.copyOf(discrepancies);
  }

  /** Nothing to post and nothing to look at: a parked subject. */
  public static Required nothing() {
    return new Required(List.of(), List.of(), Optional.empty());
  }

  /** The same with more to look at. */
  public Required with(List<Discrepancy> more) {
    List<Discrepancy> all = new ArrayList<>(discrepancies);
    all.addAll(more);
    return new Required(occasions, all, due, rates);
  }
}
