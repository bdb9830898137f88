package io.daybook.simulation.month;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order with all that befell it.
 *
 * @param id the shop's id
 * @param number what the merchant calls it, after the {@code #}
 * @param placedAt when it was placed
 * @param customer who placed it
 * @param processor who took the money
 * @param lines goods, those of a later edit included
 * @param shipping the shipping line
 * @param tipMinor the tip; 0 for none
 * @param tipLineId the shop's id of the line that carries the tip
 * @param code the discount code that was used
 * @param payments in time order
 * @param parcels in time order
 * @param refunds in time order
 * @param edit the edit, if it was edited
 * @param cancelledAt when it was cancelled, if it was
 */
public record Order(
    long id,
    int number,
    Instant placedAt,
    Customer customer,
    Processor processor,
    List<Line> lines,
    Shipping shipping,
    long tipMinor,
    long tipLineId,
    Optional<DiscountCode> code,
    List<Payment> payments,
    List<Parcel> parcels,
    List<Refund> refunds,
    Optional<Edit> edit,
    Optional<Instant> cancelledAt) {
  /** Copies the lists. */
  public Order {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    parcels = List.copyOf(parcels);
    refunds = List.copyOf(refunds);
  }

  /** The name, such as {@code #1001}. */
  public String name() {
    return "#" + number;
  }

  /** What the customer owed at an instant, refunds not counted. */
  public long totalMinor(Instant at) {
    long minor = shipping.netMinor() + shipping.taxMinor() + tipMinor;
    for (Line line : lines) {
      minor += line.existsAt(at) ? line.netMinor() + line.taxMinor() : 0;
    }
    return minor;
  }

  /** When the platform last changed it, as seen at an instant. */
  public Instant updatedAt(Instant seen) {
    Instant newest = placedAt;
    for (Instant change : changes()) {
      newest = change.isAfter(newest) && !change.isAfter(seen) ? change : newest;
    }
    return newest;
  }

  /** When it changed, after it was placed; in no order. */
  public List<Instant> changes() {
    return java.util.stream.Stream.of(
            payments.stream().skip(1).map(Payment::at),
            parcels.stream().map(Parcel::at),
            refunds.stream().map(Refund::at),
            edit.stream().map(Edit::at),
            cancelledAt.stream())
        .flatMap(changes -> changes)
        .toList();
  }

  /** The order as it stood at an instant: without what befell it later. */
  public Order asOf(Instant seen) {
    return new Order(
        id,
        number,
        placedAt,
        customer,
        processor,
        lines.stream().filter(line -> line.existsAt(seen)).toList(),
        shipping,
        tipMinor,
        tipLineId,
        code,
        payments.stream().filter(payment -> !payment.at().isAfter(seen)).toList(),
        parcels.stream().filter(parcel -> !parcel.at().isAfter(seen)).toList(),
        refunds.stream().filter(refund -> !refund.at().isAfter(seen)).toList(),
        edit.filter(made -> !made.at().isAfter(seen)),
        cancelledAt.filter(at -> !at.isAfter(seen)));
  }

  /** How many of a line had been packed by an instant. */
  public int packed(Line line, Instant at) {
    return parcels.stream()
        .filter(parcel -> !parcel.at().isAfter(at))
        .flatMap(parcel -> parcel.contents().stream())
        .filter(packed -> packed.line().id() == line.id())
        .mapToInt(Parcel.Packed::quantity)
        .sum();
  }

  /** How many of a line had been refunded by an instant. */
  public int refunded(Line line, Instant at) {
    return refunds.stream()
        .filter(refund -> !refund.at().isAfter(at))
        .flatMap(refund -> refund.lines().stream())
        .filter(returned -> returned.line().id() == line.id())
        .mapToInt(Refund.Returned::quantity)
        .sum();
  }
}
