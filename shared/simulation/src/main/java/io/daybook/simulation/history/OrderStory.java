package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.CARD;
import static io.daybook.simulation.history.Names.PROCESSOR;
import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.USD;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.Dispute;
import io.daybook.events.DisputeId;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.Gateway;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The life of an order as its facts, restricted to what {@link Paper} states exactly: paid in full within a day before
 * anything else happens; each line is sent (in parcels), returned after it was sent, cancelled whole or removed whole.
 */
final class OrderStory {
  static final int SKUS = 3;

  private static final List<Gateway> OTHERS =
      List.of(OrderPayment.STORE_CREDIT, Names.CASH, Names.UNFED);

  private enum Fate {
    SENT,
    RETURNED,
    CANCELLED,
    REMOVED
  }

  /** A line and what becomes of it. */
  private record Fated(OrderLine line, Fate fate) {
    long tax() {
      return line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
  }

  private final Random random;
  private final String id;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Fated> lines = new ArrayList<>();
  private final Jurisdiction jurisdiction;
  private Instant now;
  private int parts;

  private OrderStory(Random random, String id, Instant placed) {
    this.random = random;
    this.id = id;
    this.now = placed;
    this.jurisdiction = new Jurisdiction(random.nextBoolean() ? "US-CA" : "US-NY");
  }

  /** The facts of an order's life, in the order in which they happened. */
  static List<Fact> of(Random random, String id, Instant placed) {
    OrderStory story = new OrderStory(random, id, placed);
    story.live();
    return story.facts;
  }

  private void live() {
    int count = 1 + random.nextInt(4);
    for (int place = 0; place < count; place++) {
      Fate fate = List.of(Fate.values()).get(random.nextInt(place == 0 ? 2 : 4));
      lines.add(new Fated(line("line" + place), fate));
    }
    List<ShippingLine> shipping =
        random.nextInt(4) == 0 ? List.of() : List.of(shippingLine(100L + random.nextInt(1_900)));
    OrderState order = order(shipping);
    facts.add(order);
    boolean card = pay(order.totalMinor());
    remove();
    cancel(card);
    send();
    boolean disputed = card && random.nextInt(8) == 0 && lines.stream().allMatch(OrderStory::kept);
    if (disputed) {
      dispute(order.totalMinor());
    } else {
      takeBack(card, shipping);
    }
    if (random.nextInt(3) == 0) {
      facts.add(renamed(order));
    }
  }

  private static boolean kept(Fated line) {
    return line.fate() == Fate.SENT || line.fate() == Fate.RETURNED;
  }

  private OrderLine line(String line) {
    long gross = 1L + random.nextInt(20_000);
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross);
    return new OrderLine(
        new LineId(line),
        Optional.of(new Sku("SKU-" + random.nextInt(SKUS))),
        OrderLine.Kind.GOODS,
        1 + random.nextInt(4),
        gross,
        discount,
        taxes(gross - discount));
  }

  private ShippingLine shippingLine(long gross) {
    long discount = random.nextBoolean() ? 0 : random.nextLong(gross);
    return new ShippingLine(new LineId("ship"), gross, discount, taxes(gross - discount));
  }

  private List<TaxAmount> taxes(long net) {
    return random.nextInt(4) == 0 || net < 20
        ? List.of()
        : List.of(new TaxAmount(jurisdiction, "0.08", 1 + random.nextLong(net / 10)));
  }

  private OrderState order(List<ShippingLine> shipping) {
    long total = 0;
    for (Fated fated : lines) {
      total += fated.line().netMinor() + fated.tax();
    }
    for (ShippingLine line : shipping) {
      total += line.grossMinor() - line.discountMinor();
      total += line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
    return new OrderState(
        SHOP,
        new OrderId(id),
        1,
        "#" + id,
        now,
        USD,
        USD,
        lines.stream().map(Fated::line).toList(),
        shipping,
        0,
        0,
        total,
        Optional.empty(),
        Mode.LIVE);
  }

  /** A newer state that changes no money. */
  private static OrderState renamed(OrderState order) {
    return new OrderState(
        order.origin(),
        order.id(),
        2,
        order.name() + "!",
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        0,
        0,
        order.totalMinor(),
        Optional.empty(),
        order.mode());
  }

  private void later(int maxHours) {
    now = now.plus(Duration.ofMinutes(60L + random.nextInt(maxHours * 60)));
  }

  private String part() {
    parts++;
    return id + "-" + parts;
  }

  private Reference charge(String part) {
    return new Reference("ch_" + part);
  }

  /** In one or two parts within an hour; whether by card. */
  private boolean pay(long total) {
    now = now.plusSeconds(60);
    boolean card = random.nextInt(4) > 0;
    long first = total > 1 && random.nextInt(3) == 0 ? 1 + random.nextLong(total - 1) : total;
    pay(first, card);
    if (first < total) {
      pay(total - first, card);
    }
    return card;
  }

  private void pay(long minor, boolean card) {
    if (minor == 0) {
      return;
    }
    String part = part();
    Gateway gateway = card ? CARD : OTHERS.get(random.nextInt(OTHERS.size()));
    Optional<Tender> tender =
        gateway.equals(Names.CASH) ? Optional.of(Tender.CASH) : Optional.empty();
    facts.add(
        new OrderPayment(
            SHOP,
            new TransactionId(part),
            new OrderId(id),
            gateway,
            USD,
            minor,
            now,
            charge(part),
            tender,
            Optional.empty(),
            Optional.empty()));
    if (card) {
      long fee = random.nextLong(minor / 20 + 30);
      moved(
          "txn_" + part,
          Movement.CHARGE,
          minor,
          charge(part),
          List.of(new Fee(Fee.Kind.PROCESSING, fee)));
    }
  }

  private void moved(String name, Movement movement, long minor, Reference to, List<Fee> fees) {
    long net = minor - fees.stream().mapToLong(Fee::minor).sum();
    facts.add(
        new BalanceTransaction(
            PROCESSOR,
            new TransactionId(name),
            movement,
            movement.name(),
            USD,
            minor,
            fees,
            net,
            now.plusSeconds(random.nextInt(7_200)),
            to.value(),
            Optional.of(to),
            Optional.empty(),
            Mode.LIVE));
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
      later(48);
      facts.add(
          new OrderEdit(SHOP, new TransactionId(part()), new OrderId(id), now, List.of(), removed));
    }
  }

  private void cancel(boolean card) {
    List<Refund.Line> back = new ArrayList<>();
    for (Fated fated : lines) {
      if (!kept(fated)) {
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
      later(48);
      refund(back, 0, 0, card);
    }
  }

  private void refund(List<Refund.Line> back, long shipping, long shippingTax, boolean card) {
    String part = part();
    long minor = shipping + shippingTax;
    for (Refund.Line line : back) {
      minor += line.netMinor() + line.taxMinor();
    }
    Reference reference = new Reference("re_" + part);
    Gateway gateway = card ? CARD : OrderPayment.STORE_CREDIT;
    List<Refund.Payment> payments =
        minor == 0
            ? List.of()
            : List.of(new Refund.Payment(new TransactionId(part), gateway, minor, reference));
    facts.add(
        new Refund(
            SHOP,
            new RefundId(part),
            new OrderId(id),
            now,
            USD,
            back,
            shipping,
            shippingTax,
            0,
            0,
            0,
            Optional.empty(),
            payments));
    if (card && minor > 0) {
      moved("txn_" + part, Movement.REFUND, -minor, reference, List.of());
    }
  }

  private void send() {
    int[] left = lines.stream().mapToInt(l -> kept(l) ? l.line().quantity() : 0).toArray();
    int rest = java.util.Arrays.stream(left).sum();
    while (rest > 0) {
      later(72);
      List<Fulfilment.Shipped> parcel = new ArrayList<>();
      for (int place = 0; place < left.length; place++) {
        int units = random.nextInt(4) == 0 ? left[place] : random.nextInt(left[place] + 1);
        if (units > 0) {
          parcel.add(new Fulfilment.Shipped(lines.get(place).line().id(), units));
          left[place] -= units;
          rest -= units;
        }
      }
      if (!parcel.isEmpty()) {
        facts.add(parcel(parcel));
      }
    }
  }

  private Fulfilment parcel(List<Fulfilment.Shipped> parcel) {
    return new Fulfilment(
        SHOP, new FulfilmentId(part()), new OrderId(id), 1, now, Optional.empty(), parcel);
  }

  /** Units come back, at an amount up to their price; and perhaps the shipping is given back. */
  private void takeBack(boolean card, List<ShippingLine> shipping) {
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
    boolean alsoShipping = random.nextInt(4) == 0 && !shipping.isEmpty();
    if (!back.isEmpty() || alsoShipping) {
      later(200);
      ShippingLine line = alsoShipping ? shipping.getFirst() : shippingLine(1);
      refund(
          back,
          alsoShipping ? line.grossMinor() - line.discountMinor() : 0,
          alsoShipping ? line.taxes().stream().mapToLong(TaxAmount::minor).sum() : 0,
          card);
    }
  }

  /** All of it is disputed, and won or lost as fraud. */
  private void dispute(long total) {
    if (total == 0) {
      return;
    }
    later(200);
    Instant opened = now;
    Reference dispute = new Reference("dp_" + id);
    moved(
        "txn_dp_" + id,
        Movement.DISPUTE,
        -total,
        dispute,
        List.of(new Fee(Fee.Kind.DISPUTE, 1_500)));
    facts.add(dispute(total, Dispute.Status.NEEDS_RESPONSE, opened, Optional.empty()));
    later(200);
    boolean won = random.nextBoolean();
    if (won) {
      moved("txn_won_" + id, Movement.DISPUTE_REVERSAL, total, dispute, List.of());
    }
    facts.add(
        dispute(total, won ? Dispute.Status.WON : Dispute.Status.LOST, opened, Optional.of(now)));
  }

  private Dispute dispute(
      long total, Dispute.Status status, Instant opened, Optional<Instant> closed) {
    return new Dispute(
        PROCESSOR,
        new DisputeId("dp_" + id),
        status,
        "fraudulent",
        USD,
        total,
        opened,
        closed,
        Optional.empty(),
        Optional.of(new Dispute.DisputedOrder(SHOP, new OrderId(id))));
  }
}
