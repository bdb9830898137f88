package io.daybook.events;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * An estimate of a month end that is reversed on the first day of the next month (cases 8, 16, 53, 80c; rule A16).
 *
 * @param origin daybook: and the book
 * @param id names the accrual within its month
 * @param period the month
 * @param kind what is estimated
 * @param legs balanced
 * @param basis from what it was computed, in a sentence
 * @param run which computation this is: of several the latest counts, and posts the difference; 0 if absent
 */
public record Accrual(
    Origin origin,
    Reference id,
    YearMonth period,
    Kind kind,
    List<EnteredLeg> legs,
    String basis,
    Optional<Integer> run)
    implements State {
  /** What is estimated. */
  public enum Kind {
    /** Returns still to come (case 16). */
    EXPECTED_RETURNS,
    /** Foreign balances at the rate of the last day (case 53). */
    REVALUATION,
    /** Disputes that will be lost (case 80). */
    DISPUTE_ALLOWANCE,
    /** Sales recognised at payment and not shipped (case 8). */
    CUT_OFF
  }

  /** The first of its name and month. */
  public Accrual(
      Origin origin,
      Reference id,
      YearMonth period,
      Kind kind,
      List<EnteredLeg> legs,
      String basis) {
    this(origin, id, period, kind, legs, basis, Optional.empty());
  }

  /** Copies the list. */
  public Accrual {
    legs = List.copyOf(legs);
  }

  /** The run. */
  @Override
  public long version() {
    return run.orElse(0);
  }

  @Override
  public FactKey key() {
    return new FactKey("accrual", origin, period + "/" + id.value());
  }

  @Override
  public Fact money() {
    return new Accrual(origin, id, period, kind, legs, "", run);
  }
}
