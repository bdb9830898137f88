package io.daybook.simulation.month;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What befalls an order after it was placed, up to an instant; what would come later does not happen. */
final class Life {
  private final Random random;
  private final Ids ids;
  private final ZoneId zone;
  private final Instant until;

  private final List<Parcel> parcels = new ArrayList<>();
  private final List<Refund> refunds = new ArrayList<>();

  Life(Random random, Ids ids, ZoneId zone, Instant until) {
    this.random = random;
    this.ids = ids;
    this.zone = zone;
    this.until = until;
  }

  List<Parcel> parcels() {
    return parcels;
  }

  List<Refund> refunds() {
    return refunds;
  }

  /** An instant in working hours, some days after another; shops do not ship on Sundays. */
  Instant afterDays(Instant from, int days) {
    LocalDate day = LocalDate.ofInstant(from, zone).plusDays(days);
    if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day.atTime(10 + random.nextInt(7), random.nextInt(60), random.nextInt(60))
        .atZone(zone)
        .toInstant();
  }

  boolean happens(Instant at) {
    return at.isBefore(until);
  }

  /** Packs what is given, unless it would be after the end. */
  void ship(Instant at, List<Parcel.Packed> contents) {
    if (happens(at) && !contents.isEmpty()) {
      parcels.add(new Parcel(ids.next(), at, contents, "9400" + ids.digits(18)));
    }
  }

  Parcel.Packed packed(Line line, int quantity) {
    return new Parcel.Packed(ids.next(), line, quantity);
  }

  List<Parcel.Packed> whole(List<Line> lines) {
    return lines.stream().map(line -> packed(line, line.quantity())).toList();
  }

  /** The first parts of the cumulative shares; {@code before} is what was given back of the line already. */
  Refund.Returned returned(Line line, int before, int quantity, Refund.Restock restock) {
    long tax = 0;
    for (Tax each : line.taxes()) {
      tax += Shares.share(each.minor(), before, quantity, line.quantity());
    }
    long net = Shares.share(line.netMinor(), before, quantity, line.quantity());
    return new Refund.Returned(ids.next(), line, quantity, net, tax, restock);
  }

  /** How a refund is told apart: what of it is lines, shipping and goodwill. */
  record Given(List<Refund.Returned> lines, Optional<Shipping> shipping, long goodwillMinor) {}

  void refund(Instant at, Processor processor, Payment parent, Given given) {
    long shipping = given.shipping().map(Shipping::netMinor).orElse(0L);
    long shippingTax = given.shipping().map(Shipping::taxMinor).orElse(0L);
    Refund refund =
        new Refund(
            ids.next(),
            at,
            given.lines(),
            ids.next(),
            shipping,
            shippingTax,
            given.goodwillMinor(),
            ids.next(),
            ids.next(),
            parent,
            processor == Processor.STRIPE ? ids.stripe("re") : ids.stripe("pyr"));
    if (happens(at) && refund.amountMinor() > 0) {
      refunds.add(refund);
    }
  }
}
