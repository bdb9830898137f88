package io.daybook.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line of an order, for its whole quantity.
 *
 * @param id the platform's id of the line
 * @param sku what is sold, if the platform says
 * @param kind what becomes of it: shipped, served, or a gift card sold
 * @param quantity ordered, added lines and quantities of later edits included, removed ones too
 * @param grossMinor price times quantity before discount, without tax
 * @param discountMinor the platform's allocation of discounts to this line, without tax, at least 0
 * @param taxes by jurisdiction
 * @param term when it is served, if it is earned by time (case 17)
 * @param exemption why it bears no tax, if that is to be reported (case 85)
 * @param productType the shop's word for what kind of product it is (rule A18)
 */
public record OrderLine(
    LineId id,
    Optional<Sku> sku,
    Kind kind,
    int quantity,
    long grossMinor,
    long discountMinor,
    List<TaxAmount> taxes,
    Optional<Term> term,
    Optional<Exemption> exemption,
    Optional<String> productType) {
  /** What becomes of a line. */
  public enum Kind {
    /** Shipped; revenue when control passes. */
    GOODS,
    /** Never shipped (digital, service, wrap): revenue at the platform's fulfilment mark, else at payment (rule A8). */
    SERVICE,
    /** A gift card sold: a liability, never revenue. */
    GIFT_CARD,
    /** A charge for service, taxable and no tip (case 66): revenue of its own, when the order is paid. */
    SERVICE_CHARGE,
    /** Collected for somebody else, a donation or a premium (case 94): never revenue. */
    THIRD_PARTY
  }

  /**
   * When a line is served.
   *
   * @param from the first day
   * @param to the last day
   */
  public record Term(LocalDate from, LocalDate to) {
    /** Refuses an end before the beginning. */
    public Term {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("term ends on " + to + ", before it begins on " + from);
      }
    }
  }

  /** A line without a term, an exemption or a product type. */
  public OrderLine(
      LineId id,
      Optional<Sku> sku,
      Kind kind,
      int quantity,
      long grossMinor,
      long discountMinor,
      List<TaxAmount> taxes) {
    this(
        id,
        sku,
        kind,
        quantity,
        grossMinor,
        discountMinor,
        taxes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Refuses negative amounts and a discount above the price. */
  public OrderLine {
    Amounts.requirePositive(quantity, "quantity");
    Amounts.requireNotNegative(grossMinor, "gross");
    Amounts.requireNotNegative(discountMinor, "discount");
    if (discountMinor > grossMinor) {
      throw new IllegalArgumentException(
          "discount " + discountMinor + " is above the price " + grossMinor);
    }
    taxes = List.copyOf(taxes);
  }

  /** Price less discount, without tax, in minor units. */
  public long netMinor() {
    return grossMinor - discountMinor;
  }
}
