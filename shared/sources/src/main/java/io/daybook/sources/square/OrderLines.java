package io.daybook.sources.square;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderLine.Kind;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.Parked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of an order and its service charges. A line's own totals decide: net is the total less the tax in it, whether
 * the tax was added or was in the price, so that modifiers and discounts need no arithmetic of ours.
 */
final class OrderLines {
  private static final String NO_NAME = "square-tax";

  private final Told order;
  private final CurrencyCode currency;
  private final Map<String, Tax> taxes = new HashMap<>();

  /** A tax of the order: whose it is and how much, as a fraction. */
  private record Tax(Jurisdiction jurisdiction, String rate) {}

  OrderLines(Told order, CurrencyCode currency) {
    this.order = order;
    this.currency = currency;
    for (Told tax : order.list("taxes")) {
      tax.maybeWord("uid").ifPresent(uid -> taxes.put(uid, tax(tax)));
    }
  }

  /** The line that stands for a service charge. */
  static LineId serviceCharge(String uid) {
    return new LineId("service-charge-" + uid);
  }

  List<OrderLine> lines() {
    List<OrderLine> lines = new ArrayList<>();
    boolean isInLines = apportionedIsInLines();
    for (Told line : order.list("line_items")) {
      BigDecimal quantity = line.field().at("quantity").decimal();
      if (quantity.signum() > 0) {
        lines.add(line(line, quantity, isInLines));
      }
    }
    for (Told charge : order.list("service_charges")) {
      lines.addAll(charge(charge, isInLines));
    }
    return lines;
  }

  private OrderLine line(Told told, BigDecimal quantity, boolean isInLines) {
    long charged = isInLines ? told.notNegative("total_service_charge_money", currency) : 0;
    long tax = told.notNegative("total_tax_money", currency);
    long net = Math.subtractExact(told.minor("total_money", currency), Math.addExact(tax, charged));
    long discount = discount(told, net);
    int units = units(quantity);
    return told.field()
        .make(
            "a line with amounts of at least 0",
            () ->
                new OrderLine(
                    told.id("uid", LineId::new),
                    isWhole(quantity)
                        ? told.maybeId("catalog_object_id", Sku::new)
                        : Optional.empty(),
                    kind(told),
                    units,
                    Math.addExact(net, discount),
                    discount,
                    taxes(told, tax)));
  }

  /**
   * The discount without tax. Where the tax is in the price, the discount is told with it and loses the same share; a share
   * of a minor unit is rounded half up, and moves nothing but the line between price and discount.
   */
  private long discount(Told told, long net) {
    long discount = told.notNegative("total_discount_money", currency);
    long inPrice = 0;
    for (Told applied : told.list("applied_taxes")) {
      if (applied.maybeWord("tax_uid").filter(this::isInclusive).isPresent()) {
        inPrice = Math.addExact(inPrice, applied.maybeMinor("applied_money", currency));
      }
    }
    long price = Math.addExact(net, inPrice);
    return inPrice == 0 || price == 0
        ? discount
        : BigDecimal.valueOf(discount)
            .multiply(BigDecimal.valueOf(net))
            .divide(BigDecimal.valueOf(price), 0, RoundingMode.HALF_UP)
            .longValueExact();
  }

  private boolean isInclusive(String uid) {
    return order.list("taxes").stream()
        .filter(tax -> tax.maybeWord("uid").filter(uid::equals).isPresent())
        .anyMatch(tax -> tax.maybeWord("type").filter("INCLUSIVE"::equals).isPresent());
  }

  private List<OrderLine> charge(Told told, boolean isInLines) {
    long total = told.maybeMinor("total_money", currency);
    long tax = told.notNegative("total_tax_money", currency);
    boolean isApportioned = isApportioned(told);
    // The tax on a charge that is in the lines is in theirs.
    long net =
        isApportioned && isInLines
            ? told.maybeMinor("applied_money", currency)
            : Math.subtractExact(total, tax);
    if (net == 0 && tax == 0) {
      return List.of();
    }
    List<TaxAmount> own = isApportioned && isInLines ? List.of() : taxes(told, tax);
    return List.of(
        told.field()
            .make(
                "a service charge of at least 0",
                () ->
                    new OrderLine(
                        told.id("uid", OrderLines::serviceCharge),
                        Optional.empty(),
                        Kind.SERVICE_CHARGE,
                        1,
                        net,
                        0,
                        own)));
  }

  /** Square shows an apportioned charge both by itself and in the lines; whether their totals hold it, the sum tells. */
  private boolean apportionedIsInLines() {
    long inLines = 0;
    long sum = 0;
    for (Told line : order.list("line_items")) {
      inLines = Math.addExact(inLines, line.maybeMinor("total_service_charge_money", currency));
      sum = Math.addExact(sum, line.maybeMinor("total_money", currency));
    }
    for (Told charge : order.list("service_charges")) {
      if (!isApportioned(charge)) {
        sum = Math.addExact(sum, charge.maybeMinor("total_money", currency));
      }
    }
    long without =
        Math.subtractExact(order.minor("total_money", currency), Orders.rounding(order, currency));
    long tip = order.notNegative("total_tip_money", currency);
    return inLines > 0 && (sum == without || Math.addExact(sum, tip) == without);
  }

  private static boolean isApportioned(Told charge) {
    return charge.maybeWord("treatment_type").filter("APPORTIONED_TREATMENT"::equals).isPresent()
        || charge
            .maybeWord("calculation_phase")
            .filter(p -> p.startsWith("APPORTIONED_"))
            .isPresent();
  }

  /** By tax, as applied; what the list of applied taxes does not show is one without a name. */
  private List<TaxAmount> taxes(Told told, long total) {
    Map<Tax, Long> amounts = new LinkedHashMap<>();
    long rest = total;
    for (Told applied : told.list("applied_taxes")) {
      long minor = applied.maybeMinor("applied_money", currency);
      Tax tax =
          applied
              .maybeWord("tax_uid")
              .map(taxes::get)
              .orElse(new Tax(new Jurisdiction(NO_NAME), ""));
      amounts.merge(tax, minor, Math::addExact);
      rest = Math.subtractExact(rest, minor);
    }
    if (rest != 0) {
      amounts.clear();
      amounts.put(new Tax(new Jurisdiction(NO_NAME), ""), total);
    }
    return amounts.entrySet().stream()
        .filter(amount -> amount.getValue() != 0)
        .map(amount ->
            new TaxAmount(
                amount.getKey().jurisdiction(), amount.getKey().rate(), amount.getValue()))
        .toList();
  }

  private static Tax tax(Told tax) {
    Jurisdiction jurisdiction =
        new Jurisdiction(
            tax.maybeWord("name")
                .map(name -> name.replaceAll("\\p{Cntrl}", " ").strip())
                .map(name -> name.length() > 60 ? name.substring(0, 60) : name)
                .filter(name -> !name.isBlank())
                .orElse(NO_NAME));
    String rate =
        tax.field()
            .maybe("percentage")
            .map(Field::decimal)
            .map(percent -> percent.movePointLeft(2).stripTrailingZeros().toPlainString())
            .orElse("");
    return new Tax(jurisdiction, rate);
  }

  private static Kind kind(Told told) {
    String type = told.maybeWord("item_type").orElse("ITEM");
    return switch (type) {
      case "ITEM", "CUSTOM_AMOUNT" -> Kind.GOODS;
      case "GIFT_CARD" -> Kind.GIFT_CARD;
      case String other -> throw Parked.word("square item type", other);
    };
  }

  static boolean isWhole(BigDecimal quantity) {
    return quantity.stripTrailingZeros().scale() <= 0;
  }

  /** What is sold by weight or time is one unit, whatever its measure. */
  static int units(BigDecimal quantity) {
    return isWhole(quantity) ? quantity.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue() : 1;
  }
}
