package io.daybook.posting.order;

import io.daybook.events.Delivery;
import io.daybook.events.Fulfilment;
import io.daybook.events.LineId;
import io.daybook.events.Refund;
import io.daybook.ledger.Rules;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.requirement.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of parcels: when control of the goods passed, under the policy, and when they came back (rule A13). */
final class Parcels {
  private final Facts facts;
  private final Rules rules;
  private final LocalDate today;

  Parcels(Facts facts, Rules rules, LocalDate today) {
    this.facts = facts;
    this.rules = rules;
    this.today = today;
  }

  /** Whether revenue waits until a parcel arrives. */
  boolean waitForDelivery() {
    return rules.policy().recognition().trigger() == RecognitionPolicy.Trigger.DELIVERY;
  }

  /** When it passes to the customer, if it does; never before it left. */
  Optional<Moment.Delivered> delivered(Fulfilment parcel) {
    if (!waitForDelivery()) {
      return Optional.of(
          new Moment.Delivered(parcel, parcel.shippedAt(), Moment.Delivered.Known.TOLD));
    }
    Optional<Instant> told = told(parcel, Delivery.Outcome.DELIVERED);
    return told.isPresent() || back(parcel).isPresent()
        ? told.map(at -> new Moment.Delivered(parcel, at, Moment.Delivered.Known.TOLD))
        : assumed(parcel);
  }

  /** The day on which it will count as delivered if nobody tells before. */
  Optional<LocalDate> assumedOn(Fulfilment parcel) {
    boolean open =
        waitForDelivery()
            && back(parcel).isEmpty()
            && told(parcel, Delivery.Outcome.DELIVERED).isEmpty()
            && returned(parcel).isEmpty();
    return Optional.of(rules.day(assumedAt(parcel))).filter(day -> open && day.isAfter(today));
  }

  private Instant assumedAt(Fulfilment parcel) {
    int days = rules.policy().delivery().days(parcel.carrier(), parcel.zone());
    return parcel.shippedAt().plus(Duration.ofDays(days));
  }

  private Optional<Moment.Delivered> assumed(Fulfilment parcel) {
    Instant at = assumedAt(parcel);
    boolean due = !rules.day(at).isAfter(today);
    Optional<Instant> returned = returned(parcel).filter(back -> !due || back.isBefore(at));
    if (returned.isPresent()) {
      return returned.map(back -> new Moment.Delivered(parcel, back, Moment.Delivered.Known.TOLD));
    }
    return due
        ? Optional.of(new Moment.Delivered(parcel, at, Moment.Delivered.Known.ASSUMED))
        : Optional.empty();
  }

  /** What the customer sends back had arrived. */
  private Optional<Instant> returned(Fulfilment parcel) {
    return facts.all(Refund.class).stream()
        .filter(refund -> !refund.at().isBefore(parcel.shippedAt()))
        .filter(refund ->
            refund.lines().stream()
                .anyMatch(line -> line.restock().cameBack() && holds(parcel, line.line())))
        .map(Refund::at)
        .min(Instant::compareTo);
  }

  private static boolean holds(Fulfilment parcel, LineId line) {
    return parcel.lines().stream().anyMatch(shipped -> shipped.line().equals(line));
  }

  /** When it was called back or came back to the sender, whichever was first. */
  Optional<Instant> back(Fulfilment parcel) {
    return Stream.concat(
            parcel.cancelledAt().map(at -> latest(at, parcel.shippedAt())).stream(),
            told(parcel, Delivery.Outcome.RETURNED).stream())
        .min(Instant::compareTo);
  }

  private Optional<Instant> told(Fulfilment parcel, Delivery.Outcome outcome) {
    return facts.all(Delivery.class).stream()
        .filter(
            delivery -> delivery.fulfilment().equals(parcel.id()) && delivery.outcome() == outcome)
        .map(delivery -> latest(delivery.at(), parcel.shippedAt()))
        .findFirst();
  }

  /** A platform may stamp what follows with the second in which the parcel was made. */
  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
