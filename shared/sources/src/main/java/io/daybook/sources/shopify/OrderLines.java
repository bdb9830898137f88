package io.daybook.sources.shopify;

import io.daybook.events.CurrencyCode;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderLine.Kind;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.Money;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines and shipping of one order. Everything is for the quantity ordered, edits included: what was removed or refunded
 * later is not taken off, for refunds and edits are facts of their own.
 *
 * @param currency the shop's
 * @param taxesIncluded whether its prices include tax
 * @param jurisdictions who levies its taxes
 */
record OrderLines(CurrencyCode currency, boolean taxesIncluded, Jurisdictions jurisdictions) {
  private static final Name SKU = Name.of("sku");
  private static final Name QUANTITY = Name.of("quantity");
  private static final Name GIFT_CARD = new Name("gift_card", "isGiftCard");
  private static final Name REQUIRES_SHIPPING = Name.of("requires_shipping");
  private static final Name UNIT_PRICE = new Name("price_set", "originalUnitPriceSet");
  private static final Name SHIPPING_PRICE = new Name("price_set", "originalPriceSet");
  private static final Name SHIPPING_DISCOUNTED = Name.of("discounted_price_set");
  private static final Name DISCOUNTS = Name.of("discount_allocations");
  private static final Name DISCOUNT = new Name("amount_set", "allocatedAmountSet");
  private static final Name TAXES = Name.of("tax_lines");
  private static final Name TAX = Name.of("price_set");
  private static final Name TITLE = Name.of("title");
  private static final Name RATE = Name.of("rate");
  private static final Name CHANNEL_LIABLE = Name.of("channel_liable");
  private static final Name DUTIES = Name.of("duties");
  private static final Name DUTY = new Name("price_set", "price");

  OrderLine line(Told line) {
    List<TaxAmount> taxes = new ArrayList<>(taxes(line));
    int quantity = line.at(QUANTITY).count();
    long priceMinor =
        Math.multiplyExact(minor(line.shopMoney(UNIT_PRICE), line.at(UNIT_PRICE)), quantity);
    Prices prices = prices(line.field(), priceMinor, discountMinor(line), taxes);
    // A duty's tax is on the order's bill like any other, and on no price that could include it.
    line.maybeList(DUTIES).forEach(duty -> taxes.addAll(taxes(duty)));
    return line.field()
        .make(
            "a line whose quantity is above 0 and whose discount is at most its price",
            () ->
                new OrderLine(
                    new LineId(line.id()),
                    sku(line),
                    kind(line),
                    quantity,
                    prices.grossMinor(),
                    prices.discountMinor(),
                    taxes));
  }

  ShippingLine shipping(Told line) {
    List<TaxAmount> taxes = taxes(line);
    long priceMinor = minor(line.shopMoney(SHIPPING_PRICE), line.at(SHIPPING_PRICE));
    Prices prices =
        prices(line.field(), priceMinor, shippingDiscountMinor(line, priceMinor), taxes);
    return line.field()
        .make(
            "a shipping line whose discount is at most its price",
            () ->
                new ShippingLine(
                    new LineId(line.id()), prices.grossMinor(), prices.discountMinor(), taxes));
  }

  /** What is charged for duties on a line, without tax. */
  long dutiesMinor(Told line) {
    return line.maybeList(DUTIES).stream()
        .mapToLong(duty -> minor(duty.shopMoney(DUTY), duty.at(DUTY)))
        .reduce(0, Math::addExact);
  }

  private Prices prices(Field line, long priceMinor, long discountMinor, List<TaxAmount> taxes) {
    if (!taxesIncluded) {
      return new Prices(priceMinor, discountMinor);
    }
    long taxMinor = taxes.stream().mapToLong(TaxAmount::minor).reduce(0, Math::addExact);
    return line.make(
        "a price that includes its tax",
        () -> Prices.taxIncluded(priceMinor, discountMinor, taxMinor));
  }

  private long discountMinor(Told line) {
    return line.list(DISCOUNTS).stream()
        .mapToLong(discount -> minor(discount.shopMoney(DISCOUNT), discount.at(DISCOUNT)))
        .reduce(0, Math::addExact);
  }

  /** The allocations where there are any, else what the discounted price is below the price. */
  private long shippingDiscountMinor(Told line, long priceMinor) {
    if (!line.list(DISCOUNTS).isEmpty()) {
      return discountMinor(line);
    }
    return line.maybe(SHIPPING_DISCOUNTED)
        .map(field ->
            Math.subtractExact(priceMinor, minor(line.shopMoney(SHIPPING_DISCOUNTED), field)))
        .orElse(0L);
  }

  private List<TaxAmount> taxes(Told taxed) {
    return taxed.list(TAXES).stream().map(this::tax).toList();
  }

  private TaxAmount tax(Told tax) {
    String rate =
        tax.maybe(RATE)
            .map(field -> field.decimal().stripTrailingZeros().toPlainString())
            .orElse("");
    long minor = minor(tax.shopMoney(TAX), tax.at(TAX));
    return tax.field()
        .make(
            "a tax of at least 0",
            () ->
                new TaxAmount(
                    jurisdictions.of(tax.maybe(TITLE).map(Field::text)),
                    rate,
                    minor,
                    collector(tax)));
  }

  /** Tax for which the sales channel is liable is the channel's to remit; unknown liability counts as the merchant's. */
  private static Optional<TaxAmount.Collector> collector(Told tax) {
    return tax.maybe(CHANNEL_LIABLE).filter(Field::flag).map(_ -> TaxAmount.Collector.FACILITATOR);
  }

  private long minor(Money money, Field field) {
    if (!money.currency().equals(currency)) {
      throw new FieldProblem(field.path(), "an amount in the order's currency " + currency);
    }
    return money.minor();
  }

  private static Optional<Sku> sku(Told line) {
    return line.maybe(SKU)
        .filter(field -> !field.text().isBlank())
        .map(field -> field.parse(Sku::new, "a SKU"));
  }

  private static Kind kind(Told line) {
    if (line.at(GIFT_CARD).flag()) {
      return Kind.GIFT_CARD;
    }
    return line.at(REQUIRES_SHIPPING).flag() ? Kind.GOODS : Kind.SERVICE;
  }
}
