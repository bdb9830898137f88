package io.daybook.simulation.history;

import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.ItemCost;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One order on paper. Amounts wait on 2100 until their units leave; tax is owed from the payment on. */
final class PaperOrder {
  private final String id;
  private final Collection<Fact> facts;
  private final OrderState order;
  private final boolean lastParcel;
  private final Sheet sheet;
  private final Map<LineId, Integer> gone = new HashMap<>();
  private final Set<LineId> removed = new HashSet<>();
  private boolean shippingEarned;

  private PaperOrder(
      String id, Collection<Fact> facts, OrderState order, boolean lastParcel, Sheet sheet) {
    this.id = id;
    this.facts = facts;
    this.order = order;
    this.lastParcel = lastParcel;
    this.sheet = sheet;
  }

  /** The orders that any fact is about. */
  static Set<String> named(Collection<Fact> facts) {
    TreeSet<String> ids = new TreeSet<>();
    facts.forEach(fact -> about(fact).ifPresent(ids::add));
    return ids;
  }

  private static Optional<String> about(Fact fact) {
    if (fact instanceof OrderState order) {
      return Optional.of(order.id().value());
    }
    if (fact instanceof OrderPayment payment) {
      return Optional.of(payment.order().value());
    }
    if (fact instanceof OrderEdit edit) {
      return Optional.of(edit.order().value());
    }
    if (fact instanceof Fulfilment parcel) {
      return Optional.of(parcel.order().value());
    }
    if (fact instanceof Refund refund) {
      return Optional.of(refund.order().value());
    }
    return fact instanceof Dispute dispute
        ? dispute.order().map(found -> found.id().value())
        : Optional.empty();
  }

  /** Writes what an order comes to; or says that its life is not whole, so that paper cannot tell. */
  static boolean write(String id, Collection<Fact> facts, boolean lastParcel, Sheet sheet) {
    Optional<OrderState> order =
        facts.stream()
            .filter(OrderState.class::isInstance)
            .map(OrderState.class::cast)
            .filter(state -> state.id().value().equals(id))
            .findFirst();
    return order.isPresent() && new PaperOrder(id, facts, order.get(), lastParcel, sheet).write();
  }

  private <T extends Fact> List<T> mine(Class<T> kind, Comparator<T> by) {
    return facts.stream()
        .filter(kind::isInstance)
        .filter(fact -> about(fact).filter(id::equals).isPresent())
        .map(kind::cast)
        .sorted(by)
        .toList();
  }

  private boolean write() {
    if (!paid()) {
      return false;
    }
    mine(OrderEdit.class, Comparator.comparing(OrderEdit::committedAt)).forEach(this::edited);
    List<Refund> refunds = mine(Refund.class, Comparator.comparing(Refund::at));
    refunds.stream().filter(PaperOrder::cancels).forEach(this::cancelled);
    List<Fulfilment> parcels = mine(Fulfilment.class, Comparator.comparing(Fulfilment::shippedAt));
    parcels.forEach(this::shipped);
    boolean whole =
        order.lines().stream()
            .allMatch(line ->
                gone.getOrDefault(line.id(), 0) == line.quantity()
                    || (gone.getOrDefault(line.id(), 0) == 0 && back(refunds, line)));
    refunds.stream().filter(refund -> !cancels(refund)).forEach(this::returned);
    mine(Dispute.class, Comparator.comparing(Dispute::openedAt)).forEach(this::lost);
    return whole && shippingEarned == !order.shipping().isEmpty() && allRemovedRefunded(refunds);
  }

  private static boolean cancels(Refund refund) {
    return refund.lines().stream().anyMatch(line -> line.restock() == Refund.Restock.CANCEL);
  }

  private static boolean back(List<Refund> refunds, OrderLine line) {
    return refunds.stream()
        .filter(PaperOrder::cancels)
        .flatMap(refund -> refund.lines().stream())
        .anyMatch(cancelled -> cancelled.line().equals(line.id()));
  }

  private boolean allRemovedRefunded(List<Refund> refunds) {
    return order.lines().stream()
        .filter(line -> removed.contains(line.id()))
        .allMatch(line -> back(refunds, line));
  }

  private static long sum(List<TaxAmount> taxes) {
    return taxes.stream().mapToLong(TaxAmount::minor).sum();
  }

  private long tax() {
    return order.lines().stream().mapToLong(line -> sum(line.taxes())).sum()
        + order.shipping().stream().mapToLong(line -> sum(line.taxes())).sum();
  }

  /** All of it, on one day: what is tax is owed, the rest waits. */
  private boolean paid() {
    List<OrderPayment> payments = mine(OrderPayment.class, Comparator.comparing(OrderPayment::at));
    long paid = 0;
    Instant at = order.placedAt();
    for (OrderPayment payment : payments) {
      paid += payment.amountMinor();
      at = payment.at();
      sheet.debit(at, tender(payment), payment.amountMinor());
    }
    sheet.credit(at, 2010, tax()).credit(at, 2100, paid - tax());
    return paid == order.totalMinor();
  }

  private static int tender(OrderPayment payment) {
    if (payment.gateway().equals(Names.CARD)) {
      return 1100;
    }
    if (payment.gateway().equals(Names.CASH)) {
      return 1020;
    }
    return payment.gateway().equals(OrderPayment.STORE_CREDIT) ? 2210 : 1010;
  }

  private OrderLine line(LineId line) {
    return order.lines().stream().filter(one -> one.id().equals(line)).findFirst().orElseThrow();
  }

  /** A line that was paid and is removed is owed back. */
  private void edited(OrderEdit edit) {
    for (OrderEdit.Change change : edit.removals()) {
      OrderLine line = line(change.line());
      removed.add(line.id());
      sheet
          .debit(edit.committedAt(), 2100, line.netMinor())
          .debit(edit.committedAt(), 2010, sum(line.taxes()))
          .credit(edit.committedAt(), 2230, line.netMinor() + sum(line.taxes()));
    }
  }

  private void paidBack(Refund refund) {
    for (Refund.Payment payment : refund.payments()) {
      sheet.credit(
          refund.at(), payment.gateway().equals(Names.CARD) ? 2230 : 2210, payment.amountMinor());
    }
  }

  private void cancelled(Refund refund) {
    paidBack(refund);
    for (Refund.Line back : refund.lines()) {
      OrderLine line = line(back.line());
      if (removed.contains(line.id())) {
        sheet.debit(refund.at(), 2230, line.netMinor() + sum(line.taxes()));
      } else {
        sheet.debit(refund.at(), 2100, line.netMinor()).debit(refund.at(), 2010, sum(line.taxes()));
      }
    }
  }

  private void shipped(Fulfilment parcel) {
    Instant at = parcel.shippedAt();
    for (Fulfilment.Shipped part : parcel.lines()) {
      OrderLine line = line(part.line());
      int before = gone.getOrDefault(line.id(), 0);
      int after = before + part.quantity();
      gone.put(line.id(), after);
      long net = between(line.netMinor(), before, after, line.quantity());
      long discount = between(line.discountMinor(), before, after, line.quantity());
      earned(at, 4000, net, discount);
      cost(at, line, part.quantity());
    }
    boolean last =
        order.lines().stream()
            .filter(line -> !cancelledWhole(line))
            .allMatch(line -> gone.getOrDefault(line.id(), 0) == line.quantity());
    if (!shippingEarned && (last || !lastParcel)) {
      shippingEarned = !order.shipping().isEmpty();
      for (ShippingLine line : order.shipping()) {
        earned(at, 4010, line.grossMinor() - line.discountMinor(), line.discountMinor());
      }
    }
  }

  private boolean cancelledWhole(OrderLine line) {
    return removed.contains(line.id())
        || back(mine(Refund.class, Comparator.comparing(Refund::at)), line);
  }

  private static long between(long minor, int before, int after, int of) {
    return Paper.share(minor, after, of) - Paper.share(minor, before, of);
  }

  private void earned(Instant at, int account, long net, long discount) {
    sheet.debit(at, 2100, net).debit(at, 4090, discount).credit(at, account, net + discount);
  }

  private void cost(Instant at, OrderLine line, int units) {
    long cost = units * unitCost(line);
    sheet.debit(at, 5000, cost).credit(at, 1300, cost);
  }

  private long unitCost(OrderLine line) {
    return facts.stream()
        .filter(ItemCost.class::isInstance)
        .map(ItemCost.class::cast)
        .filter(cost -> line.sku().filter(cost.sku()::equals).isPresent())
        .map(cost -> cost.unitCost().movePointRight(2).longValueExact())
        .findFirst()
        .orElse(0L);
  }

  private void returned(Refund refund) {
    paidBack(refund);
    Instant at = refund.at();
    for (Refund.Line back : refund.lines()) {
      sheet.debit(at, 4900, back.netMinor()).debit(at, 2010, back.taxMinor());
      if (back.restock() == Refund.Restock.RETURN) {
        cost(at, line(back.line()), -back.quantity());
      }
    }
    sheet.debit(at, 4910, refund.shippingMinor()).debit(at, 2010, refund.shippingTaxMinor());
  }

  /** Lost as fraud after all was sent: a loss, its tax with it. */
  private void lost(Dispute dispute) {
    if (dispute.status() == Dispute.Status.LOST) {
      Instant at = dispute.closedAt().orElseThrow();
      sheet.debit(at, 6010, dispute.amountMinor()).credit(at, 1200, dispute.amountMinor());
    }
  }
}
