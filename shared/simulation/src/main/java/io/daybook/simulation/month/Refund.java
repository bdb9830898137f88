package io.daybook.simulation.month;

import java.time.Instant;
import java.util.List;

/**
 * A refund that the shop granted.
 *
 * @param id the shop's id
 * @param at when
 * @param lines the lines given back; may be empty
 * @param shippingId the shop's id of the refunded shipping line
 * @param shippingMinor refunded shipping, without tax
 * @param shippingTaxMinor its tax
 * @param goodwillMinor an amount beyond lines and shipping, without tax
 * @param adjustmentId the shop's id of that
 * @param transactionId the shop's id of the transaction that pays it
 * @param parent the payment that it gives back from
 * @param reference what the processor calls it: {@code re_…} at Stripe
 */
public record Refund(
    long id,
    Instant at,
    List<Returned> lines,
    long shippingId,
    long shippingMinor,
    long shippingTaxMinor,
    long goodwillMinor,
    long adjustmentId,
    long transactionId,
    Payment parent,
    String reference) {
  /** What becomes of the goods. */
  public enum Restock {
    /** Came back into stock. */
    RETURN,
    /** Never left. */
    CANCEL,
    /** Left and does not come back. */
    NO_RESTOCK
  }

  /**
   * A refunded line, with the platform's figures.
   *
   * @param id the shop's id of this line of the refund
   * @param line the order line
   * @param quantity of it
   * @param netMinor without tax
   * @param taxMinor all taxes
   * @param restock what becomes of the goods
   */
  public record Returned(
      long id, Line line, int quantity, long netMinor, long taxMinor, Restock restock) {}

  /** Copies the lines. */
  public Refund {
    lines = List.copyOf(lines);
  }

  /** What the customer gets. */
  public long amountMinor() {
    long minor = shippingMinor + shippingTaxMinor + goodwillMinor;
    for (Returned line : lines) {
      minor += line.netMinor() + line.taxMinor();
    }
    return minor;
  }
}
