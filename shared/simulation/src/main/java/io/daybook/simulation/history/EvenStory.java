package io.daybook.simulation.history;

import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The life of an order whose every amount is so many times {@value #PARTS} minor units for each unit, so that a quarter of
 * it is the same however it is rounded: it is paid in part, or an amount of it is given back without lines, or a parcel is
 * called back and sent again.
 */
final class EvenStory {
  static final int PARTS = 4;

  private final Random random;
  private final OrderFacts life;
  private final List<OrderLine> lines = new ArrayList<>();
  private Instant arrived;

  private EvenStory(OrderFacts life) {
    this.life = life;
    this.random = life.random;
    this.arrived = life.now;
  }

  /** The facts of such an order's life. */
  static List<Fact> of(OrderFacts life) {
    new EvenStory(life).live();
    return life.facts;
  }

  private long even(int most) {
    return (long) PARTS * (1 + random.nextInt(most));
  }

  private void live() {
    int count = 1 + random.nextInt(3);
    for (int place = 0; place < count; place++) {
      lines.add(line("line" + place, 1 + random.nextInt(4)));
    }
    long carriage = even(400);
    List<ShippingLine> shipping =
        life.oneIn(4)
            ? List.of()
            : List.of(
                new ShippingLine(
                    new LineId("ship"),
                    carriage,
                    random.nextBoolean() ? 0 : PARTS,
                    life.taxes().dividedBy(PARTS)));
    switch (random.nextInt(3)) {
      case 0 -> paidInPart(placed(shipping, life.oneIn(3) ? even(200) : 0));
      case 1 -> givenBack(placed(shipping, 0));
      default -> calledBack(placed(shipping, 0));
    }
  }

  private OrderState placed(List<ShippingLine> shipping, long tip) {
    return life.placed(lines, shipping, tip, tip / PARTS % 2 == 0 ? 0 : PARTS, Names.USD);
  }

  private OrderLine line(String id, int units) {
    long gross = even(2_000);
    long discount = random.nextBoolean() ? 0 : PARTS * random.nextLong(gross / PARTS);
    return new OrderLine(
        new LineId(id),
        Optional.of(new Sku("SKU-" + random.nextInt(Names.SKUS))),
        OrderLine.Kind.GOODS,
        units,
        gross * units,
        discount * units,
        life.taxes().dividedBy((long) PARTS * units));
  }

  /** A part is paid before anything is sent, the rest at some time or never; then it may be written off. */
  private void paidInPart(OrderState order) {
    int quarters = random.nextInt(PARTS);
    if (quarters > 0) {
      life.payByCard(order.totalMinor() / PARTS * quarters, 0);
    }
    List<List<Fulfilment.Shipped>> parcels = parcels();
    int restBefore = random.nextInt(parcels.size() + 3);
    for (int place = 0; place < parcels.size(); place++) {
      if (place == restBefore) {
        life.later(48);
        life.payByCard(order.totalMinor() / PARTS * (PARTS - quarters), 0);
      }
      send(parcels.get(place));
    }
    life.after(arrived);
    life.later(100);
    if (restBefore == parcels.size()) {
      life.payByCard(order.totalMinor() / PARTS * (PARTS - quarters), 0);
    } else if (restBefore > parcels.size() && random.nextBoolean()) {
      life.facts.add(
          new OrderAct(
              Names.SHOP,
              new TransactionId(life.part()),
              new OrderId(life.id),
              life.now,
              "A. Keeper",
              "gone",
              OrderAct.Act.WRITE_OFF,
              Optional.empty()));
    }
  }

  /** A quarter is given back without lines, once or twice, between parcels. */
  private void givenBack(OrderState order) {
    life.payByCard(order.totalMinor(), 0);
    List<List<Fulfilment.Shipped>> parcels = parcels();
    int first = random.nextInt(parcels.size() + 1);
    int second = random.nextInt(2 * parcels.size() + 1);
    for (int place = 0; place <= parcels.size(); place++) {
      if (place == first || place == second) {
        // What is sent has arrived, so that it is earned under any policy.
        life.after(arrived);
        life.later(48);
        long quarter = order.totalMinor() / PARTS;
        life.refund(List.of(), OrderFacts.Beside.NOTHING, quarter, true, 0);
      }
      if (place < parcels.size()) {
        send(parcels.get(place));
      }
    }
  }

  /** Some parcels are called back, and what they held is sent again. */
  private void calledBack(OrderState order) {
    life.payByCard(order.totalMinor(), 0);
    for (List<Fulfilment.Shipped> parcel : parcels()) {
      if (life.oneIn(2)) {
        life.later(48);
        life.parcelCalledBack(parcel);
      }
      send(parcel);
    }
  }

  private void send(List<Fulfilment.Shipped> parcel) {
    life.later(72);
    Instant there = life.parcel(parcel);
    arrived = there.isAfter(arrived) ? there : arrived;
  }

  private List<List<Fulfilment.Shipped>> parcels() {
    List<List<Fulfilment.Shipped>> parcels = new ArrayList<>();
    parcels.add(new ArrayList<>());
    for (OrderLine line : lines) {
      int first = random.nextInt(line.quantity() + 1);
      if (first > 0) {
        parcels.getLast().add(new Fulfilment.Shipped(line.id(), first));
      }
      if (first < line.quantity()) {
        parcels.add(new ArrayList<>());
        parcels.getLast().add(new Fulfilment.Shipped(line.id(), line.quantity() - first));
      }
    }
    parcels.removeIf(List::isEmpty);
    return parcels;
  }
}
