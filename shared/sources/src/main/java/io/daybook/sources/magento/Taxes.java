package io.daybook.sources.magento;

import io.daybook.events.Jurisdiction;
import io.daybook.events.TaxAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The taxes of an order's lines by rule. The line's own amount decides; the order's list of applied taxes, which knows the
 * rules' codes and is rounded elsewhere, only divides it.
 */
final class Taxes {
  /** Where the order does not say which rule. */
  private static final Jurisdiction NO_NAME = new Jurisdiction("magento-tax");

  /** Fixed product taxes: levies on the goods, shown beside the other taxes. */
  private static final Jurisdiction FIXED = new Jurisdiction("fixed-product-tax");

  private static final String SHIPPING = "shipping";
  private static final int LONGEST = 60;

  private final Map<String, List<Told>> applied = new HashMap<>();

  Taxes(Told order) {
    List<Told> lists =
        order
            .maybe("extension_attributes")
            .map(more -> more.list("item_applied_taxes"))
            .orElse(List.of());
    for (Told list : lists) {
      boolean isShipping = list.maybeWord("type").filter(SHIPPING::equals).isPresent();
      Optional<String> item = list.maybeId("item_id", String::new);
      String key = isShipping ? SHIPPING : item.orElse("");
      applied.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(list.list("applied_taxes"));
    }
  }

  /** A line's, fixed product taxes included. */
  List<TaxAmount> of(Items.Item item, long minor, long fixedMinor) {
    List<TaxAmount> taxes =
        new ArrayList<>(split(item.id(), rate(item.told(), "tax_percent"), minor));
    if (fixedMinor > 0) {
      taxes.add(new TaxAmount(FIXED, "", fixedMinor));
    }
    return taxes;
  }

  List<TaxAmount> ofShipping(long minor) {
    return split(SHIPPING, "", minor);
  }

  /** One that no list knows. */
  static List<TaxAmount> plain(long minor) {
    return minor == 0 ? List.of() : List.of(new TaxAmount(NO_NAME, "", minor));
  }

  /** Cumulatively rounded, so that the parts are the whole. */
  private List<TaxAmount> split(String key, String rate, long minor) {
    List<Told> rules = applied.getOrDefault(key, List.of());
    BigDecimal whole = BigDecimal.ZERO;
    for (Told rule : rules) {
      whole = whole.add(rule.decimal("base_amount").max(BigDecimal.ZERO));
    }
    if (minor == 0) {
      return List.of();
    }
    if (whole.signum() == 0) {
      return List.of(new TaxAmount(NO_NAME, rate, minor));
    }
    List<TaxAmount> taxes = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    long before = 0;
    for (Told rule : rules) {
      sum = sum.add(rule.decimal("base_amount").max(BigDecimal.ZERO));
      long after = Units.share(minor, sum, whole);
      if (after != before) {
        taxes.add(new TaxAmount(jurisdiction(rule), rate(rule, "percent"), after - before));
      }
      before = after;
    }
    return taxes;
  }

  private static Jurisdiction jurisdiction(Told rule) {
    return rule.maybeWord("code")
        .map(code -> code.replaceAll("\\p{Cntrl}", " ").strip())
        .map(code -> code.length() > LONGEST ? code.substring(0, LONGEST) : code)
        .filter(code -> !code.isBlank())
        .map(Jurisdiction::new)
        .orElse(NO_NAME);
  }

  private static String rate(Told told, String name) {
    BigDecimal percent = told.decimal(name);
    return percent.signum() == 0
        ? ""
        : percent.movePointLeft(2).stripTrailingZeros().toPlainString();
  }
}
