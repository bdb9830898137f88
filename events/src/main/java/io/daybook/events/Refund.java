package io.daybook.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A refund that the shop granted.
 *
 * @param origin the shop
 * @param id the shop's id
 * @param order the refunded order
 * @param at when it was granted
 * @param currency the order's
 * @param lines what is refunded by line; may be empty (an amount only: rules A2, A3)
 * @param shippingMinor refunded shipping without tax, at least 0
 * @param shippingTaxMinor its tax, at least 0
 * @param tipMinor refunded tip, at least 0 (case 35)
 * @param dutiesMinor refunded duties, at least 0
 * @param adjustmentMinor given beyond (or, negative, kept from) the lines, tax included
 * @param adjustmentTaxMinor the tax in it, if the platform gives a figure, zero included (rule A3)
 * @param payments how the money goes back; their sum is what the customer receives
 * @param feeMinor kept as a fee beside any adjustment, at least 0 (case 65)
 */
public record Refund(
    Origin origin,
    RefundId id,
    OrderId order,
    Instant at,
    CurrencyCode currency,
    List<Line> lines,
    long shippingMinor,
    long shippingTaxMinor,
    long tipMinor,
    long dutiesMinor,
    long adjustmentMinor,
    Optional<Long> adjustmentTaxMinor,
    List<Payment> payments,
    Optional<Long> feeMinor)
    implements Happening {
  /** What becomes of the goods. */
  public enum Restock {
    /** Not said, or not restocked: no stock moves. */
    NONE,
    /** Never shipped: no cost existed, so no stock moves (case 28). */
    CANCEL,
    /** Came back and was restocked. */
    RETURN,
    /** Came back damaged: what it is still worth goes to stock, the rest is written off (case 29). */
    DAMAGED,
    /** Came back, and the same goes out again: no return, only stock moves (rule A19). */
    EXCHANGE;

    /** Whether the customer had the goods and sent them back. */
    public boolean cameBack() {
      return switch (this) {
        case RETURN, DAMAGED, EXCHANGE -> true;
        case NONE, CANCEL -> false;
      };
    }
  }

  /**
   * A refunded line.
   *
   * @param line the order line
   * @param quantity more than 0
   * @param netMinor without tax, after discount, at least 0
   * @param taxMinor all jurisdictions together, at least 0
   * @param restock what becomes of the goods
   * @param worthMinor what damaged goods are still worth together, at least 0; nothing if absent
   */
  public record Line(
      LineId line,
      int quantity,
      long netMinor,
      long taxMinor,
      Restock restock,
      Optional<Long> worthMinor) {
    /** A line whose goods are worth what they were, or nothing. */
    public Line(LineId line, int quantity, long netMinor, long taxMinor, Restock restock) {
      this(line, quantity, netMinor, taxMinor, restock, Optional.empty());
    }

    /** Refuses negative amounts. */
    public Line {
      Amounts.requireNotNegative(worthMinor.orElse(0L), "worth of damaged goods");
      Amounts.requirePositive(quantity, "quantity");
      Amounts.requireNotNegative(netMinor, "refunded net");
      Amounts.requireNotNegative(taxMinor, "refunded tax");
    }
  }

  /**
   * A way by which money goes back.
   *
   * @param id the shop's transaction id
   * @param gateway who pays it
   * @param amountMinor more than 0
   * @param reference what the processor knows the refund by
   * @param tender what is paid back with, if the platform says; else the gateway and the book's policy do
   * @param roundingMinor by how much a cash total was rounded up (or, negative, down), in the amount (case 95)
   * @param drawer out of which drawer cash is paid, as the platform names the place: the qualifier of account 1020; context
   */
  public record Payment(
      TransactionId id,
      Gateway gateway,
      long amountMinor,
      Reference reference,
      Optional<Tender> tender,
      Optional<Long> roundingMinor,
      Optional<String> drawer) {
    /** A payment whose place does not matter. */
    public Payment(
        TransactionId id,
        Gateway gateway,
        long amountMinor,
        Reference reference,
        Optional<Tender> tender,
        Optional<Long> roundingMinor) {
      this(id, gateway, amountMinor, reference, tender, roundingMinor, Optional.empty());
    }

    /** A payment of which nothing more is said. */
    public Payment(TransactionId id, Gateway gateway, long amountMinor, Reference reference) {
      this(id, gateway, amountMinor, reference, Optional.empty(), Optional.empty());
    }

    /** Refuses an amount of 0 or less, and a drawer that is no id. */
    public Payment {
      drawer.ifPresent(said -> Text.requireId(said, "drawer"));
      Amounts.requirePositive(amountMinor, "refund payment");
    }

    private Payment anywhere() {
      return new Payment(id, gateway, amountMinor, reference, tender, roundingMinor);
    }
  }

  /** A refund without a fee of its own. */
  public Refund(
      Origin origin,
      RefundId id,
      OrderId order,
      Instant at,
      CurrencyCode currency,
      List<Line> lines,
      long shippingMinor,
      long shippingTaxMinor,
      long tipMinor,
      long dutiesMinor,
      long adjustmentMinor,
      Optional<Long> adjustmentTaxMinor,
      List<Payment> payments) {
    this(
        origin,
        id,
        order,
        at,
        currency,
        lines,
        shippingMinor,
        shippingTaxMinor,
        tipMinor,
        dutiesMinor,
        adjustmentMinor,
        adjustmentTaxMinor,
        payments,
        Optional.empty());
  }

  /** Refuses negative amounts. */
  public Refund {
    Amounts.requireNotNegative(feeMinor.orElse(0L), "kept fee");
    Amounts.requireNotNegative(shippingMinor, "refunded shipping");
    Amounts.requireNotNegative(shippingTaxMinor, "refunded shipping tax");
    Amounts.requireNotNegative(tipMinor, "refunded tip");
    Amounts.requireNotNegative(dutiesMinor, "refunded duties");
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
  }

  @Override
  public FactKey key() {
    return new FactKey("refund", origin, id.value());
  }

  @Override
  public Fact money() {
    return new Refund(
        origin,
        id,
        order,
        at,
        currency,
        lines,
        shippingMinor,
        shippingTaxMinor,
        tipMinor,
        dutiesMinor,
        adjustmentMinor,
        adjustmentTaxMinor,
        payments.stream().map(Payment::anywhere).toList(),
        feeMinor);
  }
}
