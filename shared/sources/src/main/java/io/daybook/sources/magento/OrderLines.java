package io.daybook.sources.magento;

import io.daybook.events.CurrencyCode;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderLine.Kind;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.sources.json.Parked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of an order. What was cancelled of a line was never invoiced and never will be: it is left out, with its share
 * of the line's amounts, unless the whole order is cancelled.
 */
final class OrderLines {
  private final Told order;
  private final CurrencyCode currency;
  private final Items items;
  private final Taxes taxes;

  OrderLines(Told order, CurrencyCode currency) {
    this.order = order;
    this.currency = currency;
    this.items = new Items(order, currency);
    this.taxes = new Taxes(order);
  }

  List<OrderLine> lines(boolean isCancelled) {
    List<OrderLine> lines = new ArrayList<>();
    for (Items.Item item : items.lines()) {
      BigDecimal ordered = item.ordered();
      BigDecimal left =
          isCancelled ? ordered : ordered.subtract(item.told().decimal("qty_canceled"));
      if (left.signum() > 0) {
        lines.add(line(item, left));
      }
    }
    for (Wrapping wrapping : Wrapping.values()) {
      wrapping(wrapping).ifPresent(lines::add);
    }
    return lines;
  }

  private OrderLine line(Items.Item item, BigDecimal left) {
    Told told = item.told();
    long discount =
        Math.subtractExact(
            told.size("base_discount_amount", currency),
            told.maybeMinor("base_discount_tax_compensation_amount", currency));
    long gross = told.minor("base_row_total", currency);
    long tax = told.maybeMinor("base_tax_amount", currency);
    long fixed = told.maybeMinor("base_weee_tax_applied_row_amnt", currency);
    BigDecimal ordered = item.ordered();
    return told.field()
        .make(
            "an item with amounts of at least 0, and a discount of at most its price",
            () ->
                new OrderLine(
                    Items.line(item),
                    told.maybeId("sku", Sku::new),
                    kind(told),
                    Units.of(left),
                    Units.share(gross, left, ordered),
                    Units.share(discount, left, ordered),
                    taxes.of(
                        item, Units.share(tax, left, ordered), Units.share(fixed, left, ordered))));
  }

  private static Kind kind(Told item) {
    String type = item.maybeWord("product_type").orElse("simple");
    return switch (type) {
      case "simple", "configurable", "bundle", "grouped" ->
          item.isSet("is_virtual") ? Kind.SERVICE : Kind.GOODS;
      case "virtual", "downloadable" -> Kind.SERVICE;
      case "giftcard" -> Kind.GIFT_CARD;
      case String other -> throw Parked.word("magento product type", other);
    };
  }

  private Optional<OrderLine> wrapping(Wrapping wrapping) {
    long price = order.extended(wrapping.price(), currency);
    long tax = order.extended(wrapping.tax(), currency);
    return price == 0 && tax == 0
        ? Optional.empty()
        : Optional.of(
            new OrderLine(
                wrapping.line(), Optional.empty(), Kind.SERVICE, 1, price, 0, Taxes.plain(tax)));
  }

  /** Cancelled shipping, which is all or nothing of it, goes with its discount and tax. */
  List<ShippingLine> shipping(boolean isCancelled) {
    long gross = order.maybeMinor("base_shipping_amount", currency);
    long tax = order.maybeMinor("base_shipping_tax_amount", currency);
    boolean isLeftOut = !isCancelled && order.size("base_shipping_canceled", currency) > 0;
    if (isLeftOut || (gross == 0 && tax == 0)) {
      return List.of();
    }
    long discount =
        Math.subtractExact(
            order.size("base_shipping_discount_amount", currency),
            order.maybeMinor("base_shipping_discount_tax_compensation_amnt", currency));
    return List.of(
        order
            .field()
            .make(
                "shipping of at least 0, and a discount of at most its price",
                () ->
                    new ShippingLine(
                        new LineId("shipping"), gross, discount, taxes.ofShipping(tax))));
  }
}
