package io.daybook.simulation.history;

import io.daybook.events.Delivery;
import io.daybook.events.Fulfilment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When goods pass to the customer.
 *
 * @param deliveries told
 * @param trigger what passes them
 * @param today up to which the calendar counts
 */
record PaperArrivals(List<Delivery> deliveries, Habits.Trigger trigger, LocalDate today) {
  private static final Duration ASSUMED = Duration.ofDays(7);

  /** When they left; when they arrived, as told; a week later if nobody tells; never if they were called back before. */
  Optional<Instant> of(Fulfilment parcel) {
    return switch (trigger) {
      case SHIPMENT -> Optional.of(parcel.shippedAt());
      case DELIVERY -> told(parcel).or(() -> assumed(parcel));
    };
  }

  private Optional<Instant> told(Fulfilment parcel) {
    return deliveries.stream()
        .filter(delivery -> delivery.fulfilment().equals(parcel.id()))
        .map(Delivery::at)
        .findFirst();
  }

  private Optional<Instant> assumed(Fulfilment parcel) {
    return Optional.of(parcel.shippedAt().plus(ASSUMED))
        .filter(at -> parcel.cancelledAt().isEmpty() && !Names.day(at).isAfter(today));
  }
}
