package io.daybook.reconciliation;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Exchanged;
import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.OpenItem;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payments, or refunds, of which both the order and the processor told, and that differ: the order is told what was settled
 * (cases 50, 52 and 54), and posts the difference; if that changes it is told again. Of a payment settled in another currency the two sides stand under the same
 * reference in two currencies; the settlement then carries the processor's.
 */
final class Settlements {
  private record Key(AccountCode account, Reference reference) {}

  /** What an order and what the processor say of a payment. */
  private record Sides(Meeting order, Meeting transaction) {}

  private final LedgerStore ledger;
  private final CurrencyCode own;
  private final Findings.Collector found;
  private final Map<Key, Sides> sides = new HashMap<>();

  /**
   * The payments that both told of.
   *
   * @param own the book's currency
   */
  Settlements(
      LedgerStore ledger, CurrencyCode own, List<Meeting> payments, Findings.Collector found) {
    this.ledger = ledger;
    this.own = own;
    this.found = found;
    Map<Key, Meeting> orders = new HashMap<>();
    Map<Key, Meeting> transactions = new HashMap<>();
    for (Meeting meeting : payments) {
      if (meeting.stands(Kind.ORDER)) {
        orders.put(key(meeting), meeting);
      }
      if (meeting.stands(Kind.TRANSACTION)) {
        transactions.put(key(meeting), meeting);
      }
    }
    orders.forEach((key, order) ->
        Optional.ofNullable(transactions.get(key))
            .ifPresent(transaction -> sides.put(key, new Sides(order, transaction))));
  }

  /** Whether both sides told of a payment, so that it waits for nobody. */
  boolean met(Meeting meeting) {
    return sides.containsKey(key(meeting));
  }

  /** Tells each settlement that is not what its order says. */
  void reconcile() {
    sides.values().forEach(this::settle);
  }

  private void settle(Sides met) {
    CurrencyCode currency = met.transaction().item().currency();
    boolean exchanged = !currency.equals(met.order().item().currency());
    if (exchanged && value(met.order()) == -value(met.transaction())) {
      // Only the currencies differ: there is nothing that the order would have to explain.
      return;
    }
    SubjectId order = met.order().of(Kind.ORDER).getLast().subject();
    List<Step> log = ledger.read(order);
    boolean foreign = exchanged && !currency.equals(own);
    Settlement settled =
        new Settlement(
            order.origin(),
            met.order().item().reference(),
            new OrderId(order.id()),
            foreign ? own : currency,
            foreign ? -value(met.transaction()) : settledMinor(log, met.transaction()),
            met.transaction().lastAt(Kind.TRANSACTION).orElseThrow(),
            foreign
                ? Optional.of(new Exchanged(currency, -met.transaction().openMinor()))
                : Optional.empty());
    Optional<Settlement> told =
        Logs.facts(log, Settlement.class)
            .filter(before -> before.key().equals(settled.key()))
            .max(Comparator.comparingLong(Settlement::version));
    if (told.isEmpty()) {
      found.tell(settled);
    } else if (told.get().settledMinor() != settled.settledMinor()) {
      // A line of the processor came later, or a rate: the order follows.
      found.tell(settled.after(told.get()));
    }
    // Told and still open: above the cap, which is posting's to list.
  }

  private static long value(Meeting meeting) {
    return meeting.between().stream()
        .mapToLong(OpenItem.Part::valueMinor)
        .reduce(0, Math::addExact);
  }

  /**
   * All that the processor settled under the reference: what the order says less what stands open. The walk may not have
   * seen it all; the order's own log has.
   */
  private static long settledMinor(List<Step> orderLog, Meeting transaction) {
    OpenItem item = transaction.item();
    long ordered =
        orderLog.stream()
            .flatMap(step -> step.entry().stream())
            .flatMap(entry -> entry.legs().stream())
            .filter(leg ->
                leg.account().equals(item.account()) && leg.currency().equals(item.currency()))
            .filter(leg -> leg.reference().equals(Optional.of(item.reference())))
            .mapToLong(Leg::minor)
            .reduce(0, Math::addExact);
    return Math.subtractExact(ordered, transaction.openMinor());
  }

  private static Key key(Meeting meeting) {
    return new Key(meeting.item().account(), meeting.item().reference());
  }
}
