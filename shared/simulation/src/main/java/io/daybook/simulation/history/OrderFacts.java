package io.daybook.simulation.history;

import static io.daybook.simulation.history.Names.PROCESSOR;
import static io.daybook.simulation.history.Names.SHOP;
import static io.daybook.simulation.history.Names.USD;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Delivery;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.Gateway;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Writes down the facts of one order's life as it goes on; each story tells what happens. */
final class OrderFacts {
  /** How often a thing happens: one time in so many. */
  static final int NEVER_CHARGED = 25;

  private static final Duration STAYS_ON_THE_WAY = Duration.ofDays(7);

  final Random random;
  final String id;
  final List<Fact> facts = new ArrayList<>();
  private final OrderTaxes taxes;
  Instant now;
  private int parts;

  OrderFacts(Random random, String id, Instant placed) {
    this.random = random;
    this.id = id;
    this.now = placed;
    this.taxes = new OrderTaxes(random);
  }

  OrderTaxes taxes() {
    return taxes;
  }

  /** One time in so many. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  void later(int maxHours) {
    now = now.plus(Duration.ofMinutes(60L + random.nextInt(maxHours * 60)));
  }

  String part() {
    parts++;
    return id + "-" + parts;
  }

  /** The order as placed; its total is what its parts come to. */
  OrderState placed(
      List<OrderLine> lines,
      List<ShippingLine> shipping,
      long tip,
      long duties,
      CurrencyCode seen) {
    long total = tip + duties;
    for (OrderLine line : lines) {
      total += line.netMinor() + sum(line.taxes());
    }
    for (ShippingLine line : shipping) {
      total += line.grossMinor() - line.discountMinor() + sum(line.taxes());
    }
    OrderState order =
        new OrderState(
            SHOP,
            new OrderId(id),
            1,
            "#" + id,
            now,
            USD,
            seen,
            lines,
            shipping,
            tip,
            duties,
            total,
            Optional.empty(),
            Mode.LIVE);
    facts.add(order);
    return order;
  }

  static long sum(List<TaxAmount> taxes) {
    return taxes.stream().mapToLong(TaxAmount::minor).sum();
  }

  /** A newer state that changes no money. */
  void renamed(OrderState order) {
    facts.add(
        new OrderState(
            order.origin(),
            order.id(),
            2,
            order.name() + "!",
            order.placedAt(),
            order.currency(),
            order.presentment(),
            order.lines(),
            order.shipping(),
            order.tipMinor(),
            order.dutiesMinor(),
            order.totalMinor(),
            Optional.empty(),
            order.mode()));
  }

  /** A payment by card, which the processor settles at another amount by so much. */
  void payByCard(long minor, long more) {
    String part = part();
    Reference charge = new Reference("ch_" + part);
    payment(part, Names.CARD, minor, charge);
    if (!oneIn(NEVER_CHARGED) || more != 0) {
      long fee = random.nextLong(minor / 20 + 30);
      List<Fee> fees = List.of(new Fee(Fee.Kind.PROCESSING, fee));
      moved("txn_" + part, Movement.CHARGE, minor + more, charge, fees);
    }
  }

  /** A payment of which only the shop tells; its id. */
  TransactionId pay(long minor, Gateway gateway) {
    String part = part();
    payment(part, gateway, minor, new Reference("ch_" + part));
    return new TransactionId(part);
  }

  private void payment(String part, Gateway gateway, long minor, Reference reference) {
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
            reference,
            tender,
            Optional.empty(),
            Optional.empty()));
  }

  void moved(String name, Movement movement, long minor, Reference to, List<Fee> fees) {
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

  /** The platform keeps the tax that it owes itself. */
  void withheld(long minor) {
    if (minor > 0 && !oneIn(8)) {
      Reference order = new Reference("order/" + id);
      moved("txn_wh_" + id, Movement.TAX_WITHHELD, -minor, order, List.of());
    }
  }

  /** What a refund gives back beside its lines. */
  record Beside(long shipping, long shippingTax, long tip, long duties) {
    static final Beside NOTHING = new Beside(0, 0, 0, 0);

    long total() {
      return shipping + shippingTax + tip + duties;
    }
  }

  /** A refund with lines; by card, or as store credit. */
  void refund(List<Refund.Line> back, Beside beside, boolean card) {
    long minor = beside.total();
    for (Refund.Line line : back) {
      minor += line.netMinor() + line.taxMinor();
    }
    refund(back, beside, minor, card, 0);
  }

  /** A refund of an amount, of which the processor takes another by so much. */
  void refund(List<Refund.Line> back, Beside beside, long minor, boolean card, long more) {
    String part = part();
    Reference reference = new Reference("re_" + part);
    Gateway gateway = card ? Names.CARD : OrderPayment.STORE_CREDIT;
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
            beside.shipping(),
            beside.shippingTax(),
            beside.tip(),
            beside.duties(),
            0,
            Optional.empty(),
            payments));
    if (card && minor > 0 && (!oneIn(NEVER_CHARGED) || more != 0)) {
      moved("txn_" + part, Movement.REFUND, -minor - more, reference, List.of());
    }
  }

  /** A parcel leaves; it arrives, or nobody tells. When it has arrived in any case. */
  Instant parcel(List<Fulfilment.Shipped> lines) {
    FulfilmentId parcel = new FulfilmentId(part());
    facts.add(new Fulfilment(SHOP, parcel, new OrderId(id), 1, now, Optional.empty(), lines));
    if (oneIn(6)) {
      return now.plus(STAYS_ON_THE_WAY);
    }
    Instant arrived = now.plus(Duration.ofMinutes(30L + random.nextInt(6 * 24 * 60)));
    Delivery.Outcome outcome = Delivery.Outcome.DELIVERED;
    facts.add(new Delivery(SHOP, parcel, new OrderId(id), arrived, outcome));
    return arrived;
  }

  /** A parcel leaves and is called back. */
  void parcelCalledBack(List<Fulfilment.Shipped> lines) {
    FulfilmentId parcel = new FulfilmentId(part());
    facts.add(new Fulfilment(SHOP, parcel, new OrderId(id), 1, now, Optional.empty(), lines));
    Instant left = now;
    later(48);
    facts.add(new Fulfilment(SHOP, parcel, new OrderId(id), 2, left, Optional.of(now), lines));
  }

  /** Not before an instant. */
  void after(Instant at) {
    now = at.isAfter(now) ? at : now;
  }
}
