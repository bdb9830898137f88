package io.daybook.sources.bill;

import io.daybook.events.Bill;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bill as a file tells it: what was accrued or collected for its items, only the books know.
 *
 * @param line on which it begins
 * @param number the biller's number of it
 * @param currency of the amounts
 * @param issuedOn the date on it
 * @param dueOn when it is to be paid; absent if it does not say
 * @param items what is billed
 */
public record ToldBill(
    int line,
    Reference number,
    CurrencyCode currency,
    LocalDate issuedOn,
    Optional<LocalDate> dueOn,
    List<Item> items) {
  /**
   * An item.
   *
   * @param kind what it is
   * @param minor the amount, negative if it is given back
   * @param forWhat the label, parcel, order or delivery note that it is for
   */
  public record Item(Bill.Kind kind, long minor, Optional<Reference> forWhat) {}

  /** Copies the list. */
  public ToldBill {
    items = List.copyOf(items);
  }
}
