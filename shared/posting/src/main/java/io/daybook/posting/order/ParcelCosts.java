package io.daybook.posting.order;

import io.daybook.events.ExchangeRate;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.ShipmentCost;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Rules;
import io.daybook.posting.exchange.RateTable;
import io.daybook.posting.exchange.Rates;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Facts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.requirement.Required;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cost of goods: with the parcel (case 13), or over goods on their way once it is delivered (case 89); back if it is called
 * back (case 14) or if the goods return to stock (cases 28, 29), always at the unit cost it left with. A cost that is not known is no leg and a discrepancy, never 0; of
 * a parcel that was called back too, for both its entries are still to come.
 */
final class ParcelCosts {
  /** Units that left and have not come back, with what one of them cost, if that is known. */
  private record Batch(int units, Optional<Long> unitCostMinor) {}

  private final OrderState order;
  private final Facts facts;
  private final Rules rules;
  private final RequiredBuilder required;
  private final Parcels parcels;
  private final Map<LineId, Deque<Batch>> out = new HashMap<>();

  ParcelCosts(
      OrderState order, Facts facts, Rules rules, LocalDate today, RequiredBuilder required) {
    this.order = order;
    this.facts = facts;
    this.rules = rules;
    this.required = required;
    this.parcels = new Parcels(facts, rules, today);
  }

  /** Requires the cost of every parcel and of every return. */
  void require() {
    facts.all(Fulfilment.class).stream()
        .sorted(
            Comparator.comparing(Fulfilment::shippedAt)
                .thenComparing(parcel -> parcel.id().value()))
        .forEach(this::shipped);
    facts.all(Refund.class).stream()
        .sorted(Comparator.comparing(Refund::at).thenComparing(refund -> refund.id().value()))
        .forEach(this::returned);
  }

  private void shipped(Fulfilment parcel) {
    Optional<Instant> back = parcels.back(parcel);
    Optional<Instant> delivered =
        parcels.delivered(parcel).filter(_ -> parcels.waitForDelivery()).map(Moment::at);
    boolean arrived = delivered.isPresent() || !parcels.waitForDelivery();
    long cost = 0;
    for (Fulfilment.Shipped shipped : parcel.lines()) {
      Optional<OrderLine> goods = goods(shipped.line());
      if (goods.isPresent()) {
        Optional<Long> unit = unitCost(parcel, goods.get());
        cost = Math.addExact(cost, Math.multiplyExact(unit.orElse(0L), (long) shipped.quantity()));
        if (back.isEmpty() && arrived) {
          out.computeIfAbsent(shipped.line(), line -> new ArrayDeque<>())
              .add(new Batch(shipped.quantity(), unit));
        }
      }
    }
    String memo = order.name() + ": cost of parcel " + parcel.id();
    long sum = cost;
    AccountCode left =
        parcels.waitForDelivery() ? Accounts.GOODS_UNDER_WAY : Accounts.COST_OF_GOODS;
    move("cost/" + parcel.id(), memo, parcel.shippedAt(), left, Accounts.INVENTORY, sum);
    delivered.ifPresent(at ->
        move(
            "cost-delivered/" + parcel.id(),
            memo + " delivered",
            at,
            Accounts.COST_OF_GOODS,
            Accounts.GOODS_UNDER_WAY,
            sum));
    AccountCode there = arrived ? Accounts.COST_OF_GOODS : Accounts.GOODS_UNDER_WAY;
    back.ifPresent(at ->
        move(
            "cost-cancelled/" + parcel.id(),
            memo + " called back",
            at,
            Accounts.INVENTORY,
            there,
            sum));
  }

  private void move(
      String occasion, String memo, Instant at, AccountCode to, AccountCode from, long cost) {
    Legs legs = new Legs(rules.currency()).debit(to, cost).credit(from, cost);
    required.require(occasion, memo, at, legs);
  }

  private Optional<OrderLine> goods(LineId id) {
    return order.lines().stream()
        .filter(line -> line.id().equals(id) && line.kind() == OrderLine.Kind.GOODS)
        .findFirst();
  }

  private Optional<Long> unitCost(Fulfilment parcel, OrderLine line) {
    Optional<ShipmentCost> cost =
        facts.all(ShipmentCost.class).stream()
            .filter(
                known -> known.fulfilment().equals(parcel.id()) && known.line().equals(line.id()))
            .findFirst();
    if (cost.isEmpty()) {
      String why =
          line.sku()
              .map(sku -> "no cost of item " + sku + " is known")
              .orElse("the line has no item number");
      String reason = "parcel " + parcel.id() + ", line " + line.id() + ": " + why;
      required.report(parcel.shippedAt(), Discrepancy.Kind.COST_UNKNOWN, reason);
    }
    return cost.flatMap(known ->
        known.currency().equals(rules.currency())
            ? Optional.of(known.unitCostMinor())
            : inBookCurrency(known, parcel.shippedAt()));
  }

  /** Goods are worth what they cost at the rate of the order's day: stock is not valued anew (case 53). */
  private Optional<Long> inBookCurrency(ShipmentCost cost, Instant shippedAt) {
    LocalDate day = rules.day(order.placedAt());
    required.needs(new Required.RateNeeded(cost.currency(), day));
    Optional<Long> minor =
        new Rates(RateTable.among(facts.all(ExchangeRate.class)))
            .find(cost.currency(), rules.currency(), day)
            .map(found -> found.conversion().minor(cost.unitCostMinor()));
    if (minor.isEmpty()) {
      required.reportNoRate(
          shippedAt, cost.unitCostMinor(), cost.currency(), "cost of line " + cost.line());
    }
    return minor;
  }

  private void returned(Refund refund) {
    Legs legs = new Legs(rules.currency());
    for (Refund.Line line : refund.lines()) {
      switch (line.restock()) {
        case RETURN, EXCHANGE -> {
          long cost = takeBack(line.line(), line.quantity());
          legs.debit(Accounts.INVENTORY, cost).credit(Accounts.COST_OF_GOODS, cost);
        }
        case DAMAGED -> {
          long cost = takeBack(line.line(), line.quantity());
          long worth = Math.min(cost, line.worthMinor().orElse(0L));
          legs.debit(Accounts.INVENTORY, worth)
              .debit(Accounts.WRITE_OFFS, cost - worth)
              .credit(Accounts.COST_OF_GOODS, cost);
        }
        case NONE, CANCEL -> {}
      }
    }
    String memo = order.name() + ": goods of refund " + refund.id() + " back in stock";
    required.require("restock/" + refund.id(), memo, refund.at(), legs);
  }

  /** What left first comes back first. */
  private long takeBack(LineId line, int units) {
    Deque<Batch> batches = out.getOrDefault(line, new ArrayDeque<>());
    long cost = 0;
    int left = units;
    while (left > 0 && !batches.isEmpty()) {
      Batch first = batches.removeFirst();
      int taken = Math.min(left, first.units());
      cost =
          Math.addExact(cost, Math.multiplyExact(first.unitCostMinor().orElse(0L), (long) taken));
      left -= taken;
      if (first.units() > taken) {
        batches.addFirst(new Batch(first.units() - taken, first.unitCostMinor()));
      }
    }
    return cost;
  }
}
