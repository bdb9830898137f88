package io.daybook.reconciliation;

import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.events.Settlement;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payments of which both the order and the processor told, and that differ: the order is told what was settled (cases 50
 * and 54), and posts the difference. Of a payment settled in another currency the two sides stand under the same
 * reference in two currencies; the settlement then carries the processor's.
 */
final class Settlements {
  private record Key(AccountCode account, Reference reference) {}

  /** What an order and what the processor say of a payment. */
  private record Sides(Meeting order, Meeting transaction) {}

  private final LedgerStore ledger;
  private final Findings.Collector found;
  private final Map<Key, Sides> sides = new HashMap<>();

  Settlements(LedgerStore ledger, List<Meeting> payments, Findings.Collector found) {
    this.ledger = ledger;
    this.found = found;
    Map<Key, Meeting> orders = new HashMap<>();
    Map<Key, Meeting> transactions = new HashMap<>();
    for (Meeting meeting : payments) {
      if (meeting.minor(Kind.ORDER) != 0) {
        orders.put(key(meeting), meeting);
      }
      if (meeting.minor(Kind.TRANSACTION) != 0) {
        transactions.put(key(meeting), meeting);
      }
    }
    orders.forEach(
        (key, order) ->
            Optional.ofNullable(transactions.get(key))
                .ifPresent(transaction -> sides.put(key, new Sides(order, transaction))));
  }

  /** Whether both sides told of a payment, so that it waits for nobody. */
  boolean met(Meeting meeting) {
    return sides.containsKey(key(meeting));
  }

  /** Tells each settlement that is not what its order says. */
  void reconcile() {
    for (Sides met : sides.values()) {
      if (met.order().openMinor() != 0 || met.transaction().openMinor() != 0) {
        settle(met);
      }
    }
  }

  private void settle(Sides met) {
    SubjectId order = met.order().of(Kind.ORDER).getFirst().subject();
    Settlement settled =
        new Settlement(
            order.origin(),
            met.order().item().reference(),
            new OrderId(order.id()),
            met.transaction().item().currency(),
            Math.negateExact(met.transaction().minor(Kind.TRANSACTION)),
            met.transaction().lastAt(Kind.TRANSACTION).orElseThrow());
    Optional<Settlement> told =
        Logs.facts(ledger.read(order), Settlement.class)
            .filter(before -> before.key().equals(settled.key()))
            .findFirst();
    if (told.isEmpty()) {
      found.tell(settled);
    } else if (told.get().settledMinor() != settled.settledMinor()) {
      found.wrong(changed(order, told.get(), settled));
    }
    // Told and still open: above the cap, which is posting's to list.
  }

  private static Discrepancy changed(SubjectId order, Settlement told, Settlement now) {
    Money before = new Money(told.settledMinor(), told.currency());
    Money after = new Money(now.settledMinor(), now.currency());
    return new Discrepancy(
        Discrepancy.Kind.SETTLEMENT_DIFFERS,
        order.toString(),
        Math.subtractExact(now.settledMinor(), told.settledMinor()),
        Optional.of(now.currency()),
        "payment " + now.payment() + " was settled at " + before + " and is " + after + " now");
  }

  private static Key key(Meeting meeting) {
    return new Key(meeting.item().account(), meeting.item().reference());
  }
}
