package io.daybook.simulation.history;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Sku;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One thing that the customer saw in other money: the processor settles it at another rate than the shop's, and takes a
 * refund at another again.
 */
final class ForeignStory {
  private static final CurrencyCode SEEN = new CurrencyCode("EUR");

  private ForeignStory() {}

  /** The facts of such an order's life. */
  static List<Fact> of(OrderFacts life) {
    Random random = life.random;
    long gross = 2_000L + random.nextInt(20_000);
    OrderLine line =
        new OrderLine(
            new LineId("line0"),
            Optional.of(new Sku("SKU-" + random.nextInt(Names.SKUS))),
            OrderLine.Kind.GOODS,
            1,
            gross,
            random.nextBoolean() ? 0 : random.nextLong(gross / 2),
            life.taxes().of(gross / 2));
    OrderState order = life.placed(List.of(line), List.of(), 0, 0, SEEN);
    life.now = life.now.plusSeconds(60);
    long more = random.nextInt(200) - 100L;
    life.payByCard(order.totalMinor(), more);
    life.later(72);
    life.after(life.parcel(List.of(new Fulfilment.Shipped(line.id(), 1))));
    if (more > 0 && life.oneIn(2)) {
      life.later(200);
      long tax = OrderFacts.sum(line.taxes());
      life.refund(
          List.of(new Refund.Line(line.id(), 1, line.netMinor(), tax, Refund.Restock.RETURN)),
          OrderFacts.Beside.NOTHING,
          line.netMinor() + tax,
          true,
          random.nextInt(200) - 100L);
    }
    return life.facts;
  }
}
