package io.daybook.posting;

import static io.daybook.posting.Sample.*;
import static io.daybook.posting.TestBooks.CARD;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.USD;

import io.daybook.events.CardOrigin;
import io.daybook.events.ComponentSpent;
import io.daybook.events.Delivery;
import io.daybook.events.Exemption;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.Gateway;
import io.daybook.events.Invoice;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.Refund.Restock;
import io.daybook.events.RefundId;
import io.daybook.events.Settlement;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The facts of a random order's life, from a seed: what a shop might tell, sensible or not. */
final class RandomLife {
  private static final List<Gateway> GATEWAYS =
      List.of(CARD, CARD, OrderPayment.GIFT_CARD, OrderPayment.STORE_CREDIT, new Gateway("cash"));

  private static final List<Restock> RESTOCKS = List.of(Restock.values());
  private static final List<OrderLine.Kind> KINDS =
      List.of(
          OrderLine.Kind.GOODS,
          OrderLine.Kind.GOODS,
          OrderLine.Kind.GOODS,
          OrderLine.Kind.SERVICE,
          OrderLine.Kind.SERVICE_CHARGE,
          OrderLine.Kind.THIRD_PARTY,
          OrderLine.Kind.GIFT_CARD);

  private final boolean sameInstants;
  private final Random random;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<LineId, Integer> unsent = new HashMap<>();
  private final Map<LineId, Integer> sent = new HashMap<>();
  private final Set<LineId> removed = new HashSet<>();
  private final OrderState order;
  private Instant now = at("2026-10-01");
  private int ids;
  private final boolean complete;

  private RandomLife(long seed, boolean sameInstants) {
    this.sameInstants = sameInstants;
    this.complete = !sameInstants;
    this.random = new Random(seed);
    this.order = order();
  }

  /** Whatever may happen, in any state. */
  static List<Fact> wild(long seed) {
    RandomLife life = new RandomLife(seed, true);
    life.facts.add(life.order);
    life.facts.add(cost(1 + life.random.nextInt(900), "2026-01-01"));
    life.facts.add(cost(1 + life.random.nextInt(900), "2026-10-02"));
    int moments = 2 + life.random.nextInt(8);
    for (int moment = 0; moment < moments; moment++) {
      life.wildMoment();
    }
    return life.facts;
  }

  /** A life that is paid in full and ends with all that is left to send being sent. */
  static List<Fact> complete(long seed) {
    RandomLife life = new RandomLife(seed, false);
    life.facts.add(life.order);
    life.payInFull();
    int moments = life.random.nextInt(6);
    for (int moment = 0; moment < moments; moment++) {
      switch (life.random.nextInt(4)) {
        case 0 -> life.cancelSome();
        case 1 -> life.send(false);
        case 2 -> life.amountOnly();
        default -> life.remove();
      }
    }
    life.send(true);
    return life.facts;
  }

  private OrderState order() {
    List<OrderLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int line = 0; line < count; line++) {
      OrderLine.Kind kind =
          line == 0 ? OrderLine.Kind.GOODS : KINDS.get(random.nextInt(KINDS.size()));
      int quantity = 1 + random.nextInt(4);
      long gross = random.nextInt(20_000);
      long discount =
          kind != OrderLine.Kind.GIFT_CARD && random.nextBoolean() ? random.nextLong(gross + 1) : 0;
      LineId id = new LineId("line" + line);
      lines.add(
          new OrderLine(
              id,
              Optional.of(CUP),
              kind,
              quantity,
              gross,
              discount,
              taxes(gross - discount),
              kind == OrderLine.Kind.SERVICE && !complete ? term() : Optional.empty(),
              random.nextInt(5) == 0
                  ? Optional.of(new Exemption("resale", "C-1"))
                  : Optional.empty(),
              random.nextInt(5) == 0 ? Optional.of("Consigned") : Optional.empty()));
      if (kind == OrderLine.Kind.GOODS) {
        unsent.put(id, quantity);
      }
    }
    List<ShippingLine> shipping = new ArrayList<>();
    if (random.nextBoolean()) {
      long gross = random.nextInt(2_000);
      shipping.add(
          new ShippingLine(new LineId("ship"), gross, random.nextLong(gross + 1), taxes(gross)));
    }
    OrderState plain = order(lines, shipping);
    long tip = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
    long duties = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
    OrderState whole = with(plain, tip, duties, plain.totalMinor() + tip + duties);
    return random.nextInt(6) == 0 ? in(whole, "USD", "EUR") : whole;
  }

  private Optional<OrderLine.Term> term() {
    LocalDate from = LocalDate.parse("2026-07-15").plusDays(random.nextInt(90));
    return Optional.of(new OrderLine.Term(from, from.plusDays(random.nextInt(120))));
  }

  private OrderState order(List<OrderLine> lines, List<ShippingLine> shipping) {
    return Sample.order(lines, shipping);
  }

  private List<TaxAmount> taxes(long base) {
    List<TaxAmount> taxes = new ArrayList<>();
    for (String jurisdiction : List.of("US-CA", "US-CA-LA", "US-NY")) {
      if (random.nextInt(3) == 0) {
        taxes.add(
            new TaxAmount(
                new Jurisdiction(jurisdiction),
                random.nextBoolean() ? "0.1" : "",
                random.nextLong(base / 8 + 2),
                random.nextInt(4) == 0
                    ? Optional.of(TaxAmount.Collector.FACILITATOR)
                    : Optional.empty()));
      }
    }
    return taxes;
  }

  private String id() {
    return Integer.toString(++ids);
  }

  private Instant later() {
    now = now.plusSeconds(sameInstants && random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(200_000));
    return now;
  }

  private void payInFull() {
    long left = order.totalMinor();
    while (left > 0) {
      long part = random.nextBoolean() ? left : 1 + random.nextLong(left);
      pay(part);
      left -= part;
    }
  }

  private void pay(long minor) {
    String id = id();
    Gateway gateway = GATEWAYS.get(random.nextInt(GATEWAYS.size()));
    if (gateway.equals(OrderPayment.GIFT_CARD) && random.nextBoolean()) {
      List<CardOrigin.Source> sources = List.of(CardOrigin.Source.values());
      long value = minor + random.nextInt(500);
      long used = random.nextLong(value - minor + 1);
      facts.add(
          card(
              id,
              // A card that was never sold cannot pay in a life that is paid in full.
              complete ? CardOrigin.Source.SOLD : sources.get(random.nextInt(sources.size())),
              value,
              used,
              complete ? 0 : random.nextLong(value / 3 + 1),
              List.of()));
    }
    OrderPayment paid = paid(id, gateway, minor, later().toString());
    facts.add(paid);
    if (random.nextInt(4) == 0 && minor > 10) {
      long settled = minor + random.nextInt(9) - 4;
      facts.add(new Settlement(SHOP, paid.reference(), ORDER, USD, settled, later()));
    }
  }

  private void wildMoment() {
    switch (random.nextInt(14)) {
      case 0, 1 -> pay(1 + random.nextLong(order.totalMinor() + 50));
      case 2, 3 -> send(random.nextInt(3) == 0);
      case 4 -> returnSome();
      case 5 -> amountOnly();
      case 6 -> edit();
      case 7 -> facts.add(version(order, 1 + random.nextInt(3)));
      case 8 -> fate();
      case 9 -> invoice();
      case 10 -> decide();
      case 11 -> other();
      case 12 -> facts.add(cancelled(order, later().toString()));
      default -> lose();
    }
  }

  /** A parcel arrives or comes back; any of those there are. */
  private void fate() {
    List<Fulfilment> parcels =
        facts.stream().filter(Fulfilment.class::isInstance).map(Fulfilment.class::cast).toList();
    if (!parcels.isEmpty()) {
      Fulfilment parcel = parcels.get(random.nextInt(parcels.size()));
      Delivery.Outcome outcome =
          random.nextInt(3) == 0 ? Delivery.Outcome.RETURNED : Delivery.Outcome.DELIVERED;
      facts.add(delivery(parcel.id().value(), later().toString(), outcome));
    }
  }

  private void invoice() {
    Invoice.Claim claim = random.nextBoolean() ? Invoice.Claim.DUE : Invoice.Claim.CANCELLABLE;
    long net = random.nextLong(order.totalMinor() + 1);
    Invoice invoice =
        Sample.invoice(id(), later().toString(), net, random.nextLong(net / 8 + 1), claim);
    facts.add(invoice);
    if (random.nextBoolean()) {
      facts.add(cancelled(invoice, later().toString()));
    }
  }

  private void decide() {
    List<Refund> refunds =
        facts.stream().filter(Refund.class::isInstance).map(Refund.class::cast).toList();
    switch (random.nextInt(3)) {
      case 0 -> facts.add(act(id(), later().toString(), OrderAct.Act.WRITE_OFF));
      case 1 -> facts.add(act(id(), later().toString(), OrderAct.Act.FORFEIT));
      default -> {
        if (!refunds.isEmpty()) {
          Refund refund = refunds.get(random.nextInt(refunds.size()));
          facts.add(withdrawn(id(), later().toString(), refund.id().value()));
        }
      }
    }
  }

  private void other() {
    OrderLine line = order.lines().get(random.nextInt(order.lines().size()));
    switch (random.nextInt(3)) {
      case 0 ->
          facts.add(
              cheaper(
                  id(),
                  line.id().value(),
                  later().toString(),
                  1 + random.nextLong(line.netMinor() + 5),
                  random.nextInt(50)));
      case 1 ->
          facts.add(
              wire(
                  id(),
                  Optional.empty(),
                  1 + random.nextLong(order.totalMinor() + 50),
                  random.nextInt(20),
                  later().toString()));
      default ->
          facts.add(
              new ComponentSpent(
                  SHOP,
                  ORDER,
                  List.of(ComponentSpent.Component.values()).get(random.nextInt(3)),
                  random.nextInt(600),
                  later()));
    }
  }

  private void send(boolean everything) {
    List<Fulfilment.Shipped> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int left = unsent.getOrDefault(line.id(), 0);
      int some = everything ? left : left == 0 ? 0 : random.nextInt(left + 1);
      if (some > 0) {
        lines.add(new Fulfilment.Shipped(line.id(), some));
        unsent.merge(line.id(), -some, Integer::sum);
        sent.merge(line.id(), some, Integer::sum);
      }
    }
    Fulfilment parcel = parcel(id(), later().toString(), lines.toArray(Fulfilment.Shipped[]::new));
    facts.add(parcel);
    if (!everything && random.nextInt(5) == 0) {
      facts.add(calledBack(parcel, later().toString()));
      lines.forEach(shipped -> unsent.merge(shipped.line(), shipped.quantity(), Integer::sum));
      lines.forEach(shipped -> sent.merge(shipped.line(), -shipped.quantity(), Integer::sum));
    }
  }

  /** A unit of the first line stays, so that something is sent in the end. */
  private int cancellable(OrderLine line) {
    int left = unsent.getOrDefault(line.id(), 0);
    return line.equals(order.lines().getFirst()) && sent.getOrDefault(line.id(), 0) == 0
        ? left - 1
        : left;
  }

  /** Cancels units that were not sent, at their share of the price; after a removal a refund names those removed. */
  private void cancelSome() {
    List<Refund.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int left = removed.contains(line.id()) ? 0 : cancellable(line);
      if (left > 0 && random.nextBoolean()) {
        int some = 1 + random.nextInt(left);
        lines.add(refundLine(line, some, Restock.CANCEL));
        unsent.merge(line.id(), -some, Integer::sum);
      }
    }
    refund(lines);
  }

  private void returnSome() {
    List<Refund.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      if (random.nextBoolean()) {
        Restock restock = RESTOCKS.get(random.nextInt(RESTOCKS.size()));
        lines.add(refundLine(line, 1 + random.nextInt(line.quantity()), restock));
      }
    }
    refund(lines);
  }

  private Refund.Line refundLine(OrderLine line, int units, Restock restock) {
    long tax = line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    return new Refund.Line(
        line.id(),
        units,
        line.netMinor() * units / line.quantity(),
        tax * units / line.quantity(),
        restock);
  }

  private void refund(List<Refund.Line> lines) {
    String id = id();
    long sum = lines.stream().mapToLong(line -> line.netMinor() + line.taxMinor()).sum();
    long paid = random.nextInt(5) == 0 ? 0 : sum;
    facts.add(
        new Refund(
            SHOP,
            new RefundId(id),
            ORDER,
            later(),
            USD,
            lines,
            0,
            0,
            0,
            0,
            random.nextInt(5) == 0 ? -5 : 0,
            Optional.empty(),
            back(id, paid)));
  }

  private void amountOnly() {
    long minor = 1 + random.nextLong(order.totalMinor() / 4 + 2);
    Optional<Long> figure =
        random.nextBoolean() ? Optional.empty() : Optional.of(random.nextLong(minor));
    String id = id();
    facts.add(adjustment(id, later().toString(), minor, figure.isEmpty() ? 0 : minor, figure));
  }

  private void remove() {
    List<OrderEdit.Change> removals = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int left = cancellable(line);
      if (left > 0 && random.nextInt(3) == 0) {
        int some = 1 + random.nextInt(left);
        removals.add(new OrderEdit.Change(line.id(), some));
        removed.add(line.id());
        unsent.merge(line.id(), -some, Integer::sum);
      }
    }
    facts.add(Sample.edit(id(), later().toString(), List.of(), removals));
  }

  private void edit() {
    OrderLine line = order.lines().get(random.nextInt(order.lines().size()));
    OrderEdit.Change change = new OrderEdit.Change(line.id(), 1 + random.nextInt(line.quantity()));
    boolean adds = random.nextBoolean();
    facts.add(
        Sample.edit(
            id(),
            later().toString(),
            adds ? List.of(change) : List.of(),
            adds ? List.of() : List.of(change)));
  }

  private void lose() {
    String reason = random.nextBoolean() ? "fraudulent" : "general";
    facts.add(
        lost(id(), later().toString(), reason, 1 + random.nextLong(order.totalMinor() + 100)));
  }

  /** Under which the order's own balances stand. */
  static Reference reference() {
    return new Reference("order/" + ORDER);
  }
}
