package io.daybook.local.simulate;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.events.TaxAmount;
import io.daybook.events.TransactionId;
import io.daybook.simulation.history.Names;
import io.daybook.simulation.history.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A year of a small shop by seed: orders that are paid, sent and sometimes taken back; every month is closed. */
final class YearOfAShop {
  private static final int DAYS = 360;
  private static final int ORDERS = 110;
  private static final int BANK_LINES = 30;
  private static final int ENTRIES = 20;

  private final Random random;
  private final List<Operation> operations = new ArrayList<>();

  private YearOfAShop(long seed) {
    this.random = new Random(seed);
  }

  /** What happens, in the order of its instants. */
  static List<Operation> of(long seed) {
    YearOfAShop year = new YearOfAShop(seed);
    year.live();
    return year.operations.stream().sorted(Comparator.comparing(Operation::at)).toList();
  }

  private void live() {
    for (int order = 1; order <= ORDERS; order++) {
      order(Integer.toString(1000 + order), sometime());
    }
    for (int line = 1; line <= BANK_LINES; line++) {
      Instant at = sometime();
      tell(
          at,
          new BankLine(
              Names.BANK,
              new BankLineId("l" + line),
              Names.USD,
              1 + random.nextInt(90_000) - 45_000L,
              Names.day(at),
              "",
              List.of()));
    }
    for (int entry = 1; entry <= ENTRIES; entry++) {
      Instant at = sometime();
      operations.add(
          new Operation.Entered(
              at, "m" + entry, Names.day(at), "6060", "3000", 1L + random.nextInt(9_000)));
    }
    YearMonth first = YearMonth.from(Names.day(Names.START));
    for (int month = 0; month < 11; month++) {
      close(first.plusMonths(month));
    }
  }

  private Instant sometime() {
    return Names.START.plus(Duration.ofMinutes(60L + random.nextInt(DAYS * 24 * 60)));
  }

  /** What happened is told at once, hours later, or weeks later, when its month may be closed. */
  private void tell(Instant happened, Fact fact) {
    long late =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(45 * 86_400);
          case 1, 2 -> random.nextInt(40_000);
          default -> random.nextInt(60);
        };
    operations.add(new Operation.Told(happened.plusSeconds(1 + late), List.of(fact)));
  }

  private void order(String id, Instant placed) {
    long net = 500L + random.nextInt(30_000);
    long tax = net * 8 / 100;
    OrderId order = new OrderId(id);
    LineId cup = new LineId("cup");
    tell(placed, state(order, cup, placed, net, tax));
    Instant paid = placed.plusSeconds(30);
    Reference charge = new Reference("ch_" + id);
    tell(
        paid,
        new OrderPayment(
            Names.SHOP,
            new TransactionId("pay_" + id),
            order,
            Names.CARD,
            Names.USD,
            net + tax,
            paid,
            charge));
    tell(paid, moved("txn_" + id, Movement.CHARGE, net + tax, charge, paid, 30 + net / 50));
    Instant sent = paid.plus(Duration.ofHours(2L + random.nextInt(24 * 9)));
    tell(
        sent,
        new Fulfilment(
            Names.SHOP,
            new FulfilmentId("f_" + id),
            order,
            1,
            sent,
            Optional.empty(),
            List.of(new Fulfilment.Shipped(cup, 1))));
    if (random.nextInt(5) == 0) {
      refund(order, cup, net, tax, sent.plus(Duration.ofDays(1L + random.nextInt(40))));
    }
  }

  private static OrderState state(OrderId order, LineId cup, Instant placed, long net, long tax) {
    return new OrderState(
        Names.SHOP,
        order,
        1,
        "#" + order,
        placed,
        Names.USD,
        Names.USD,
        List.of(
            new OrderLine(
                cup,
                Optional.empty(),
                OrderLine.Kind.GOODS,
                1,
                net,
                0,
                List.of(new TaxAmount(new Jurisdiction("US-NY"), "0.08", tax)))),
        List.of(),
        0,
        0,
        net + tax,
        Optional.empty(),
        Mode.LIVE);
  }

  private void refund(OrderId order, LineId cup, long net, long tax, Instant at) {
    Reference back = new Reference("re_" + order);
    tell(
        at,
        new Refund(
            Names.SHOP,
            new RefundId("r_" + order),
            order,
            at,
            Names.USD,
            List.of(new Refund.Line(cup, 1, net, tax, Refund.Restock.NONE)),
            0,
            0,
            0,
            0,
            0,
            Optional.empty(),
            List.of(
                new Refund.Payment(
                    new TransactionId("rp_" + order), Names.CARD, net + tax, back))));
    tell(at, moved("txn_r_" + order, Movement.REFUND, -net - tax, back, at, 0));
  }

  private static BalanceTransaction moved(
      String id, Movement movement, long minor, Reference reference, Instant at, long fee) {
    return new BalanceTransaction(
        Names.PROCESSOR,
        new TransactionId(id),
        movement,
        movement.name(),
        Names.USD,
        minor,
        fee == 0 ? List.of() : List.of(new Fee(Fee.Kind.PROCESSING, fee)),
        minor - fee,
        at,
        reference.value(),
        Optional.of(reference),
        Optional.empty(),
        Mode.LIVE);
  }

  private void close(YearMonth month) {
    Instant at =
        month
            .plusMonths(1)
            .atDay(3)
            .atStartOfDay(Names.ZONE)
            .toInstant()
            .plusSeconds(random.nextInt(400_000));
    operations.add(new Operation.Fenced(at, month));
    operations.add(new Operation.Locked(at.plus(Duration.ofMinutes(5)), month));
    if (random.nextInt(4) == 0) {
      Instant again = at.plus(Duration.ofDays(2));
      operations.add(new Operation.Reopened(again, month));
      Instant closed = again.plus(Duration.ofDays(3));
      operations.add(new Operation.Fenced(closed, month));
      operations.add(new Operation.Locked(closed.plus(Duration.ofMinutes(5)), month));
    }
  }
}
