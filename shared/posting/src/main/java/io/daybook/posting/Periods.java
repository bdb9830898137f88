package io.daybook.posting;

import java.time.LocalDate;

/** On which day something counts: its own, or the first open one if its own is in a closed period. */
public interface Periods {
  /** The accounting day of what belongs to a day; never before it. */
  LocalDate countsOn(LocalDate day);

  /** No period is closed. */
  static Periods allOpen() {
    return day -> day;
  }
}
