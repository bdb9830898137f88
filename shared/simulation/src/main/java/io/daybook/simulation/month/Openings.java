package io.daybook.simulation.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Case 72: what the books begin with, counted from what happened before the cut-over. */
final class Openings {
  /** Stock on hand when the month begins, minor units: more than a month can sell. */
  static final long INVENTORY_MINOR = 4_800_000;

  private Openings() {}

  static List<OpeningRow> of(Month month) {
    AccountNames names = AccountNames.standard();
    String currency = month.setting().currency();
    List<OpeningRow> rows = new ArrayList<>();
    rows.add(new OpeningRow(names.bankAccount(), currency, month.bankOpeningMinor(), ""));
    rows.add(new OpeningRow("1300", currency, INVENTORY_MINOR, ""));
    Map<String, Long> open =
        Bookkeeper.keep(month, names)
            .open(posting ->
                posting.day().isBefore(month.setting().cutOver())
                    && carriedOver(posting.account()));
    open.forEach((key, minor) -> {
      int bar = key.indexOf('|');
      rows.add(new OpeningRow(key.substring(0, bar), currency, minor, key.substring(bar + 1)));
    });
    return rows;
  }

  /** Balance sheet accounts, but stock and bank, which are counted and not computed. */
  private static boolean carriedOver(String account) {
    return account.compareTo("3000") < 0
        && !account.startsWith("1300")
        && !account.startsWith("1000");
  }
}
