package io.daybook.books.acts;

import io.daybook.ledger.PeriodBook;
import java.time.LocalDate;
import java.time.YearMonth;

/** From which day on people may have the rules changed: what is closed was posted by those of its time. */
final class OpenDays {
  private final PeriodBook periods;

  OpenDays(PeriodBook periods) {
    this.periods = periods;
  }

  /**
   * Refuses a day in a closed month.
   *
   * @param what would change, such as {@code a policy}
   */
  void require(LocalDate day, String what) throws ActRefused {
    LocalDate counts = periods.countsOn(day);
    if (!counts.equals(day)) {
      throw new ActRefused(
          YearMonth.from(day)
              + " is closed: "
              + what
              + " can change from "
              + counts
              + " on, or a named person opens the month again first.");
    }
  }
}
