package io.daybook.simulation.history;

import io.daybook.events.Fact;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.TaxAmount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Something that is served for some time and paid for before, at a price for each day; perhaps it is cancelled, and the
 * days that are left are given back.
 */
final class TermStory {
  private TermStory() {}

  /** The facts of such an order's life. */
  static List<Fact> of(OrderFacts life) {
    Random random = life.random;
    LocalDate from = Names.day(life.now).plusDays(1L + random.nextInt(10));
    int days = 20 + random.nextInt(80);
    long gross = 5L + random.nextInt(200);
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross);
    long tax = random.nextInt(4);
    OrderLine line =
        new OrderLine(
            new LineId("line0"),
            Optional.empty(),
            OrderLine.Kind.SERVICE,
            1,
            gross * days,
            discount * days,
            tax == 0
                ? List.of()
                : List.of(new TaxAmount(new Jurisdiction("US-NY"), "0.08", tax * days)),
            Optional.of(new OrderLine.Term(from, from.plusDays(days - 1L))),
            Optional.empty(),
            Optional.empty());
    OrderState order = life.placed(List.of(line), List.of(), 0, 0, Names.USD);
    life.payByCard(order.totalMinor(), 0);
    if (life.oneIn(2)) {
      int served = 1 + random.nextInt(days - 2);
      long left = (long) days - served;
      life.now = from.plusDays(served - 1L).atTime(12, 0).atZone(Names.ZONE).toInstant();
      Refund.Line back =
          new Refund.Line(
              line.id(), 1, (gross - discount) * left, tax * left, Refund.Restock.CANCEL);
      life.later(5);
      life.refund(List.of(back), OrderFacts.Beside.NOTHING, true);
    } else if (life.oneIn(2)) {
      life.now = life.now.plus(Duration.ofDays(1));
      life.renamed(order);
    }
    return life.facts;
  }
}
