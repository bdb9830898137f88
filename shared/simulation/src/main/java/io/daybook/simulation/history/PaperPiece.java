package io.daybook.simulation.history;

import io.daybook.events.OrderLine;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import java.util.List;
import java.util.Optional;

/** A line of an order, or its shipping, on paper: its price for all units, and how many have passed to the customer. */
final class PaperPiece {
  /** What becomes of it. */
  enum Kind {
    GOODS,
    TERM,
    CARD,
    SHIPPING
  }

  /** What some units are worth. */
  record Worth(long gross, long discount, long tax) {
    long net() {
      return gross - discount;
    }

    long total() {
      return net() + tax;
    }
  }

  final String id;
  final Kind kind;
  final int quantity;
  final Optional<OrderLine.Term> term;
  private long gross;
  private long discount;
  private final long tax;
  private final boolean facilitated;
  int passed;
  int cancelled;
  boolean removed;

  private PaperPiece(
      String id,
      Kind kind,
      int quantity,
      Optional<OrderLine.Term> term,
      long gross,
      long discount,
      List<TaxAmount> taxes) {
    this.id = id;
    this.kind = kind;
    this.quantity = quantity;
    this.term = term;
    this.gross = gross;
    this.discount = discount;
    this.tax = OrderFacts.sum(taxes);
    this.facilitated = OrderTaxes.facilitated(taxes) > 0;
  }

  static PaperPiece of(OrderLine line) {
    Kind kind =
        switch (line.kind()) {
          case GOODS -> Kind.GOODS;
          case GIFT_CARD -> Kind.CARD;
          case SERVICE -> Kind.TERM;
          case SERVICE_CHARGE, THIRD_PARTY -> throw new NotWhole("no history has " + line.kind());
        };
    return new PaperPiece(
        line.id().value(),
        kind,
        line.quantity(),
        line.term(),
        line.grossMinor(),
        line.discountMinor(),
        line.taxes());
  }

  static PaperPiece of(ShippingLine line) {
    return new PaperPiece(
        line.id().value(),
        Kind.SHIPPING,
        1,
        Optional.empty(),
        line.grossMinor(),
        line.discountMinor(),
        line.taxes());
  }

  /** Where its tax is owed. */
  int taxAccount() {
    return facilitated ? 2020 : 2010;
  }

  int income() {
    return kind == Kind.SHIPPING ? 4010 : 4000;
  }

  /** Its discount was more than the order says. */
  void cheaperBy(long minor) {
    discount += minor;
  }

  /** Its price was more than the order says. */
  void dearerBy(long minor) {
    gross += minor;
  }

  /** What the next units are worth, after some. */
  Worth worth(int after, int units) {
    return new Worth(
        between(gross - discount, after, units) + between(discount, after, units),
        between(discount, after, units),
        between(tax, after, units));
  }

  private long between(long minor, int after, int units) {
    return PaperOffice.share(minor, after + units, quantity)
        - PaperOffice.share(minor, after, quantity);
  }

  /** What has not passed and will. */
  int waitingUnits() {
    return quantity - passed - cancelled;
  }

  Worth waiting() {
    return worth(passed, waitingUnits());
  }

  Worth whole() {
    return worth(0, quantity);
  }
}
