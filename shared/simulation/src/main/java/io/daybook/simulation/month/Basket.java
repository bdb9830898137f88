package io.daybook.simulation.month;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What a customer buys, with the platform's own discounts, taxes and shipping. */
final class Basket {
  private final Random random;
  private final Ids ids;
  private final List<Item> catalogue;

  Basket(Random random, Ids ids, List<Item> catalogue) {
    this.random = random;
    this.ids = ids;
    this.catalogue = catalogue;
  }

  /** Goods before any parcel, refund or edit. */
  record Filled(List<Line> lines, Shipping shipping, Optional<DiscountCode> code, long tipMinor) {}

  Filled fill(Region region) {
    List<Item> items = new ArrayList<>(catalogue);
    Collections.shuffle(items, random);
    items = items.subList(0, oneOf(45, 30, 17, 8) + 1);
    List<Integer> quantities =
        items.stream().map(item -> List.of(1, 2, 3, 6).get(oneOf(68, 22, 8, 2))).toList();
    long gross = 0;
    for (int i = 0; i < items.size(); i++) {
      gross += items.get(i).priceMinor() * quantities.get(i);
    }
    Optional<DiscountCode> code = code(gross);
    List<Line> lines = new ArrayList<>();
    long seen = 0;
    for (int i = 0; i < items.size(); i++) {
      long lineGross = items.get(i).priceMinor() * quantities.get(i);
      long discount = discount(code, seen, lineGross, gross);
      seen += lineGross;
      lines.add(line(region, items.get(i), quantities.get(i), discount));
    }
    Shipping shipping = shipping(region, gross, code);
    // Nothing may make an order free: every order has a payment.
    long tip = oneOf(86, 14) == 1 ? 100L * (1 + random.nextInt(5)) : 0;
    return new Filled(lines, shipping, code, tip);
  }

  /** A line with the platform's taxes. */
  Line line(Region region, Item item, int quantity, long discountMinor) {
    long net = item.priceMinor() * quantity - discountMinor;
    return new Line(
        ids.next(), item, quantity, discountMinor, region.taxesOn(item, net), Optional.empty());
  }

  private Optional<DiscountCode> code(long gross) {
    return switch (oneOf(58, 24, 8, 10)) {
      case 1 -> Optional.of(DiscountCode.AUTUMN10);
      case 2 ->
          gross >= 2_000 ? Optional.of(DiscountCode.WELCOME5) : Optional.<DiscountCode>empty();
      case 3 -> Optional.of(DiscountCode.FREESHIP);
      default -> Optional.empty();
    };
  }

  /** Ten percent of the line; of five dollars the line's share, so that all lines together have exactly five. */
  private static long discount(
      Optional<DiscountCode> code, long before, long lineGross, long gross) {
    return switch (code.orElse(DiscountCode.FREESHIP)) {
      case AUTUMN10 -> Shares.share(lineGross, 0, 1, 10);
      case WELCOME5 -> Shares.share(500, (int) before, (int) lineGross, (int) gross);
      case FREESHIP -> 0;
    };
  }

  private Shipping shipping(Region region, long gross, Optional<DiscountCode> code) {
    boolean express = oneOf(82, 18) == 1;
    long price = express ? 1_450 : gross >= 12_000 ? 0 : 590;
    long discount = code.filter(DiscountCode::onShipping).isPresent() ? price : 0;
    String title = express ? "Express" : "Standard";
    return new Shipping(
        ids.next(), title, price, discount, region.taxesOnShipping(price - discount));
  }

  /** The index of a weight, chosen by weight; the weights add up to 100. */
  private int oneOf(int... weights) {
    int dice = random.nextInt(100);
    int index = 0;
    while (dice >= weights[index]) {
      dice -= weights[index++];
    }
    return index;
  }
}
