package io.daybook.sources.shopify;

import io.daybook.events.Delivery;
import io.daybook.events.Fulfilment;
import io.daybook.events.Fulfilment.Shipped;
import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.OrderId;
import io.daybook.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parcels. Only one that succeeded left; one that was cancelled had left, and came back when it was last changed. */
final class Fulfilments {
  private static final Name STATUS = Name.of("status");
  private static final Name LINES = new Name("line_items", "fulfillmentLineItems");
  private static final Name QUANTITY = Name.of("quantity");

  private static final Name DELIVERED_AT = new Name("", "deliveredAt");

  private Fulfilments() {}

  /** Its delivery, if it is told: a webhook never does, the sweep does once the carrier has (case 89). */
  static Optional<Delivery> delivery(Told parcel, OrderId order, Origin origin) {
    return switch (parcel.dialect()) {
      case WEBHOOK -> Optional.empty();
      case GRAPHQL ->
          parcel
              .maybe(DELIVERED_AT)
              .map(at ->
                  new Delivery(
                      origin,
                      new FulfilmentId(parcel.id()),
                      order,
                      at.instant(),
                      Delivery.Outcome.DELIVERED));
    };
  }

  static Optional<Fulfilment> fulfilment(Told parcel, OrderId order, Origin origin) {
    Instant updated = parcel.at(Orders.UPDATED_AT).instant();
    return switch (parcel.word(STATUS)) {
      case "success" -> Optional.of(fulfilment(parcel, order, origin, updated, Optional.empty()));
      case "cancelled" ->
          Optional.of(fulfilment(parcel, order, origin, updated, Optional.of(updated)));
      // pending, open, failure, error and what may come: nothing left.
      case String other -> Optional.empty();
    };
  }

  private static Fulfilment fulfilment(
      Told parcel, OrderId order, Origin origin, Instant updated, Optional<Instant> cancelled) {
    List<Shipped> lines =
        parcel.list(LINES).stream()
            .filter(line -> line.at(QUANTITY).count() != 0)
            .map(line ->
                line.field()
                    .make(
                        "a line with a quantity above 0",
                        () -> new Shipped(new LineId(line(line)), line.at(QUANTITY).count())))
            .toList();
    return new Fulfilment(
        origin,
        new FulfilmentId(parcel.id()),
        order,
        updated.toEpochMilli(),
        parcel.at(Orders.CREATED_AT).instant(),
        cancelled,
        lines);
  }

  /** A webhook's parcel holds order lines, GraphQL's holds lines of its own that name them. */
  private static String line(Told line) {
    return switch (line.dialect()) {
      case WEBHOOK -> line.id();
      case GRAPHQL -> Told.id(line.field().at("lineItem").at("id"));
    };
  }
}
