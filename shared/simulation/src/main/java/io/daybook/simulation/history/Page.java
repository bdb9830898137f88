package io.daybook.simulation.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one order adds to the sheet. What was before the cut-over is context and adds nothing.
 *
 * @param sheet of all
 * @param undated the order's name, if it is compared as a whole and not by day
 */
record Page(Sheet sheet, Optional<String> undated) {
  Page debit(Instant at, int account, long minor) {
    return debit(Names.day(at), account, minor);
  }

  Page credit(Instant at, int account, long minor) {
    return debit(at, account, -minor);
  }

  Page debit(LocalDate day, int account, long minor) {
    if (!day.isBefore(Names.CUT_OVER)) {
      Sheet _ =
          undated.isPresent()
              ? sheet.debit(undated.get(), account, minor)
              : sheet.debit(day, account, minor);
    }
    return this;
  }
}
