package io.daybook.sources.magento;

import io.daybook.events.Refund;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a credit memo gives back, apart from adjustments, made to add up to what it says. */
record MemoParts(List<Refund.Line> lines, long shippingMinor, long shippingTaxMinor) {
  MemoParts {
    lines = List.copyOf(lines);
  }

  /**
   * The parts as told, with the tax on shipping taken from the memo's tax where the two differ by cents, and the cents that
   * then remain on the largest line.
   *
   * @param taxMinor all tax of the memo
   * @param wholeMinor what lines and shipping must come to
   */
  static MemoParts of(
      Told memo,
      List<Refund.Line> lines,
      long shippingMinor,
      long shippingTaxMinor,
      long taxMinor,
      long wholeMinor) {
    // A cent of each amount that was rounded by itself.
    long tolerance = lines.size() + 1L;
    long net = sum(lines, Refund.Line::netMinor);
    long lineTax = sum(lines, Refund.Line::taxMinor);
    long tax = Math.subtractExact(taxMinor, lineTax);
    long shippingTax =
        tax >= 0 && Math.abs(tax - shippingTaxMinor) <= tolerance ? tax : shippingTaxMinor;
    long rest =
        Math.subtractExact(
            wholeMinor,
            Math.addExact(Math.addExact(net, lineTax), Math.addExact(shippingMinor, shippingTax)));
    if (Math.abs(rest) > tolerance) {
      throw memo.field()
          .at("base_grand_total")
          .expected("the sum of items, shipping, tax and adjustments");
    }
    return new MemoParts(lines, shippingMinor, shippingTax).with(memo, rest);
  }

  private interface Amount {
    long of(Refund.Line line);
  }

  private static long sum(List<Refund.Line> lines, Amount amount) {
    return lines.stream().mapToLong(amount::of).reduce(0, Math::addExact);
  }

  private MemoParts with(Told memo, long rest) {
    if (rest == 0) {
      return this;
    }
    Optional<Refund.Line> largest =
        lines.stream()
            .max(Comparator.comparingLong(Refund.Line::netMinor))
            .filter(line -> line.netMinor() + rest >= 0);
    if (largest.isPresent()) {
      List<Refund.Line> fitted = new ArrayList<>(lines);
      Refund.Line line = largest.get();
      fitted.set(
          fitted.indexOf(line),
          new Refund.Line(
              line.line(),
              line.quantity(),
              line.netMinor() + rest,
              line.taxMinor(),
              line.restock()));
      return new MemoParts(fitted, shippingMinor, shippingTaxMinor);
    }
    if (shippingMinor + rest < 0) {
      throw memo.field().at("base_grand_total").expected("the sum of its parts");
    }
    return new MemoParts(lines, shippingMinor + rest, shippingTaxMinor);
  }
}
