package io.daybook.simulation.history;

import io.daybook.events.CardOrigin;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.Fact;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The facts of one order, by kind. */
final class OrderParts {
  private final Collection<Fact> facts;

  private OrderParts(Collection<Fact> facts) {
    this.facts = facts;
  }

  /** The orders that any fact is about. */
  static Set<String> named(Collection<Fact> facts) {
    TreeSet<String> ids = new TreeSet<>();
    facts.forEach(fact -> about(fact).ifPresent(ids::add));
    return ids;
  }

  static OrderParts of(String id, Collection<Fact> facts) {
    return new OrderParts(
        facts.stream().filter(fact -> about(fact).filter(id::equals).isPresent()).toList());
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
    return besides(fact);
  }

  private static Optional<String> besides(Fact fact) {
    if (fact instanceof Delivery delivery) {
      return Optional.of(delivery.order().value());
    }
    if (fact instanceof CardOrigin card) {
      return Optional.of(card.order().value());
    }
    if (fact instanceof OrderAct act) {
      return Optional.of(act.order().value());
    }
    return fact instanceof Dispute dispute
        ? dispute.order().map(found -> found.id().value())
        : Optional.empty();
  }

  <T extends Fact> List<T> all(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  OrderState order() {
    return all(OrderState.class).stream()
        .findFirst()
        .orElseThrow(() -> new NotWhole("there is no order"));
  }

  /** Those that left, in the order in which they did. */
  List<Fulfilment> parcels() {
    return all(Fulfilment.class).stream()
        .sorted(Comparator.comparing(Fulfilment::shippedAt))
        .toList();
  }

  /** Units of each line that left for good. */
  Map<String, Integer> sent() {
    Map<String, Integer> sent = new HashMap<>();
    for (Fulfilment parcel : parcels()) {
      if (parcel.cancelledAt().isEmpty()) {
        parcel
            .lines()
            .forEach(part -> sent.merge(part.line().value(), part.quantity(), Math::addExact));
      }
    }
    return sent;
  }
}
