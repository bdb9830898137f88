package io.daybook.sources.shopify;

import io.daybook.events.LineId;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.ledger.Money;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a refund gives back, as its figures stand: the lines' and the shipping's subtotals include tax if the order's
 * prices do, without being told apart.
 *
 * @param lines subtotal and tax of each line, in minor units
 * @param shippingMinor subtotal of shipping
 * @param shippingTaxMinor its tax
 * @param dutiesMinor duties
 * @param adjustmentMinor given beyond (or, negative, kept from) all these, tax included
 * @param adjustmentTaxMinor the tax in it, if anything was adjusted
 */
record RefundParts(
    List<Line> lines,
    long shippingMinor,
    long shippingTaxMinor,
    long dutiesMinor,
    long adjustmentMinor,
    Optional<Long> adjustmentTaxMinor) {
  private static final Name LINES = Name.of("refund_line_items");
  private static final Name QUANTITY = Name.of("quantity");
  private static final Name RESTOCK = Name.of("restock_type");
  private static final Name SUBTOTAL = Name.of("subtotal_set");
  private static final Name TAX = Name.of("total_tax_set");
  private static final Name SHIPPING = Name.of("refund_shipping_lines");
  private static final Name SHIPPING_SUBTOTAL = Name.of("subtotal_amount_set");
  private static final Name TAX_AMOUNT = Name.of("tax_amount_set");
  private static final Name ADJUSTMENTS = Name.of("order_adjustments");
  private static final Name AMOUNT = Name.of("amount_set");
  private static final Name DUTIES = Name.of("duties");

  /** A refunded line; the subtotal may include the tax. */
  record Line(Told told, long subtotalMinor, long taxMinor) {
    Refund.Line fact(TaxBasis basis) {
      long netMinor =
          basis == TaxBasis.INCLUDED ? Math.subtractExact(subtotalMinor, taxMinor) : subtotalMinor;
      return told.field()
          .make(
              "a refunded line with a quantity above 0 and amounts of at least 0",
              () ->
                  new Refund.Line(
                      new LineId(lineId()),
                      told.at(QUANTITY).count(),
                      netMinor,
                      taxMinor,
                      restock()));
    }

    private String lineId() {
      return switch (told.dialect()) {
        case WEBHOOK -> told.field().at("line_item_id").id();
        case GRAPHQL -> Told.id(told.field().at("lineItem").at("id"));
      };
    }

    /** {@code legacy_restock} does not say whether the goods had left, so that it moves no stock (case 28). */
    private Restock restock() {
      return switch (told.word(RESTOCK)) {
        case "return" -> Restock.RETURN;
        case "cancel" -> Restock.CANCEL;
        case String other -> Restock.NONE;
      };
    }
  }

  /** The parts of a refund, whose currency every amount must have. */
  static RefundParts of(Told refund, RefundMoney money) {
    long shippingMinor = 0;
    long shippingTaxMinor = 0;
    long adjustedMinor = 0;
    long adjustedTaxMinor = 0;
    boolean isAdjusted = false;
    List<Told> shipping = refund.maybeList(SHIPPING);
    for (Told line : shipping) {
      shippingMinor = Math.addExact(shippingMinor, money.minor(line, SHIPPING_SUBTOTAL));
      shippingTaxMinor = Math.addExact(shippingTaxMinor, money.minor(line, TAX_AMOUNT));
    }
    for (Told adjustment : refund.maybeList(ADJUSTMENTS)) {
      // Positive is kept from the customer, negative is given.
      long givenMinor = Math.negateExact(money.minor(adjustment, AMOUNT));
      long givenTaxMinor = Math.negateExact(money.minor(adjustment, TAX_AMOUNT));
      switch (kind(adjustment)) {
        case PENDING -> {}
        case SHIPPING -> {
          // Before 2024-10 shipping was refunded by an adjustment; who sends both says the same
          // twice.
          if (shipping.isEmpty()) {
            shippingMinor = Math.addExact(shippingMinor, givenMinor);
            shippingTaxMinor = Math.addExact(shippingTaxMinor, givenTaxMinor);
          }
        }
        case DISCREPANCY -> {
          isAdjusted = true;
          adjustedMinor = Math.addExact(adjustedMinor, Math.addExact(givenMinor, givenTaxMinor));
          adjustedTaxMinor = Math.addExact(adjustedTaxMinor, givenTaxMinor);
        }
      }
    }
    return new RefundParts(
        refund.list(LINES).stream()
            .map(line -> new Line(line, money.minor(line, SUBTOTAL), money.minor(line, TAX)))
            .toList(),
        shippingMinor,
        shippingTaxMinor,
        refund.maybeList(DUTIES).stream()
            .mapToLong(duty -> money.minor(duty, AMOUNT))
            .reduce(0, Math::addExact),
        adjustedMinor,
        isAdjusted ? Optional.of(adjustedTaxMinor) : Optional.empty());
  }

  /** Every amount in the shop's money that can tell which currency that is. */
  static Optional<Money> anyMoney(Told refund) {
    return refund.list(LINES).stream()
        .map(line -> line.shopMoney(SUBTOTAL))
        .findFirst()
        .or(() ->
            refund.maybeList(SHIPPING).stream()
                .map(line -> line.shopMoney(SHIPPING_SUBTOTAL))
                .findFirst())
        .or(() ->
            refund.maybeList(ADJUSTMENTS).stream().map(line -> line.shopMoney(AMOUNT)).findFirst());
  }

  boolean isEmpty() {
    return lines.isEmpty()
        && shippingMinor == 0
        && shippingTaxMinor == 0
        && dutiesMinor == 0
        && adjustmentMinor == 0
        && adjustmentTaxMinor.isEmpty();
  }

  /** All tax that the subtotals would include. */
  long taxMinor() {
    return lines.stream().mapToLong(Line::taxMinor).reduce(shippingTaxMinor, Math::addExact);
  }

  /** What the customer gets if the subtotals exclude tax. */
  long totalMinor() {
    long linesMinor = lines.stream().mapToLong(Line::subtotalMinor).reduce(0, Math::addExact);
    long withShipping = Math.addExact(linesMinor, shippingMinor);
    return Math.addExact(
        Math.addExact(withShipping, taxMinor()), Math.addExact(dutiesMinor, adjustmentMinor));
  }

  private enum Kind {
    SHIPPING,
    DISCREPANCY,
    /** Temporary: the money is still on its way (rule A3). */
    PENDING
  }

  private static Kind kind(Told adjustment) {
    String reason =
        adjustment
            .field()
            .maybe("reason")
            .map(field -> field.text().toLowerCase(Locale.ROOT))
            .orElse("");
    if (reason.replace(' ', '_').equals("pending_refund_discrepancy")) {
      return Kind.PENDING;
    }
    boolean isShipping =
        adjustment
            .field()
            .maybe("kind")
            .filter(field -> field.text().equals("shipping_refund"))
            .isPresent();
    return isShipping ? Kind.SHIPPING : Kind.DISCREPANCY;
  }
}
