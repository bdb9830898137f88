package io.daybook.simulation.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes orders and lets them live. */
final class OrderMaker {
  private static final long GOODWILL_MINOR = 500;

  private final Random random;
  private final Ids ids;
  private final People people;
  private final Basket basket;
  private final Setting setting;

  OrderMaker(Random random, Ids ids, Setting setting) {
    this.random = random;
    this.ids = ids;
    this.setting = setting;
    this.people = new People(random, ids);
    this.basket = new Basket(random, ids, Item.catalogue());
  }

  /** An order and its life up to the month's end. */
  Order make(int number, Plan.Planned planned) {
    Instant placedAt = planned.placedAt();
    Processor processor = planned.processor();
    Fate fate = planned.fate();
    Customer customer = people.next();
    Basket.Filled filled = fill(customer, fate);
    Instant paidAt = placedAt.minusSeconds(2);
    long total = total(filled, filled.lines());
    Payment payment = new Payment(ids.next(), paidAt, total, reference(processor));
    Life life = new Life(random, ids, setting.zone(), setting.end());
    boolean usual = planned.shipsAfterDays() == 0;
    Instant ships =
        life.afterDays(placedAt, usual ? 1 + random.nextInt(3) : planned.shipsAfterDays());
    Instant regretted = usual ? placedAt.plusSeconds(4_000 + random.nextInt(3_600)) : ships;
    Optional<Edit> edit =
        fate == Fate.EDITED ? Optional.of(edit(customer, placedAt)) : Optional.empty();
    List<Payment> payments = new ArrayList<>(List.of(payment));
    List<Line> lines = new ArrayList<>(filled.lines());
    edit.ifPresent(made -> {
      Line added = made.added();
      lines.add(added);
      long surcharge = added.netMinor() + added.taxMinor();
      payments.add(
          new Payment(ids.next(), made.at().plusSeconds(95), surcharge, reference(processor)));
    });
    Bought bought = new Bought(filled, lines, payment, processor);
    live(life, fate, bought, ships, regretted);
    Optional<Instant> cancelled =
        fate == Fate.CANCELLED && !life.refunds().isEmpty()
            ? Optional.of(life.refunds().getFirst().at())
            : Optional.empty();
    return new Order(
        ids.next(),
        number,
        placedAt,
        customer,
        processor,
        lines,
        filled.shipping(),
        filled.tipMinor(),
        ids.next(),
        filled.code(),
        payments,
        life.parcels(),
        life.refunds(),
        edit,
        cancelled);
  }

  private record Bought(
      Basket.Filled basket, List<Line> lines, Payment payment, Processor processor) {}

  /** Some fates ask for something of the basket; an order without it is filled anew. */
  private Basket.Filled fill(Customer customer, Fate fate) {
    Basket.Filled filled = basket.fill(customer.region());
    while (!suits(filled, fate)) {
      filled = basket.fill(customer.region());
    }
    return filled;
  }

  private static boolean suits(Basket.Filled filled, Fate fate) {
    boolean tipped = filled.tipMinor() > 0;
    boolean shippingPaid = filled.shipping().netMinor() > 0;
    // Where a line is split, its discount must split without a rest: the cent's place would be a
    // matter of taste.
    boolean splits =
        filled.lines().stream().anyMatch(line -> line.quantity() > 1)
            && filled.lines().stream()
                .allMatch(line -> line.discountMinor() % line.quantity() == 0);
    return switch (fate) {
      case SHIPPED, WAITING -> true;
      case SHIPPED_IN_PARTS, SHIPPED_IN_PART -> filled.lines().size() > 1 || splits;
      case CANCELLED, RETURNED -> !tipped;
      case LINE_CANCELLED -> filled.lines().size() > 1;
      case PART_RETURNED -> splits;
      case PART_LOST -> true;
      case SHIPPING_REFUNDED, REFUNDED_TWICE -> shippingPaid;
      case GOODWILL -> true;
      case EDITED -> filled.code().isEmpty();
      case DISPUTED -> !tipped && shippingPaid && total(filled, filled.lines()) > 6_000;
    };
  }

  private Edit edit(Customer customer, Instant placedAt) {
    Instant at = placedAt.plusSeconds(3_600 + random.nextInt(7_200));
    Item filters = Item.catalogue().get(7);
    Line plain = basket.line(customer.region(), filters, 1, 0);
    Line added =
        new Line(
            plain.id(),
            filters,
            plain.quantity(),
            plain.discountMinor(),
            plain.taxes(),
            Optional.of(at));
    return new Edit(ids.next(), at, added);
  }

  private void live(Life life, Fate fate, Bought order, Instant ships, Instant regretted) {
    List<Line> lines = order.lines();
    Instant later = life.afterDays(ships, 3 + random.nextInt(6));
    switch (fate) {
      case WAITING -> {}
      case SHIPPED, EDITED, DISPUTED -> life.ship(ships, life.whole(lines));
      case SHIPPED_IN_PARTS, SHIPPED_IN_PART -> {
        List<List<Parcel.Packed>> halves = halves(life, lines);
        life.ship(ships, halves.getFirst());
        if (fate == Fate.SHIPPED_IN_PARTS) {
          life.ship(later, halves.getLast());
        }
      }
      case CANCELLED -> {
        List<Refund.Returned> all = all(life, lines, Refund.Restock.CANCEL);
        refund(life, order, regretted, all, true, 0);
      }
      case LINE_CANCELLED -> {
        Line first = lines.getFirst();
        Refund.Returned back = life.returned(first, 0, first.quantity(), Refund.Restock.CANCEL);
        refund(life, order, regretted, List.of(back), false, 0);
        life.ship(ships, life.whole(lines.subList(1, lines.size())));
      }
      case RETURNED, PART_RETURNED, PART_LOST, SHIPPING_REFUNDED, GOODWILL, REFUNDED_TWICE -> {
        life.ship(ships, life.whole(lines));
        if (!life.parcels().isEmpty()) {
          regret(life, fate, order, later);
        }
      }
    }
  }

  private void regret(Life life, Fate fate, Bought order, Instant at) {
    List<Line> lines = order.lines();
    switch (fate) {
      case RETURNED -> refund(life, order, at, all(life, lines, Refund.Restock.RETURN), true, 0);
      case PART_RETURNED -> {
        Line several = lines.stream().filter(line -> line.quantity() > 1).findFirst().orElseThrow();
        refund(
            life,
            order,
            at,
            List.of(life.returned(several, 0, 1, Refund.Restock.RETURN)),
            false,
            0);
      }
      case PART_LOST -> {
        Line last = lines.getLast();
        Refund.Returned back = life.returned(last, 0, last.quantity(), Refund.Restock.NO_RESTOCK);
        refund(life, order, at, List.of(back), false, 0);
      }
      case GOODWILL -> refund(life, order, at, List.of(), false, GOODWILL_MINOR);
      case SHIPPING_REFUNDED -> refund(life, order, at, List.of(), true, 0);
      case REFUNDED_TWICE -> {
        refund(life, order, at, List.of(), true, 0);
        refund(life, order, life.afterDays(at, 2), List.of(), false, GOODWILL_MINOR);
      }
      case SHIPPED,
          SHIPPED_IN_PARTS,
          SHIPPED_IN_PART,
          WAITING,
          CANCELLED,
          LINE_CANCELLED,
          EDITED,
          DISPUTED -> {}
    }
  }

  private static void refund(
      Life life,
      Bought order,
      Instant at,
      List<Refund.Returned> lines,
      boolean shipping,
      long goodwillMinor) {
    Optional<Shipping> back = shipping ? Optional.of(order.basket().shipping()) : Optional.empty();
    life.refund(at, order.processor(), order.payment(), new Life.Given(lines, back, goodwillMinor));
  }

  private static List<Refund.Returned> all(Life life, List<Line> lines, Refund.Restock restock) {
    return lines.stream().map(line -> life.returned(line, 0, line.quantity(), restock)).toList();
  }

  /** By line where there are several, else one of the only line first. */
  private static List<List<Parcel.Packed>> halves(Life life, List<Line> lines) {
    if (lines.size() > 1) {
      return List.of(life.whole(lines.subList(0, 1)), life.whole(lines.subList(1, lines.size())));
    }
    Line only = lines.getFirst();
    return List.of(List.of(life.packed(only, 1)), List.of(life.packed(only, only.quantity() - 1)));
  }

  private static long total(Basket.Filled filled, List<Line> lines) {
    long goods = lines.stream().mapToLong(line -> line.netMinor() + line.taxMinor()).sum();
    return goods + filled.shipping().netMinor() + filled.shipping().taxMinor() + filled.tipMinor();
  }

  private String reference(Processor processor) {
    return processor == Processor.STRIPE ? ids.stripe("ch") : ids.stripe("pi");
  }
}
