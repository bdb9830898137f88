package io.daybook.posting.order;

import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.posting.requirement.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The moments of an order, in one order whatever the order in which they were told. */
final class Timeline {
  private static final Comparator<Moment> ORDER =
      Comparator.comparing(Moment::at).thenComparingInt(Moment::rank).thenComparing(Moment::id);

  private Timeline() {}

  static List<Moment> of(OrderState order, Facts facts) {
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment.Placed(order));
    facts.all(OrderEdit.class).forEach(edit -> moments.add(new Moment.Edited(edit)));
    facts.all(OrderPayment.class).forEach(payment -> moments.add(new Moment.Paid(payment)));
    facts.all(Fulfilment.class).forEach(parcel -> addParcel(parcel, moments));
    facts.all(Refund.class).forEach(refund -> moments.add(new Moment.Refunded(refund)));
    facts.all(Dispute.class).stream()
        .filter(dispute -> dispute.status() == Dispute.Status.LOST)
        .forEach(dispute -> moments.add(new Moment.DisputeLost(dispute)));
    facts.all(Settlement.class).forEach(settlement -> moments.add(new Moment.Settled(settlement)));
    return moments.stream().sorted(ORDER).toList();
  }

  private static void addParcel(Fulfilment parcel, List<Moment> moments) {
    moments.add(new Moment.Shipped(parcel));
    parcel
        .cancelledAt()
        .ifPresent(
            at -> moments.add(new Moment.CalledBack(parcel, latest(at, parcel.shippedAt()))));
  }

  /** A platform may stamp a call-back with the second in which the parcel was made. */
  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
