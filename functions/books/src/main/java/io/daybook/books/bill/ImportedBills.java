package io.daybook.books.bill;

import java.util.List;

/**
 * What was imported.
 *
 * @param bills one for each bill of the file
 */
public record ImportedBills(List<One> bills) {
  /** What became of a bill. */
  public enum Outcome {
    /** It was not known. */
    NEW,
    /** It was known with other content. */
    CORRECTED,
    /** It was known as it is. */
    KNOWN
  }

  /**
   * A bill.
   *
   * @param number the biller's
   * @param outcome what became of it
   * @param owed as people read it
   * @param dueOn the day it is to be paid
   * @param items how many
   * @param variance billed less expected, of items that something was accrued or collected for
   * @param unexpected how many carriage or duty items nothing was accrued or collected for
   */
  public record One(
      String number,
      Outcome outcome,
      String owed,
      String dueOn,
      int items,
      String variance,
      int unexpected) {
    String words() {
      return switch (outcome) {
        case KNOWN -> "Bill " + number + " is known as it is.";
        case NEW, CORRECTED ->
            (outcome == Outcome.NEW ? "Imported bill " : "Corrected bill ")
                + number
                + ": "
                + owed
                + " due on "
                + dueOn
                + ", "
                + items
                + (items == 1 ? " item." : " items.")
                + (variance.isEmpty() ? "" : " Against what was expected: " + variance + ".")
                + (unexpected == 0
                    ? ""
                    : " For " + unexpected + " of them nothing was accrued or collected.");
      };
    }
  }

  /** Copies the list. */
  public ImportedBills {
    bills = List.copyOf(bills);
  }

  /** As people read it. */
  public String words() {
    return String.join(System.lineSeparator(), bills.stream().map(One::words).toList());
  }
}
