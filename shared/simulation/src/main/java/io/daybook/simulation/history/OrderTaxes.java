package io.daybook.simulation.history;

import io.daybook.events.Jurisdiction;
import io.daybook.events.TaxAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The taxes of an order's lines: of one jurisdiction or two, owed by the merchant or, for a whole line, by the platform. */
final class OrderTaxes {
  private static final List<String> FIRST = List.of("US-CA", "US-NY");
  private static final String SECOND = "US-CA-LA";

  private final Random random;
  private final String first;

  OrderTaxes(Random random) {
    this.random = random;
    this.first = FIRST.get(random.nextInt(2));
  }

  /** Any amounts up to a tenth of a price. */
  List<TaxAmount> of(long net) {
    return random.nextInt(4) == 0 || net < 40
        ? List.of()
        : some(() -> 1 + random.nextLong(net / 20));
  }

  /** Amounts that a number divides. */
  List<TaxAmount> dividedBy(long divisor) {
    return random.nextInt(4) == 0 ? List.of() : some(() -> divisor * (1 + random.nextInt(20)));
  }

  private List<TaxAmount> some(java.util.function.LongSupplier amount) {
    Optional<TaxAmount.Collector> collector =
        random.nextInt(6) == 0 ? Optional.of(TaxAmount.Collector.FACILITATOR) : Optional.empty();
    List<TaxAmount> taxes = new ArrayList<>();
    taxes.add(new TaxAmount(new Jurisdiction(first), "0.08", amount.getAsLong(), collector));
    if (random.nextInt(3) == 0) {
      taxes.add(new TaxAmount(new Jurisdiction(SECOND), "0.02", amount.getAsLong(), collector));
    }
    return taxes;
  }

  /** What the platform owes of them. */
  static long facilitated(List<TaxAmount> taxes) {
    return taxes.stream()
        .filter(tax -> tax.collector().filter(TaxAmount.Collector.FACILITATOR::equals).isPresent())
        .mapToLong(TaxAmount::minor)
        .sum();
  }
}
