package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.events.Dispute;
import io.daybook.events.Dispute.DisputedOrder;
import io.daybook.events.OrderId;
import io.daybook.events.Reference;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Decided disputes, brought to their orders (case 40): the order is the one that posted the disputed payment on 1100. A
 * payment is looked for once through the days before the dispute, and after that only among what was recorded since.
 */
final class Disputes {
  /** No card scheme lets a payment be disputed after more days than this. */
  static final int LONGEST_DAYS = 540;

  /** Up to which instant a payment was looked for, in vain. */
  record Searched(Instant knownTo) {}

  private record Search(
      SubjectId subject, Dispute dispute, Reference payment, Optional<Item> before) {}

  private static final TypeReference<Searched> SEARCHED = new TypeReference<>() {};
  private static final String CURSOR = "reconcile/dispute/";

  private final LedgerStore ledger;
  private final StateStore state;
  private final Rules rules;
  private final Instant now;
  private final Findings.Collector found;
  private final List<Write> cursors = new ArrayList<>();

  Disputes(
      LedgerStore ledger, StateStore state, Rules rules, Instant now, Findings.Collector found) {
    this.ledger = ledger;
    this.state = state;
    this.rules = rules;
    this.now = now;
    this.found = found;
  }

  /** Looks at every open dispute; returns how far each was searched, to be written. */
  List<Write> reconcile(Collection<SubjectId> open) {
    for (SubjectId subject : open) {
      if (subject.kind() == Kind.DISPUTE) {
        Logs.dispute(ledger.read(subject)).ifPresent(dispute -> look(subject, dispute));
      }
    }
    return List.copyOf(cursors);
  }

  private void look(SubjectId subject, Dispute dispute) {
    switch (dispute.status()) {
      case LOST, WON -> judge(subject, dispute);
      case INQUIRY, NEEDS_RESPONSE, UNDER_REVIEW -> {
        if (dispute.closedAt().isPresent()) {
          found.settle(subject);
        }
      }
    }
  }

  private void judge(SubjectId subject, Dispute dispute) {
    if (dispute.order().isPresent()) {
      found.settle(subject);
      return;
    }
    Optional<DisputedOrder> order =
        dispute.payment().flatMap(payment -> find(subject, dispute, payment));
    if (order.isPresent()) {
      deliver(subject, dispute, order.get());
    } else if (dispute.status() == Dispute.Status.LOST) {
      found.wrong(
          new Discrepancy(
              Discrepancy.Kind.DISPUTE_WITHOUT_ORDER,
              subject.toString(),
              dispute.amountMinor(),
              Optional.of(dispute.currency()),
              dispute
                  .payment()
                  .map(payment ->
                      "the dispute was lost, and no order is known that was paid by " + payment)
                  .orElse(
                      "the dispute was lost, and the processor does not say which payment it is about")));
    } else {
      found.settle(subject);
    }
  }

  /** The dispute's own log may leave out what is only context, so delivered is what the order's log knows. */
  private void deliver(SubjectId subject, Dispute dispute, DisputedOrder order) {
    boolean delivered =
        Logs.facts(
                ledger.read(new SubjectId(Kind.ORDER, order.shop(), order.id().value())),
                Dispute.class)
            .anyMatch(
                known -> known.key().equals(dispute.key()) && known.version() >= dispute.version());
    if (delivered) {
      found.settle(subject);
    } else {
      found.tell(dispute.of(order));
    }
  }

  private Optional<DisputedOrder> find(SubjectId subject, Dispute dispute, Reference payment) {
    Optional<Item> before = state.get(StateStore.Kind.CURSOR, CURSOR + subject);
    Search search = new Search(subject, dispute, payment, before);
    Optional<DisputedOrder> order = search(search);
    if (order.isEmpty()) {
      Searched done = new Searched(now.minus(Meetings.FOLDS_AFTER));
      long version = before.map(Item::version).orElse(0L);
      cursors.add(
          new Write(StateStore.Kind.CURSOR, CURSOR + subject, version, StateJson.write(done)));
    }
    return order;
  }

  private Optional<DisputedOrder> search(Search search) {
    LocalDate opened = rules.day(search.dispute().openedAt());
    SortedSet<LocalDate> days =
        ledger.days().subSet(opened.minusDays(LONGEST_DAYS), opened.plusDays(1));
    Optional<Instant> since = search.before().map(item -> StateJson.read(item, SEARCHED).knownTo());
    for (LocalDate day : List.copyOf(days).reversed()) {
      List<Step> steps =
          since
              .map(after -> ledger.daySince(day, after))
              .orElseGet(() -> ledger.day(day, Optional.empty()));
      for (Step step : steps) {
        if (step.subject().kind() == Kind.ORDER && pays(step, search.payment())) {
          return Optional.of(
              new DisputedOrder(step.subject().origin(), new OrderId(step.subject().id())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean pays(Step step, Reference payment) {
    return step.entry().stream()
        .flatMap(entry -> entry.legs().stream())
        .filter(leg -> leg.account().number() == Meetings.PAYMENTS)
        .map(Leg::reference)
        .anyMatch(reference -> reference.equals(Optional.of(payment)));
  }
}
