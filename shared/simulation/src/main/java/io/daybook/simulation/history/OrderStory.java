package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.PROCESSOR;
import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.USD;

import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Dispute;
import io.daybook.events.DisputeId;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.LineId;
import io.daybook.events.Movement;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The life of an order of any amounts: paid in full at one instant before anything else happens; each line is sent (in
 * parcels), returned after it was sent, cancelled whole or removed whole.
 */
final class OrderStory {
  private static final List<Gateway> OTHERS =
      List.of(OrderPayment.STORE_CREDIT, OrderPayment.GIFT_CARD, Names.CASH, Names.UNFED);

  private enum Fate {
    SENT,
    RETURNED,
    CANCELLED,
    REMOVED
  }

  /** A line and what becomes of it. */
  private record Fated(OrderLine line, Fate fate) {
    long tax() {
      return OrderFacts.sum(line.taxes());
    }

    boolean isGoods() {
      return line.kind() == OrderLine.Kind.GOODS;
    }

    boolean kept() {
      return fate == Fate.SENT || fate == Fate.RETURNED;
    }
  }

  private final Random random;
  private final OrderFacts life;
  private final List<Fated> lines = new ArrayList<>();

  private OrderStory(OrderFacts life) {
    this.life = life;
    this.random = life.random;
  }

  /** The facts of an order's life, in the order in which they happened. */
  static List<Fact> of(OrderFacts life) {
    new OrderStory(life).live();
    return life.facts;
  }

  private void live() {
    int count = 1 + random.nextInt(4);
    for (int place = 0; place < count; place++) {
      lines.add(place > 0 && life.oneIn(6) ? card("line" + place) : goods("line" + place, place));
    }
    List<ShippingLine> shipping =
        life.oneIn(4) ? List.of() : List.of(shippingLine(100L + random.nextInt(1_900)));
    long tip = life.oneIn(4) ? 1L + random.nextInt(900) : 0;
    long duties = life.oneIn(6) ? 1L + random.nextInt(900) : 0;
    List<OrderLine> ordered = lines.stream().map(Fated::line).toList();
    OrderState order = life.placed(ordered, shipping, tip, duties, USD);
    boolean card = pay(order.totalMinor());
    life.withheld(
        ordered.stream().mapToLong(line -> OrderTaxes.facilitated(line.taxes())).sum()
            + shipping.stream().mapToLong(line -> OrderTaxes.facilitated(line.taxes())).sum());
    remove();
    cancel(card);
    life.after(send());
    // Of an order from before the cut-over a dispute that is won is all that there is, and in some
    // books nothing: such an order is not posted by any rules yet.
    boolean mayBeDisputed = card && !Names.isContext(order.placedAt());
    if (mayBeDisputed && life.oneIn(8) && lines.stream().allMatch(Fated::kept)) {
      dispute(order.totalMinor());
    } else {
      takeBack(card, order);
    }
    if (life.oneIn(3)) {
      life.renamed(order);
    }
  }

  private Fated goods(String line, int place) {
    Fate fate = List.of(Fate.values()).get(random.nextInt(place == 0 ? 2 : 4));
    long gross = 1L + random.nextInt(20_000);
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross);
    return new Fated(
        new OrderLine(
            new LineId(line),
            Optional.of(new Sku("SKU-" + random.nextInt(Names.SKUS))),
            OrderLine.Kind.GOODS,
            1 + random.nextInt(4),
            gross,
            discount,
            life.taxes().of(gross - discount)),
        fate);
  }

  /** A gift card is sold, at its value or below. */
  private Fated card(String line) {
    long value = 500L * (1 + random.nextInt(20));
    long discount = random.nextBoolean() ? 0 : random.nextLong(value / 2);
    return new Fated(
        new OrderLine(
            new LineId(line),
            Optional.empty(),
            OrderLine.Kind.GIFT_CARD,
            1,
            value,
            discount,
            List.of()),
        random.nextBoolean() ? Fate.SENT : Fate.CANCELLED);
  }

  private ShippingLine shippingLine(long gross) {
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross);
    return new ShippingLine(new LineId("ship"), gross, discount, life.taxes().of(gross - discount));
  }

  /** In one or two parts at an instant; whether by card. */
  private boolean pay(long total) {
    life.now = life.now.plusSeconds(60);
    boolean card = random.nextInt(4) > 0;
    long first = total > 1 && life.oneIn(3) ? 1 + random.nextLong(total - 1) : total;
    pay(first, card, card && first == total && first > 10 && life.oneIn(8));
    if (first < total) {
      pay(total - first, card, false);
    }
    return card;
  }

  private void pay(long minor, boolean card, boolean rounded) {
    if (card) {
      life.payByCard(minor, rounded ? (random.nextBoolean() ? 1 : -1) : 0);
    } else {
      TransactionId _ = life.pay(minor, OTHERS.get(random.nextInt(OTHERS.size())));
    }
  }

  private List<Fated> that(Fate fate) {
    return lines.stream().filter(line -> line.fate() == fate).toList();
  }

  private void remove() {
    List<OrderEdit.Change> removed =
        that(Fate.REMOVED).stream()
            .map(line -> new OrderEdit.Change(line.line().id(), line.line().quantity()))
            .toList();
    if (!removed.isEmpty()) {
      life.later(48);
      OrderId order = new OrderId(life.id);
      TransactionId edit = new TransactionId(life.part());
      life.facts.add(new OrderEdit(SHOP, edit, order, life.now, List.of(), removed));
    }
  }

  private void cancel(boolean card) {
    List<Refund.Line> back = new ArrayList<>();
    for (Fated fated : lines) {
      if (!fated.kept()) {
        back.add(
            new Refund.Line(
                fated.line().id(),
                fated.line().quantity(),
                fated.line().netMinor(),
                fated.tax(),
                Refund.Restock.CANCEL));
      }
    }
    if (!back.isEmpty()) {
      life.later(48);
      life.refund(back, OrderFacts.Beside.NOTHING, card);
    }
  }

  /** In parcels; when all have arrived. */
  private Instant send() {
    int[] left =
        lines.stream().mapToInt(l -> l.kept() && l.isGoods() ? l.line().quantity() : 0).toArray();
    int rest = Arrays.stream(left).sum();
    Instant arrived = life.now;
    while (rest > 0) {
      life.later(72);
      List<Fulfilment.Shipped> parcel = new ArrayList<>();
      for (int place = 0; place < left.length; place++) {
        int units = life.oneIn(4) ? left[place] : random.nextInt(left[place] + 1);
        if (units > 0) {
          parcel.add(new Fulfilment.Shipped(lines.get(place).line().id(), units));
          left[place] -= units;
          rest -= units;
        }
      }
      if (!parcel.isEmpty()) {
        Instant there = life.parcel(parcel);
        arrived = there.isAfter(arrived) ? there : arrived;
      }
    }
    return arrived;
  }

  /** Units come back, at an amount up to their price; and perhaps shipping, tip and duties are given back. */
  private void takeBack(boolean card, OrderState order) {
    List<Refund.Line> back = new ArrayList<>();
    for (Fated fated : that(Fate.RETURNED)) {
      int units = 1 + random.nextInt(fated.line().quantity());
      back.add(
          new Refund.Line(
              fated.line().id(),
              units,
              fated.line().netMinor() * units / fated.line().quantity(),
              fated.tax() * units / fated.line().quantity(),
              random.nextBoolean() ? Refund.Restock.RETURN : Refund.Restock.NONE));
    }
    boolean alsoShipping = life.oneIn(4) && !order.shipping().isEmpty();
    ShippingLine line = alsoShipping ? order.shipping().getFirst() : shippingLine(1);
    OrderFacts.Beside beside =
        new OrderFacts.Beside(
            alsoShipping ? line.grossMinor() - line.discountMinor() : 0,
            alsoShipping ? OrderFacts.sum(line.taxes()) : 0,
            life.oneIn(3) ? order.tipMinor() : 0,
            life.oneIn(3) ? order.dutiesMinor() : 0);
    if (!back.isEmpty() || beside.total() > 0) {
      life.later(200);
      life.refund(back, beside, card);
    }
  }

  /** All of it is disputed, and won or lost as fraud. */
  private void dispute(long total) {
    life.later(200);
    Instant opened = life.now;
    Reference dispute = new Reference("dp_" + life.id);
    List<Fee> fees = List.of(new Fee(Fee.Kind.DISPUTE, 1_500));
    life.moved("txn_dp_" + life.id, Movement.DISPUTE, -total, dispute, fees);
    life.facts.add(dispute(total, Dispute.Status.NEEDS_RESPONSE, opened, Optional.empty()));
    life.later(200);
    boolean won = random.nextBoolean();
    if (won) {
      life.moved("txn_won_" + life.id, Movement.DISPUTE_REVERSAL, total, dispute, List.of());
    }
    Dispute.Status status = won ? Dispute.Status.WON : Dispute.Status.LOST;
    life.facts.add(dispute(total, status, opened, Optional.of(life.now)));
  }

  private Dispute dispute(
      long total, Dispute.Status status, Instant opened, Optional<Instant> closed) {
    return new Dispute(
        PROCESSOR,
        new DisputeId("dp_" + life.id),
        status,
        "fraudulent",
        USD,
        total,
        opened,
        closed,
        Optional.empty(),
        Optional.of(new Dispute.DisputedOrder(SHOP, new OrderId(life.id))));
  }
}
