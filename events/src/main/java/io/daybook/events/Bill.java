package io.daybook.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A carrier's, supplier's or forwarder's bill (cases 23, 86, 87). What is owed stands open on 2000 under the bill's id until a bank line pays it.
 *
 * @param origin who bills
 * @param id the number of the bill
 * @param version grows with each correction
 * @param currency of the amounts
 * @param issuedOn the date on the bill
 * @param dueOn when it is to be paid
 * @param items what is billed
 */
public record Bill(
    Origin origin,
    Reference id,
    long version,
    CurrencyCode currency,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<Item> items)
    implements State {
  /** What is billed. */
  public enum Kind {
    /** Carriage: what was accrued on 2005 is used up, the rest is 5100. */
    CARRIAGE,
    /** Duty: what was collected on 2030 is used up, the rest is 5120 or 4040. */
    DUTY,
    /** Goods received before: 2008. */
    GOODS,
    /** Freight, handling or duty that belongs to stock: 1300, and 5000 for what is sold already. */
    LANDED_COST,
    /** Anything else: 6060. */
    EXPENSE,
    /** Tax that can be claimed back: 1330. */
    INPUT_VAT,
    /** Reverse charge or postponed import VAT: 1330 and 2015, not owed to who bills. */
    SELF_ASSESSED_VAT
  }

  /**
   * An item of a bill.
   *
   * @param kind what it is
   * @param minor the amount billed, before tax
   * @param expectedMinor what stood accrued or collected for it when the bill was taken in; for landed cost, the share of units sold already
   * @param forWhat the label, parcel or order that it is for
   */
  public record Item(Kind kind, long minor, long expectedMinor, Optional<Reference> forWhat) {}

  /** Copies the list. */
  public Bill {
    items = List.copyOf(items);
  }

  @Override
  public FactKey key() {
    return new FactKey("bill", origin, id.value());
  }
}
