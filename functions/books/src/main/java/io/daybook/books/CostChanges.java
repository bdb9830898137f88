package io.daybook.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.Fact;
import io.daybook.events.FactJson;
import io.daybook.events.Fulfilment;
import io.daybook.events.ItemCost;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderState;
import io.daybook.events.Sku;
import io.daybook.intake.ConcurrentChange;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.posting.requirement.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Orders that shipped before the cost of an item came to be known, or came to be known better. An order looks up its
 * costs when it is told something; what it should have found but could not yet, it finds when it is looked at again
 * (decision 4).
 */
final class CostChanges {
  /**
   * Longer than an index lags and a post runs: until then an order may still be stored that did not see the cost, and
   * the change is kept for the next run.
   */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final AccountCode INVENTORY = AccountCode.of(1300);
  private static final ObjectMapper MAPPER = FactJson.mapper();

  /**
   * A cost that became known.
   *
   * @param from the earliest instant from which it is in effect
   * @param learntAt when it became known
   */
  private record Change(Instant from, Instant learntAt) {}

  private final LedgerStore ledger;
  private final StateStore state;
  private final Clock clock;

  CostChanges(LedgerStore ledger, StateStore state, Clock clock) {
    this.ledger = ledger;
    this.state = state;
    this.clock = clock;
  }

  /** Remembers that an item is about to learn costs. */
  void learning(SubjectId item, List<Fact> facts) {
    Optional<Instant> from =
        facts.stream()
            .filter(ItemCost.class::isInstance)
            .map(fact -> ((ItemCost) fact).effectiveAt())
            .min(Instant::compareTo);
    if (from.isEmpty()) {
      return;
    }
    Optional<Item> before = state.get(Kind.COST_CHANGE, item.toString());
    Instant earliest =
        before
            .map(known -> read(known).from())
            .filter(known -> known.isBefore(from.get()))
            .orElse(from.get());
    Change change = new Change(earliest, clock.instant());
    if (!state.put(
        new Write(
            Kind.COST_CHANGE,
            item.toString(),
            before.map(Item::version).orElse(0L),
            write(change)))) {
      throw new ConcurrentChange("the cost of " + item);
    }
  }

  /** The orders that shipped an item whose cost became known since they were looked at. */
  List<SubjectId> affected() {
    Map<Sku, Instant> changed = new HashMap<>();
    for (Item item : state.list(Kind.COST_CHANGE)) {
      SubjectId subject = SubjectId.parse(item.id());
      changed.put(new Sku(subject.id()), window(subject, read(item)));
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    Set<SubjectId> orders = new LinkedHashSet<>();
    for (LocalDate day : ledger.days().tailSet(firstDay(changed.values()))) {
      ledger.day(day, Optional.empty()).stream()
          .filter(CostChanges::movesStock)
          .map(Step::subject)
          .forEach(orders::add);
    }
    return orders.stream().filter(order -> shipped(order, changed)).toList();
  }

  /** A day early, for the book's zone may be behind UTC. */
  private static LocalDate firstDay(Collection<Instant> changes) {
    Instant first = Collections.min(changes);
    return first.equals(Instant.MIN)
        ? LocalDate.MIN
        : LocalDate.ofInstant(first, ZoneOffset.UTC).minusDays(1);
  }

  /** Where no cost was in effect before, earlier parcels took the first later one: they are concerned too. */
  private Instant window(SubjectId item, Change change) {
    boolean first =
        Facts.in(ledger.read(item)).all(ItemCost.class).stream()
            .noneMatch(cost -> cost.effectiveAt().isBefore(change.from()));
    return first ? Instant.MIN : change.from();
  }

  private static boolean movesStock(Step step) {
    return step.subject().kind() == SubjectId.Kind.ORDER
        && step.entry().orElseThrow().legs().stream()
            .anyMatch(leg -> leg.account().equals(INVENTORY));
  }

  private boolean shipped(SubjectId order, Map<Sku, Instant> changed) {
    Facts facts = Facts.in(ledger.read(order));
    List<Instant> parcels = new ArrayList<>();
    facts.all(Fulfilment.class).forEach(parcel -> parcels.add(parcel.shippedAt()));
    return facts.one(OrderState.class).stream()
        .flatMap(known -> known.lines().stream())
        .map(OrderLine::sku)
        .flatMap(Optional::stream)
        .map(changed::get)
        .filter(Objects::nonNull)
        .anyMatch(from -> parcels.stream().anyMatch(shippedAt -> !shippedAt.isBefore(from)));
  }

  /** Forgets the changes that every order has seen by now. */
  void forgetSettled() {
    Instant settled = clock.instant().minus(SETTLED);
    for (Item item : state.list(Kind.COST_CHANGE)) {
      if (read(item).learntAt().isBefore(settled)) {
        // A lost race means that more became known: it stays for the next run.
        boolean _ = state.delete(Kind.COST_CHANGE, item.id(), item.version());
      }
    }
  }

  private static Change read(Item item) {
    try {
      return MAPPER.readValue(item.json(), Change.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cost change " + item.id() + " cannot be read", e);
    }
  }

  private static String write(Change change) {
    try {
      return MAPPER.writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cost change cannot be written", e);
    }
  }
}
