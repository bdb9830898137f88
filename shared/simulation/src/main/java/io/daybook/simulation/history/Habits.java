package io.daybook.simulation.history;

/**
 * How a shop's books are kept, as far as histories change it.
 *
 * @param shipping when shipping is earned
 * @param trigger what passes goods to the customer
 * @param basis whether delivery or payment makes a sale
 * @param late what becomes of facts of a closed month
 */
public record Habits(Shipping shipping, Trigger trigger, Basis basis, Late late) {
  /** When shipping is earned. */
  public enum Shipping {
    /** With the first parcel of an order. */
    FIRST_PARCEL,
    /** With the last one. */
    LAST_PARCEL,
    /** By the share of goods that passed. */
    PRO_RATA
  }

  /** What passes goods to the customer. */
  public enum Trigger {
    /** A parcel leaves. */
    SHIPMENT,
    /** A parcel arrives. */
    DELIVERY
  }

  /** What makes a sale. */
  public enum Basis {
    /** Delivery. */
    ACCRUAL,
    /** Payment. */
    CASH
  }

  /** What becomes of facts of a closed month. */
  public enum Late {
    /** They count on the first open day. */
    MOVE,
    /** They wait until the month is opened again. */
    WAIT
  }

  /** What a book starts with. */
  public static Habits standard() {
    return new Habits(Shipping.FIRST_PARCEL, Trigger.SHIPMENT, Basis.ACCRUAL, Late.MOVE);
  }

  /**
   * Whether an order's days can be told on paper: which cents of shipping go with which parcel is posting's own choice of
   * rounding, so that such an order is compared as a whole.
   */
  public boolean dated() {
    return shipping != Shipping.PRO_RATA;
  }
}
